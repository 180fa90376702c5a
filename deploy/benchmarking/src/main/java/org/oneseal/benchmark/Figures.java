package org.oneseal.benchmark;

import static org.oneseal.benchmark.Report.number;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.oneseal.benchmark.measure.Burst;
import org.oneseal.benchmark.measure.ClosedLoop;
import org.oneseal.benchmark.measure.Floor;
import org.oneseal.benchmark.measure.Latencies;
import org.oneseal.benchmark.measure.Lists;
import org.oneseal.benchmark.measure.Seen;

/** What was measured at one number of cases, as the tables in which it is told. */
final class Figures {

    private static final double MUST_LIFECYCLES = 1_000;
    private static final double MUST_OF_FLOOR = 4;
    private static final double MUST_LIST_MILLIS = 20;
    private static final double MUST_SEEN_MILLIS = 500;

    private final long size;
    private final List<List<String>> figures = new ArrayList<>();
    private final List<List<String>> calls = new ArrayList<>();
    private final List<List<String>> lists = new ArrayList<>();
    private String spent = "";

    Figures(long size) {
        this.size = size;
    }

    void floor(double perSecond, Floor.Sizes sizes) {
        figure(
                "floor: plain JDBC, rows of %d + %d + %d characters"
                        .formatted(sizes.aggregate(), sizes.history(), sizes.outbox()),
                "",
                number(perSecond) + "/s",
                "");
    }

    void lifecycles(ClosedLoop.Result result, double floor) {
        double rate = result.perSecond();
        figure(
                "lifecycles",
                "≥ 1 000/s at 1 000 000",
                number(rate) + "/s",
                times(MUST_LIFECYCLES / rate));
        figure(
                "against the floor, same run",
                "≥ 1/4",
                "1/" + number(floor / rate),
                times(floor / rate / MUST_OF_FLOOR));
        result.calls()
                .forEach(
                        (call, latencies) ->
                                calls.add(
                                        List.of(
                                                call.name().toLowerCase(Locale.ROOT),
                                                number(latencies.millis(50)),
                                                number(latencies.millis(95)),
                                                number(latencies.millis(99)),
                                                String.valueOf(latencies.refusals()))));
    }

    void spent(Map<String, Double> before, Map<String, Double> after, long done) {
        List<String> parts = new ArrayList<>();
        double all = 0;
        for (var entry : after.entrySet()) {
            double seconds = entry.getValue() - before.getOrDefault(entry.getKey(), 0.0);
            double millis = seconds * 1000 / Math.max(1, done);
            all += millis;
            parts.add(entry.getKey() + " " + number(millis));
        }
        spent =
                "Processor milliseconds a lifecycle: %s. %s."
                        .formatted(number(all), String.join(", ", parts));
    }

    void seen(Seen.Result result) {
        Latencies delays = result.delays();
        figure(
                "committed → seen in supervision at half of that load, p50 / p99 ms",
                "p99 ≤ 500",
                number(delays.millis(50))
                        + " / "
                        + number(delays.millis(99))
                        + (result.neverSeen() == 0
                                ? ""
                                : ", never within 30 s: " + result.neverSeen()),
                times(delays.millis(99) / MUST_SEEN_MILLIS));
    }

    void lists(List<Lists.Result> results) {
        Map<String, List<Double>> byLevel = new LinkedHashMap<>();
        for (Lists.Result one : results) {
            byLevel.computeIfAbsent(one.level(), _ -> new ArrayList<>())
                    .add(one.latencies().millis(95));
        }
        byLevel.forEach(
                (level, millis) -> {
                    List<String> row = new ArrayList<>(List.of(level));
                    millis.forEach(one -> row.add(number(one)));
                    double worst = millis.stream().mapToDouble(d -> d).max().orElse(Double.NaN);
                    row.add(times(worst / MUST_LIST_MILLIS));
                    lists.add(row);
                });
    }

    void bursts(List<Burst.Result> results, int seconds) {
        for (Burst.Result one : results) {
            figure(
                    "burst of 1.2 × that load for %d s".formatted(seconds),
                    "goodput ≥ 80 %, p99 ≤ 1 000 ms, recovered < 10 s",
                    "goodput %s %%, p99 %s ms, %d refused, recovered after %s s"
                            .formatted(
                                    number(one.goodput() * 100),
                                    number(one.p99()),
                                    one.refused(),
                                    one.recovered() >= seconds
                                            ? "more than " + seconds
                                            : String.valueOf(one.recovered())),
                    "");
        }
    }

    void unsealed(long entries) {
        figure("entries not under a seal yet", "", String.valueOf(entries), "");
    }

    void tell(Report report) {
        report.table(
                "at " + String.format(Locale.ROOT, "%,d", size).replace(',', ' ') + " cases",
                "must reach",
                "seen",
                "distance",
                "load");
        figures.forEach(row -> report.row(row.toArray(String[]::new)));
        report.table("call, ms", "p50", "p95", "p99", "refused");
        calls.forEach(row -> report.row(row.toArray(String[]::new)));
        report.table(
                "list p95 ms, must be ≤ 20",
                "due, open",
                "due",
                "received, open",
                "received",
                "number, open",
                "number",
                "worst");
        lists.forEach(row -> report.row(row.toArray(String[]::new)));
        report.say("");
        report.say(spent);
    }

    /** With the load of the machine's last minute, which is this benchmark's where it is alone. */
    private void figure(String what, String must, String seen, String distance) {
        figures.add(List.of(what, must, seen, distance, Machine.load()));
        System.out.println("   " + what + ": " + seen);
    }

    private static String times(double of) {
        return of <= 1 ? "reached" : number(of) + " times";
    }
}
