package org.oneseal.benchmark;

import static org.oneseal.benchmark.Report.number;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.benchmark.load.CaseLoader;
import org.oneseal.benchmark.measure.Burst;
import org.oneseal.benchmark.measure.ClosedLoop;
import org.oneseal.benchmark.measure.Floor;
import org.oneseal.benchmark.measure.Lifecycle;
import org.oneseal.benchmark.measure.Lists;
import org.oneseal.benchmark.measure.Processes;
import org.oneseal.benchmark.measure.Profile;
import org.oneseal.benchmark.measure.Seen;
import org.oneseal.benchmark.measure.Staff;
import org.oneseal.local.Part;
import org.oneseal.local.process.Trouble;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.region.RegionLevel;
import org.oneseal.story.Desk;

/** Fills, measures, reports: {@code deploy/benchmark}. */
public final class Benchmark {

    private static final int PHASE_SECONDS = 10;
    private static final int BURSTS = 2;
    private static final Duration WARM_ROUND = Duration.ofSeconds(10);
    private static final int WARM_ROUNDS = 60;
    private static final int COMPARED = 3;
    private static final double STILL_FASTER = 1.04;
    private static final Duration REST = Duration.ofSeconds(90);
    private static final List<Part> PROFILED = List.of(Part.CASE, Part.SUPERVISION, Part.GATEWAY);

    private final Settings settings;
    private final Ground ground;
    private final Cast cast;
    private final Filling filling;
    private final Staff staff;
    private final List<Lifecycle> lifecycles;
    private final Report report = new Report();
    private final @Nullable Statements statements;

    private Benchmark(Settings settings, Ground ground) throws IOException, SQLException {
        this.settings = settings;
        this.ground = ground;
        this.statements = settings.profile() ? new Statements(ground) : null;
        ground.district();
        this.cast = new Cast(ground);
        this.filling = new Filling(ground, cast);
        this.staff = new Staff(ground.desk());
        this.lifecycles = cast.lifecycles(staff);
    }

    public static void main(String[] args) {
        try {
            Settings settings = Settings.of(args);
            try (Ground ground = Ground.start(settings)) {
                var benchmark = new Benchmark(settings, ground);
                try (Staff _ = benchmark.staff) {
                    benchmark.run();
                }
            }
        } catch (Trouble | IllegalStateException | Desk.Unexpected e) {
            System.err.println("\nThe benchmark could not go on: " + e.getMessage());
            System.exit(1);
        } catch (IOException | SQLException e) {
            System.err.println("\nThe benchmark could not go on: " + e);
            System.exit(1);
        } catch (InterruptedException _) {
            System.exit(130);
        }
    }

    private void run() throws IOException, SQLException, InterruptedException {
        report.title(
                Instant.now().toString().substring(0, 16).replace('T', ' ')
                        + " UTC, commit "
                        + Machine.commit(settings.checkout()));
        report.say(Machine.described(ground) + ". Everything and the load generator on it.");
        report.say(
                "A lifecycle is %s, decided on the spot: submit, accept, decide, read; %d clients."
                        .formatted(Cast.ON_THE_SPOT, settings.clients()));
        filling.prepare();
        for (long size : settings.sizes()) {
            fill(size);
            measure(size);
        }
        if (settings.append()) {
            Path kept = settings.checkout().resolve("docs/performance.md");
            report.appendTo(kept);
            System.out.println("\nAppended to " + kept);
        }
    }

    private void fill(long size) throws SQLException, IOException {
        CaseLoader.Loaded loaded = filling.upTo(size);
        if (loaded == null) return;
        int held = filling.verified(loaded.sample());
        report.say("");
        report.say(
                "Loaded %,d cases (%,d rows) in %.0f s; evidence of %d of them verified offline, their dues derived by the service are those loaded; load %s."
                        .formatted(
                                loaded.cases(),
                                loaded.rows(),
                                loaded.took().toMillis() / 1000.0,
                                held,
                                Machine.load()));
    }

    private void measure(long size) throws IOException, SQLException, InterruptedException {
        ClosedLoop loop = new ClosedLoop(ground.gateway(), lifecycles);
        warmUp(loop);
        report.table(
                "at " + String.format(Locale.ROOT, "%,d", size) + " cases",
                "must reach",
                "seen",
                "distance");
        double floor = floor();
        double capacity = lifecycles(loop, floor);
        seen(capacity);
        lists();
        burst(capacity);
        report.row("entries not under a seal yet", "", String.valueOf(filling.unsealed()), "");
    }

