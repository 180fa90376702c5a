package org.oneseal.benchmark.measure;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * From the answer that a command was committed until supervision's database shows it to others, on
 * one case in five, looked at every few milliseconds.
 */
public final class Seen {

    private static final int ONE_IN = 5;
    private static final long LOOK_NANOS = 4_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Wanted> pending = new ConcurrentHashMap<>();
    private final Set<String> followed = ConcurrentHashMap.newKeySet();
    private final AtomicLong cases = new AtomicLong();
    private final Latencies delays = new Latencies();

    /** A case's version that has been committed, and when its answer came. */
    private record Wanted(String caseId, long version, long at) {}

    /** What was found; never seen counts those that took longer than anybody would wait. */
    public record Result(Latencies delays, long neverSeen) {}

    /** Runs lifecycles at a rate and follows some of them. */
    public Result run(
            URI gateway,
            List<Lifecycle> kinds,
            double perSecond,
            Duration time,
            Connection supervision)
            throws SQLException, InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong lost = new AtomicLong();
        Thread watcher = Thread.ofPlatform().start(() -> watch(supervision, over, lost));
        try (OpenLoop load = new OpenLoop(gateway, kinds, this::heard)) {
            load.run(perSecond, time);
        }
        over.set(true);
        watcher.join();
        return new Result(delays, lost.get() + pending.size());
    }

    private void heard(
            Lifecycle.Call call, @Nullable String caseId, Wire.Answer answer, long nanos) {
        String etag = answer.etag();
        if (call == Lifecycle.Call.READ || caseId == null || etag == null || !answer.ok()) return;
        if (call == Lifecycle.Call.SUBMIT && cases.getAndIncrement() % ONE_IN == 0) {
            followed.add(caseId);
        }
        if (!followed.contains(caseId)) return;
        long version = Long.parseLong(etag.replaceAll("\\D", ""));
        pending.put(caseId + "/" + version, new Wanted(caseId, version, System.nanoTime()));
    }

    private void watch(Connection supervision, AtomicBoolean over, AtomicLong lost) {
        long end = Long.MAX_VALUE;
        try (PreparedStatement look =
                supervision.prepareStatement(
                        "SELECT case_id, sequence FROM dossiers WHERE case_id = ANY (?)")) {
            while (!over.get() || !pending.isEmpty()) {
                if (over.get() && end == Long.MAX_VALUE) {
                    end = System.nanoTime() + PATIENCE.toNanos();
                }
                if (System.nanoTime() > end) return;
                look(supervision, look);
                LockSupport.parkNanos(LOOK_NANOS);
            }
        } catch (SQLException e) {
            lost.addAndGet(pending.size());
            throw new IllegalStateException(e);
        }
    }

    private void look(Connection supervision, PreparedStatement look) throws SQLException {
        String[] ids =
                pending.values().stream().map(Wanted::caseId).distinct().toArray(String[]::new);
        if (ids.length == 0) return;
        look.setArray(1, supervision.createArrayOf("text", ids));
        Map<String, Long> found = new ConcurrentHashMap<>();
        try (ResultSet rows = look.executeQuery()) {
            while (rows.next()) found.put(rows.getString(1), rows.getLong(2));
        }
        long now = System.nanoTime();
        for (var entry : List.copyOf(pending.entrySet())) {
            Wanted wanted = entry.getValue();
            if (found.getOrDefault(wanted.caseId(), 0L) < wanted.version()) continue;
            if (pending.remove(entry.getKey()) != null) delays.took(now - wanted.at());
        }
    }
}
