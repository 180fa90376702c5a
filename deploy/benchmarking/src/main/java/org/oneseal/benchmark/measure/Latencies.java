package org.oneseal.benchmark.measure;

import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** How long calls of one kind took, and how many were refused or failed. */
public final class Latencies {

    private static final long LONGEST_MICROS = 120_000_000;
    private static final int DIGITS = 3;

    private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
    private final LongAdder refused = new LongAdder();

    void took(long nanos) {
        micros.recordValue(Math.min(nanos / 1_000, LONGEST_MICROS));
    }

    void refused() {
        refused.increment();
    }

    public long count() {
        return micros.getTotalCount();
    }

    public long refusals() {
        return refused.sum();
    }

    /** Milliseconds that so many percent did not exceed. */
    public double millis(double percent) {
        return count() == 0 ? Double.NaN : micros.getValueAtPercentile(percent) / 1_000.0;
    }
}
