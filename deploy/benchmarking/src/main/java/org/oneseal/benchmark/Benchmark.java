package org.oneseal.benchmark;

import static org.oneseal.benchmark.Report.number;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.oneseal.story.Desk;
import org.oneseal.story.faults.UnderFire;

/** Fills, measures, reports: {@code deploy/benchmark}. */
public final class Benchmark {

    private static final int PHASE_SECONDS = 10;
    private static final int BURSTS = 2;
    private static final Duration WARM_ROUND = Duration.ofSeconds(10);
    private static final int WARM_ROUNDS = 36;
    private static final int COMPARED = 3;
    private static final int COUNTERS = 8;
    private static final double STILL_FASTER = 1.04;
    private static final Duration REST = Duration.ofSeconds(90);
    private static final List<Part> PROFILED = List.of(Part.CASE, Part.SUPERVISION, Part.GATEWAY);

    private final Settings settings;
    private final Ground ground;
    private final Filling filling;
    private final Staff staff;
    private final List<Lifecycle> lifecycles;
    private final Levels levels;
    private final Report report = new Report();
    private final @Nullable Statements statements;

    private Benchmark(Settings settings, Ground ground) throws IOException, SQLException {
        this.settings = settings;
        this.ground = ground;
        this.statements = settings.profile() ? new Statements(ground) : null;
        ground.district();
        Cast cast = new Cast(ground);
        this.filling = new Filling(ground, cast);
        this.staff = new Staff(ground.desk());
        this.lifecycles = cast.lifecycles(staff);
        this.levels = new Levels(cast, filling.places());
    }

    public static void main(String[] args) {
        try {
            Settings settings = Settings.of(args);
            boolean whole;
            try (Ground ground = Ground.start(settings)) {
                var benchmark = new Benchmark(settings, ground);
                try (Staff _ = benchmark.staff) {
                    whole = benchmark.run();
                }
            }
            if (!whole) System.exit(1);
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

    /** False where what was killed left something lost, doubled or half. */
    private boolean run() throws IOException, SQLException, InterruptedException {
        report.title(
                Instant.now().toString().substring(0, 16).replace('T', ' ')
                        + " UTC, commit "
                        + Machine.commit(settings.checkout()));
        report.say(Machine.described(ground) + ". Everything and the load generator on it.");
        if (!settings.sizes().isEmpty()) {
            report.say(
                    "A lifecycle is %s, decided on the spot: submit, accept, decide, read; %d clients."
                            .formatted(Cast.ON_THE_SPOT, settings.clients()));
            filling.prepare();
        }
        for (long size : settings.sizes()) {
            fill(size);
            measure(filling.cases());
        }
        boolean whole = settings.kills() == 0 || underFire();
        if (settings.append()) {
            Path kept = settings.checkout().resolve("docs/performance.md");
            report.appendTo(kept);
            System.out.println("\nAppended to " + kept);
        }
        return whole;
    }

    private boolean underFire() throws InterruptedException {
        var result =
                new UnderFire(
                                ground.platform(),
                                ground.desk(),
                                line -> System.out.println("   " + line))
                        .run(new UnderFire.Plan(settings.lifecycles(), settings.kills(), COUNTERS));
        report.say("");
        report.say("Under fire: " + result.told() + "; load " + Machine.load() + ".");
        return result.wrong().isEmpty();
    }

    private void fill(long size) throws SQLException, IOException {
        CaseLoader.Loaded loaded = filling.upTo(size, settings.loadFor());
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
        Figures figures = new Figures(size);
        double floor = floor(figures);
        double capacity = lifecycles(loop, figures, floor);
        figures.seen(seen(capacity));
        figures.lists(new Lists(ground.gateway(), staff).run(levels.all()));
        figures.bursts(
                new Burst(ground.gateway(), lifecycles)
                        .run(capacity, BURSTS, Duration.ofSeconds(PHASE_SECONDS)),
                PHASE_SECONDS);
        figures.unsealed(filling.unsealed());
        figures.tell(report);
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

    private double floor(Figures figures) throws SQLException, InterruptedException {
        var sizes = Floor.Sizes.of(ground.database(Part.CASE), filling.finishedModel());
        double perSecond =
                new Floor(ground.platform().databaseAsSuperuser("postgres"), sizes)
                        .run(settings.clients(), settings.measure().dividedBy(3));
        figures.floor(perSecond, sizes);
        return perSecond;
    }

    private double lifecycles(ClosedLoop loop, Figures figures, double floor)
            throws InterruptedException, IOException, SQLException {
        Processes processes = new Processes(ground.processes(), Part.POSTGRES.title());
        if (settings.profile()) profile(true);
        if (statements != null) statements.reset();
        Map<String, Double> before = processes.seconds();
        ClosedLoop.Result result = loop.run(settings.clients(), settings.measure());
        Map<String, Double> after = processes.seconds();
        if (statements != null) statements.tell(result.done());
        if (settings.profile()) profile(false);
        String refusal = result.firstRefusal();
        if (refusal != null) System.out.println("   first refusal: " + refusal);
        figures.lifecycles(result, floor);
        figures.spent(before, after, result.done());
        return result.perSecond();
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

    private Seen.Result seen(double capacity) throws SQLException, InterruptedException {
        try (Connection supervision = ground.database(Part.SUPERVISION).connect()) {
            return new Seen()
                    .run(
                            ground.gateway(),
                            lifecycles,
                            capacity / 2,
                            settings.measure().dividedBy(2),
                            supervision);
        }
    }
}
