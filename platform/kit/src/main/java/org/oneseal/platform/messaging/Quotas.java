package org.oneseal.platform.messaging;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many messages a sender may still send now: its quota a minute flows in evenly and a minute's
 * worth is kept. Held in memory, so the limit is per replica.
 */
public final class Quotas {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    /**
     * @param nanos a clock that only goes forward, such as {@code System::nanoTime}
     */
    public Quotas(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Bucket(double left, long at) {}

    /** Takes up to so many and tells how many were to be had. */
    public int take(String sender, int quota, int wanted) {
        int[] taken = new int[1];
        buckets.compute(
                sender,
                (_, before) -> {
                    Bucket now = flowed(before, quota);
                    taken[0] = Math.min(wanted, (int) now.left());
                    return new Bucket(now.left() - taken[0], now.at());
                });
        return taken[0];
    }

    /** Takes all or nothing. */
    public boolean takeAll(String sender, int quota, int wanted) {
        boolean[] had = new boolean[1];
        buckets.compute(
                sender,
                (_, before) -> {
                    Bucket now = flowed(before, quota);
                    had[0] = now.left() >= wanted;
                    return had[0] ? new Bucket(now.left() - wanted, now.at()) : now;
                });
        return had[0];
    }

    /** How long until so many can be had. */
    public Duration until(String sender, int quota, int wanted) {
        Bucket now = buckets.compute(sender, (_, before) -> flowed(before, quota));
        double missing = Math.min(wanted, quota) - now.left();
        return missing <= 0
                ? Duration.ZERO
                : Duration.ofNanos((long) Math.ceil(missing * MINUTE / quota));
    }

    private Bucket flowed(@Nullable Bucket before, int quota) {
        long now = nanos.getAsLong();
        if (before == null) return new Bucket(quota, now);
        double in = (double) (now - before.at()) * quota / MINUTE;
        return new Bucket(Math.min(quota, before.left() + in), now);
    }
}
