package org.oneseal.cases.exchange;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * How many messages a source may still send now: its quota flows in evenly and a minute's worth is
 * kept. Held in memory, so the limit is per replica.
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
    public int take(Source source, int wanted) {
        int[] taken = new int[1];
        buckets.compute(
                source.code(),
                (_, before) -> {
                    Bucket now = flowed(before, source.quotaPerMinute());
                    taken[0] = Math.min(wanted, (int) now.left());
                    return new Bucket(now.left() - taken[0], now.at());
                });
        return taken[0];
    }

    /** Takes all or nothing. */
    public boolean takeAll(Source source, int wanted) {
        boolean[] had = new boolean[1];
        buckets.compute(
                source.code(),
                (_, before) -> {
                    Bucket now = flowed(before, source.quotaPerMinute());
                    had[0] = now.left() >= wanted;
                    return had[0] ? new Bucket(now.left() - wanted, now.at()) : now;
                });
        return had[0];
    }

    /** How long until so many can be had. */
    public Duration until(Source source, int wanted) {
        Bucket now =
                buckets.compute(
                        source.code(), (_, before) -> flowed(before, source.quotaPerMinute()));
        double missing = Math.min(wanted, source.quotaPerMinute()) - now.left();
        return missing <= 0
                ? Duration.ZERO
                : Duration.ofNanos((long) Math.ceil(missing * MINUTE / source.quotaPerMinute()));
    }

    private Bucket flowed(@org.jspecify.annotations.Nullable Bucket before, int quota) {
        long now = nanos.getAsLong();
        if (before == null) return new Bucket(quota, now);
        double in = (double) (now - before.at()) * quota / MINUTE;
        return new Bucket(Math.min(quota, before.left() + in), now);
    }
}
