package org.oneseal.benchmark.measure;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Base load, then a fifth more than can be done, then base again; several times. */
public final class Burst {

    private static final double BASE = 0.5;
    private static final double MORE = 1.2;

    /** Recovered: within this of what was usual before. */
    private static final double AS_BEFORE = 2;

    private final URI gateway;
    private final List<Lifecycle> kinds;

    public Burst(URI gateway, List<Lifecycle> kinds) {
        this.gateway = gateway;
        this.kinds = kinds;
    }

    /**
     * What one burst did.
     *
     * @param goodput whole lifecycles a second during the burst, against the capacity
     * @param p99 milliseconds of accepted calls that began in the burst
     * @param refused calls that were not accepted
     * @param recovered seconds after the burst until calls took as long as before it; the length of
     *     the pause where they never did
     */
    public record Result(double goodput, double p99, long refused, int recovered) {}

    public List<Result> run(double capacity, int times, Duration phase) {
        List<Result> results = new ArrayList<>();
        try (OpenLoop load = new OpenLoop(gateway, kinds)) {
            List<OpenLoop.Second> before = load.run(capacity * BASE, phase);
            for (int i = 0; i < times; i++) {
                List<OpenLoop.Second> burst = load.run(capacity * MORE, phase);
                List<OpenLoop.Second> after = load.run(capacity * BASE, phase);
                results.add(result(capacity, before, burst, after));
                before = after;
            }
        }
        return results;
    }

    private static Result result(
            double capacity,
            List<OpenLoop.Second> before,
            List<OpenLoop.Second> burst,
            List<OpenLoop.Second> after) {
        int ended = burst.stream().mapToInt(OpenLoop.Second::ended).sum();
        double usual = median(before);
        int recovered = 0;
        while (recovered < after.size()
                && !(after.get(recovered).calls().millis(99) <= usual * AS_BEFORE)) {
            recovered++;
        }
        return new Result(
                ended / (double) burst.size() / capacity,
                burst.stream().mapToDouble(s -> s.calls().millis(99)).max().orElse(Double.NaN),
                burst.stream().mapToLong(s -> s.calls().refusals()).sum(),
                recovered);
    }

    private static double median(List<OpenLoop.Second> seconds) {
        double[] sorted =
                seconds.stream().mapToDouble(s -> s.calls().millis(99)).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