    /**
     * Until compiled code no longer makes it faster: seven JVMs begin with none, and compile on the
     * cores that they run on.
     */
    private void warmUp(ClosedLoop loop) throws InterruptedException {
        List<Double> rates = new ArrayList<>();
        do {
            rates.add(loop.run(settings.clients(), WARM_ROUND).perSecond());
            System.out.println("   warming up: " + number(rates.getLast()) + "/s");
        } while (rates.size() < WARM_ROUNDS && gettingFaster(rates));
        report.say("");
        report.say(
                "Warmed up for %d s, from %s/s to %s/s."
                        .formatted(
                                rates.size() * WARM_ROUND.toSeconds(),
                                number(rates.getFirst()),
                                number(rates.getLast())));
        Machine.rest(REST);
    }

    private static boolean gettingFaster(List<Double> rates) {
        int n = rates.size();
        return n < 2 * COMPARED
                || mean(rates.subList(n - COMPARED, n))
                        > STILL_FASTER * mean(rates.subList(n - 2 * COMPARED, n - COMPARED));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(d -> d).average().orElse(0);
    }

    private double floor() throws SQLException, InterruptedException {
        var sizes = Floor.Sizes.of(ground.database(Part.CASE), filling.finishedModel());
        double perSecond =
                new Floor(ground.platform().databaseAsSuperuser("postgres"), sizes)
                        .run(settings.clients(), settings.measure().dividedBy(3));
        report.row(
                "floor: plain JDBC, rows of %d + %d + %d bytes"
                        .formatted(sizes.aggregate(), sizes.history(), sizes.outbox()),
                "",
                number(perSecond) + "/s, load " + Machine.load(),
                "");
        return perSecond;
    }

    private double lifecycles(ClosedLoop loop, double floor)
            throws InterruptedException, IOException, SQLException {
        Processes processes = new Processes(ground.processes(), Part.POSTGRES.title());
        if (settings.profile()) profile(true);
        if (statements != null) statements.reset();
        Map<String, Double> before = processes.seconds();
        ClosedLoop.Result result = loop.run(settings.clients(), settings.measure());
        Map<String, Double> after = processes.seconds();
        if (statements != null) statements.tell(result.done());
        if (settings.profile()) profile(false);
        double rate = result.perSecond();
        report.row(
                "lifecycles",
                "≥ 1,000/s at 1,000,000",
                number(rate) + "/s, load " + Machine.load(),
                number(1000 / rate) + " times too few");
        report.row(
                "against the floor, same run",
                "≥ 1/4",
                "1/" + number(floor / rate),
                number(floor / rate / 4) + " times");
        result.calls()
                .forEach(
                        (call, latencies) ->
                                report.row(
                                        call.name().toLowerCase(Locale.ROOT)
                                                + " p50 / p95 / p99 ms",
                                        "",
                                        "%s / %s / %s"
                                                .formatted(
                                                        number(latencies.millis(50)),
                                                        number(latencies.millis(95)),
                                                        number(latencies.millis(99))),
                                        latencies.refusals() == 0
                                                ? ""
                                                : latencies.refusals() + " refused"));
        String refusal = result.firstRefusal();
        if (refusal != null) System.out.println("   first refusal: " + refusal);
        report.row("processor ms a lifecycle", "", spent(before, after, result.done()), "");
        return rate;
    }

    private static String spent(
            Map<String, Double> before, Map<String, Double> after, long lifecycles) {
        List<String> parts = new ArrayList<>();
        double all = 0;
        for (var entry : after.entrySet()) {
            double millis =
                    (entry.getValue() - before.getOrDefault(entry.getKey(), 0.0))
                            * 1000
                            / Math.max(1, lifecycles);
            all += millis;
            parts.add(entry.getKey() + " " + number(millis));
        }
        return number(all) + ": " + String.join(", ", parts);
    }

    private void profile(boolean begins) throws IOException {
        for (Part part : PROFILED) {
            long pid = ground.platform().running(part).pid();
            if (begins) {
                Profile.start(pid);
                continue;
            }
            Path file = ground.work().resolve(part.id() + ".jfr");
            Profile.stop(pid, file);
            System.out.println("   " + part.title() + " (" + file + ")");
            Profile.shares(file)
                    .forEach(
                            (what, share) ->
                                    System.out.printf(
                                            Locale.ROOT,
                                            "      %5.1f %%  %s%n",
                                            share * 100,
                                            what));
        }
    }

