package org.oneseal.story.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.oneseal.local.LocalPlatform;
import org.oneseal.local.Part;
import org.oneseal.local.Running;
import org.oneseal.story.Desk;

/** Lifecycles at several counters while, one after another, processes are killed (SIGKILL). */
public final class UnderFire {

    private static final long MOMENT_NANOS = 5_000_000L;
    private static final long RELAY_PATIENCE_NANOS = 5_000_000_000L;

    /** So much is done again between two kills, so that each hits work and not a standstill. */
    private static final int BETWEEN = 3;

    private final LocalPlatform platform;
    private final Desk desk;
    private final Consumer<String> say;

    public UnderFire(LocalPlatform platform, Desk desk, Consumer<String> say) {
        this.platform = platform;
        this.desk = desk;
        this.say = say;
    }

    /**
     * How much.
     *
     * @param lifecycles at least so many, spread over the kills
     */
    public record Plan(int lifecycles, int kills, int counters) {}

    /**
     * What came of it.
     *
     * @param repeats answers that had to be asked for again
     * @param wrong what was lost, done twice or left half; empty where all is whole
     */
    public record Result(
            int lifecycles,
            Map<String, Integer> kills,
            long repeats,
            Duration took,
            long events,
            List<String> wrong) {

        /** In one line. */
        public String told() {
            return "%d lifecycles in %d s while %d processes were killed (%s), %d answers asked for again, %d events: %s"
                    .formatted(
                            lifecycles,
                            took.toSeconds(),
                            kills.values().stream().mapToInt(i -> i).sum(),
                            kills,
                            repeats,
                            events,
                            wrong.isEmpty() ? "nothing lost, doubled or half" : wrong);
        }
    }

    /** Handles, kills, waits until all is told, and counts. */
    public Result run(Plan plan) throws InterruptedException {
        Counter counter = new Counter(desk);
        String calm = counter.lifecycle();
        Set<String> granted = ConcurrentHashMap.newKeySet();
        granted.add(calm);
        AtomicInteger killed = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        Map<String, Integer> kills;
        long begin = System.nanoTime();
        try (ExecutorService counters = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < plan.counters(); i++) {
                work.add(
                        counters.submit(
                                () -> {
                                    while (!over.get()
                                            && (granted.size() < plan.lifecycles()
                                                    || killed.get() < plan.kills())) {
                                        granted.add(counter.lifecycle());
                                    }
                                }));
            }
            try {
                kills = kill(plan, granted, killed, work);
            } catch (RuntimeException e) {
                over.set(true);
                throw e;
            }
            for (Future<?> one : work) one.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a lifecycle could not be ended", e.getCause());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Aftermath aftermath = new Aftermath(platform, calm, granted, counter.party());
        List<String> wrong = aftermath.wrong();
        return new Result(
                granted.size(), kills, counter.repeats(), took, aftermath.events(), wrong);
    }

    private Map<String, Integer> kill(
            Plan plan, Set<String> granted, AtomicInteger killed, List<Future<?>> work) {
        Map<Kill, Integer> kills = new EnumMap<>(Kill.class);
        for (int n = 0; n < plan.kills(); n++) {
            int share = (int) ((n + 1L) * plan.lifecycles() / (plan.kills() + 1));
            int due = Math.max(share, granted.size() + BETWEEN);
            while (granted.size() < due) {
                for (Future<?> one : work) {
                    if (one.isDone()) {
                        throw new IllegalStateException("a counter gave up", one.exceptionNow());
                    }
                }
                LockSupport.parkNanos(MOMENT_NANOS);
            }
            Kill kill = Kill.inTurn(n);
            if (kill == Kill.RELAY) awaitSomethingToSend();
            long begin = System.nanoTime();
            Running running = platform.running(kill.victim());
            running.kill();
            running.restart();
            kills.merge(kill, 1, Integer::sum);
            killed.incrementAndGet();
            say.accept(
                    "kill %d: %s after %d lifecycles, back after %.1f s"
                            .formatted(
                                    n + 1, kill.title(), due, (System.nanoTime() - begin) / 1e9));
        }
        Map<String, Integer> named = new java.util.LinkedHashMap<>();
        kills.forEach((kill, times) -> named.put(kill.title(), times));
        return named;
    }

    private void awaitSomethingToSend() {
        long end = System.nanoTime() + RELAY_PATIENCE_NANOS;
        try (Connection cases = platform.databaseAsSuperuser(Part.CASE.segment()).connect();
                Statement statement = cases.createStatement()) {
            while (System.nanoTime() < end) {
                try (ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM outbox)")) {
                    if (row.next() && row.getBoolean(1)) return;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox can't be looked at", e);
        }
    }
}
