package org.oneseal.benchmark.measure;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** So many clients, each beginning the next lifecycle when the last is over: what can be done. */
public final class ClosedLoop {

    private final URI gateway;
    private final List<Lifecycle> kinds;

    /**
     * @param kinds taken in turn by the clients, so that not one person does everything
     */
    public ClosedLoop(URI gateway, List<Lifecycle> kinds) {
        this.gateway = gateway;
        this.kinds = List.copyOf(kinds);
    }

    /**
     * What was done.
     *
     * @param done whole lifecycles
     * @param firstRefusal of those that were not, null where all went well
     */
    public record Result(
            long done,
            Duration time,
            Map<Lifecycle.Call, Latencies> calls,
            @Nullable String firstRefusal) {

        public double perSecond() {
            return done / (time.toNanos() / 1e9);
        }
    }

    public Result run(int clients, Duration time) throws InterruptedException {
        Map<Lifecycle.Call, Latencies> calls = new EnumMap<>(Lifecycle.Call.class);
        for (var call : Lifecycle.Call.values()) calls.put(call, new Latencies());
        LongAdder done = new LongAdder();
        AtomicReference<@Nullable String> firstRefusal = new AtomicReference<>();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < clients; i++) {
            Lifecycle lifecycle = kinds.get(i % kinds.size());
            threads.add(
                    Thread.ofPlatform()
                            .name("client-" + i)
                            .start(() -> work(lifecycle, calls, done, firstRefusal, over)));
        }
        Thread.sleep(time);
        over.set(true);
        for (Thread thread : threads) thread.join();
        return new Result(
                done.sum(), Duration.ofNanos(System.nanoTime() - begin), calls, firstRefusal.get());
    }

    private void work(
            Lifecycle lifecycle,
            Map<Lifecycle.Call, Latencies> calls,
            LongAdder done,
            AtomicReference<@Nullable String> firstRefusal,
            AtomicBoolean over) {
        try (Wire wire = new Wire(gateway)) {
            while (!over.get()) {
                boolean whole =
                        lifecycle.run(
                                wire,
                                (call, _, answer, nanos) -> {
                                    Latencies latencies = calls.get(call);
                                    if (latencies == null) return;
                                    if (answer.ok()) {
                                        latencies.took(nanos);
                                    } else {
                                        latencies.refused();
                                        firstRefusal.compareAndSet(
                                                null,
                                                call + " " + answer.status() + " " + answer.text());
                                    }
                                });
                if (whole) done.increment();
            }
        } catch (IOException e) {
            firstRefusal.compareAndSet(null, e.toString());
        }
    }
}
