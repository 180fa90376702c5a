package org.oneseal.benchmark.measure;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lifecycles that begin at a given rate whether or not earlier ones are over, as citizens do. One
 * that is refused is given up.
 */
public final class OpenLoop implements AutoCloseable {

    /**
     * More at a time than this are not begun but counted as failed: nobody waits in such a line.
     */
    private static final int MOST = 3_000;

    private final URI gateway;
    private final List<Lifecycle> kinds;
    private final Lifecycle.Listener listener;
    private final Queue<Wire> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Second> seconds = new CopyOnWriteArrayList<>();

    public OpenLoop(URI gateway, List<Lifecycle> kinds) {
        this(gateway, kinds, (_, _, _, _) -> {});
    }

    OpenLoop(URI gateway, List<Lifecycle> kinds, Lifecycle.Listener listener) {
        this.gateway = gateway;
        this.kinds = List.copyOf(kinds);
        this.listener = listener;
    }

    /** What began in one second and what became of it. */
    public static final class Second {
        final Latencies calls = new Latencies();
        final AtomicInteger begun = new AtomicInteger();
        final AtomicInteger done = new AtomicInteger();
        final AtomicInteger failed = new AtomicInteger();

        /** Whole lifecycles among those that ended in this second. */
        final AtomicInteger ended = new AtomicInteger();

        public int begun() {
            return begun.get();
        }

        public int ended() {
            return ended.get();
        }

        public int failed() {
            return failed.get();
        }

        public Latencies calls() {
            return calls;
        }
    }

    /** Goes on at a rate for so long; returns when the time is over, not when all has ended. */
    public List<Second> run(double perSecond, Duration time) {
        int first = seconds.size();
        long begin = System.nanoTime();
        long all = Math.round(perSecond * time.toSeconds());
        int length = (int) time.toSeconds();
        for (int i = 0; i < length; i++) seconds.add(new Second());
        for (long n = 0; n < all; n++) {
            long due = begin + (long) (n * 1e9 / perSecond);
            while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
            int second = first + Math.min(length - 1, (int) (n / perSecond));
            begin(n, second, begin, first);
        }
        return List.copyOf(seconds.subList(first, first + length));
    }

    private void begin(long n, int second, long origin, int first) {
        Second mine = seconds.get(second);
        mine.begun.incrementAndGet();
        if (running.incrementAndGet() > MOST) {
            running.decrementAndGet();
            mine.failed.incrementAndGet();
            return;
        }
        Lifecycle lifecycle = kinds.get((int) (n % kinds.size()));
        threads.execute(() -> work(lifecycle, mine, origin, first));
    }

    private void work(Lifecycle lifecycle, Second mine, long origin, int first) {
        Wire kept = idle.poll();
        Wire wire = kept == null ? new Wire(gateway) : kept;
        boolean whole = false;
        try {
            whole =
                    lifecycle.run(
                            wire,
                            (call, id, answer, nanos) -> {
                                if (answer.ok()) mine.calls.took(nanos);
                                else mine.calls.refused();
                                listener.heard(call, id, answer, nanos);
                            });
            idle.add(wire);
        } catch (IOException e) {
            wire.close();
            mine.calls.refused();
        } finally {
            running.decrementAndGet();
        }
        if (!whole) {
            mine.failed.incrementAndGet();
            return;
        }
        mine.done.incrementAndGet();
        int now = first + (int) ((System.nanoTime() - origin) / 1_000_000_000L);
        if (now < seconds.size()) seconds.get(now).ended.incrementAndGet();
    }

    /** How many are under way. */
    public int running() {
        return running.get();
    }

    @Override
    public void close() {
        threads.close();
        Wire wire;
        while ((wire = idle.poll()) != null) wire.close();
    }
}