    private void seen(double capacity) throws SQLException, InterruptedException {
        try (Connection supervision = ground.database(Part.SUPERVISION).connect()) {
            Seen.Result result =
                    new Seen()
                            .run(
                                    ground.gateway(),
                                    lifecycles,
                                    capacity / 2,
                                    settings.measure().dividedBy(2),
                                    supervision);
            double p99 = result.delays().millis(99);
            report.row(
                    "committed → seen in supervision, half of that load, p50 / p99 ms",
                    "p99 ≤ 500",
                    "%s / %s, never within 30 s: %d, load %s"
                            .formatted(
                                    number(result.delays().millis(50)),
                                    number(p99),
                                    result.neverSeen(),
                                    Machine.load()),
                    number(p99 / 500) + " times");
        }
    }

    private void lists() throws IOException {
        Map<String, List<Lists.Result>> byLevel = new LinkedHashMap<>();
        for (Lists.Result result : new Lists(ground.gateway(), staff).run(levels())) {
            byLevel.computeIfAbsent(result.level(), _ -> new ArrayList<>()).add(result);
        }
        byLevel.forEach(
                (level, results) -> {
                    Lists.Result worst = results.getFirst();
                    for (Lists.Result one : results) {
                        if (one.latencies().millis(95) > worst.latencies().millis(95)) worst = one;
                    }
                    List<String> cells = new ArrayList<>();
                    for (Lists.Result one : results) {
                        cells.add(
                                "%s%s %s"
                                        .formatted(
                                                one.order().toLowerCase(Locale.ROOT),
                                                one.open() ? " open" : "",
                                                number(one.latencies().millis(95))));
                    }
                    report.row(
                            "list p95 ms, " + level,
                            "≤ 20",
                            String.join(", ", cells),
                            number(worst.latencies().millis(95) / 20) + " times at worst");
                });
    }

    private List<Lists.Level> levels() throws IOException {
        List<RegionCode> places = filling.places();
        List<Lists.Level> levels = new ArrayList<>();
        levels.add(level("everything, auditor", "auditor", null, null));
        levels.add(level("province, supervisor", "supervisor", "430000000000", null));
        levels.add(level("city, supervisor", "supervisor", "431100000000", null));
        levels.add(level("largest county, supervisor", "supervisor", Cast.REGION, null));
        String county = last(places, RegionLevel.COUNTY).value();
        levels.add(level("smallest county, supervisor", "supervisor", county, null));
        levels.add(
                level(
                        "smallest town, supervisor",
                        "supervisor",
                        last(places, RegionLevel.TOWN).value(),
                        null));
        levels.add(
                level(
                        "smallest village, supervisor",
                        "supervisor",
                        last(places, RegionLevel.VILLAGE).value(),
                        null));
        String department = cast.department();
        for (String role : List.of("window-clerk", "case-officer", "chief-approver")) {
            levels.add(level("largest department, " + role, role, Cast.REGION, department));
            levels.add(
                    level(
                            "smallest department, " + role,
                            role,
                            county,
                            county.substring(0, 6) + department.substring(6)));
        }
        levels.add(
                new Lists.Level("applicant with few", cast.applicantOf("bench-few", Filling.FEW)));
        levels.add(
                new Lists.Level(
                        "applicant with many", cast.applicantOf("bench-many", Filling.MANY)));
        return levels;
    }

    private Lists.Level level(
            String name, String role, @Nullable String region, @Nullable String department)
            throws IOException {
        String account = "bench-" + name.replaceAll("[^a-z]+", "-");
        return new Lists.Level(name, cast.officer(account, role, region, department));
    }

    private static RegionCode last(List<RegionCode> places, RegionLevel level) {
        return places.stream().filter(p -> p.level() == level).reduce((_, b) -> b).orElseThrow();
    }

    private void burst(double capacity) {
        List<Burst.Result> bursts =
                new Burst(ground.gateway(), lifecycles)
                        .run(capacity, BURSTS, Duration.ofSeconds(PHASE_SECONDS));
        for (Burst.Result one : bursts) {
            report.row(
                    "burst of 1.2 × capacity for %d s".formatted(PHASE_SECONDS),
                    "goodput ≥ 80 %, accepted p99 ≤ 1,000 ms, recovered < 10 s",
                    "goodput %s %%, p99 %s ms, %d refused, recovered after %s s, load %s"
                            .formatted(
                                    number(one.goodput() * 100),
                                    number(one.p99()),
                                    one.refused(),
                                    one.recovered() >= PHASE_SECONDS
                                            ? "more than " + PHASE_SECONDS
                                            : String.valueOf(one.recovered()),
                                    Machine.load()),
                    "");
        }
    }
}
