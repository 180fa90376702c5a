package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.supervision.measuring.FigureBook;
import org.oneseal.supervision.measuring.FigureBook.Dimension;
import org.oneseal.supervision.measuring.Report;
import org.oneseal.supervision.retrospect.LogMapping;
import org.oneseal.supervision.retrospect.LoggedOffice;
import org.oneseal.supervision.retrospect.Retrospects;
import org.oneseal.supervision.retrospect.TakeLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long large things take; prints figures for docs/performance.md and is no part of the build.
 * Run by name: {@code -Dtest=SupervisionMeasurement -Dmeasure=true}.
 */
@EnabledIfSystemProperty(named = "measure", matches = "true")
class SupervisionMeasurement extends Story {

    private static final int COUNTIES = Integer.getInteger("measure.counties", 122);
    private static final int CASES = Integer.getInteger("measure.cases", 160_000);

    @Autowired FigureBook book;
    @Autowired JdbcTemplate jdbc;
    @Autowired TakeLog takeLog;
    @Autowired Retrospects retrospects;

    SupervisionMeasurement() {
        super("431128000000");
    }

    @Test
    void a_million_events() {
        clock.setTo(Instant.parse("2026-09-01T03:00:00Z"));
        LoggedOffice office = LoggedOffice.made(7, CASES);
        Map<String, Long> expected = office.counts(clock.instant());
        take(LogMapping.Format.CSV, office.csv().getBytes(StandardCharsets.UTF_8), expected);
        take(LogMapping.Format.XES, office.xes().getBytes(StandardCharsets.UTF_8), expected);
    }

    private void take(LogMapping.Format format, byte[] log, Map<String, Long> expected) {
        boolean csv = format == LogMapping.Format.CSV;
        LogMapping mapping =
                new LogMapping(
                        format,
                        csv ? "case" : null,
                        csv ? "activity" : null,
                        csv ? "at" : null,
                        null,
                        "Asia/Shanghai",
                        "told",
                        "office",
                        null,
                        "due",
                        false,
                        Map.of(
                                "in", LogMapping.Effect.RECEIVED,
                                "out", LogMapping.Effect.FINISHED),
                        false,
                        TimeLimit.workingDays(10),
                        TimeLimit.workingDays(5));
        long begun = System.nanoTime();
        TakeLog.Taken taken =
                (TakeLog.Taken)
                        takeLog.take(
                                "measured",
                                new RegionCode(county()),
                                mapping,
                                new ByteArrayInputStream(log),
                                "measurement",
                                clock.instant());
        long staged = System.nanoTime();
        Scope everywhere = new Scope.Everywhere();
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () ->
                                retrospects
                                        .summary(taken.id(), everywhere)
                                        .orElseThrow()
                                        .state()
                                        .equals("DONE"));
        long judged = System.nanoTime();
        Retrospects.Summary summary = retrospects.summary(taken.id(), everywhere).orElseThrow();
        assertThat(summary.late()).isEqualTo(expected.get("late"));
        assertThat(summary.red()).isEqualTo(expected.get("red"));
        assertThat(summary.yellow()).isEqualTo(expected.get("yellow"));
        assertThat(summary.lateReports()).isEqualTo(expected.get("lateReports"));
        say(
                "log: %s, %d events, %d cases, taken in %.1f s, judged in %.1f s, counts equal"
                        .formatted(
                                format,
                                summary.events(),
                                summary.cases(),
                                (staged - begun) / 1e9,
                                (judged - staged) / 1e9));
    }

    @Test
    void a_province_s_year() {
        long begun = System.nanoTime();
        List<String> secondary =
                List.of(
                        "indicators_county",
                        "indicators_city",
                        "indicators_province",
                        "indicators_department");
        secondary.forEach(index -> jdbc.execute("DROP INDEX " + index));
        jdbc.execute("ALTER TABLE indicators DROP CONSTRAINT indicators_pkey");
        int rows =
                jdbc.update(
                        """
                        INSERT INTO indicators (day, region, department, item_code, channel,
                               province, city, county, submitted, accepted, accepted_immediate,
                               accepted_legal_days, accepted_promised_days, finished,
                               finished_regular, finished_early, measured, measured_legal_days,
                               measured_promised_days, measured_used_days, reports, cards_yellow)
                        SELECT d.day, r.code || '000000', r.code || '-' || (i % 25), 'item-' || i,
                               c.channel, '99', left(r.code, 4), r.code,
                               n, n, n / 2, n * 20, n * 5, n, n, n / 3, n, n * 20, n * 5, n * 3,
                               n * 4, n / 9
                          FROM generate_series(0, ?) AS r0(n0),
                               LATERAL (SELECT '99' || lpad((1 + n0 % 14)::text, 2, '0')
                                               || lpad((1 + n0 / 14)::text, 2, '0')) AS r(code),
                               generate_series(1, 250) AS i,
                               (VALUES ('ONLINE'), ('WINDOW'), ('KIOSK')) AS c(channel),
                               (SELECT day::date FROM generate_series('2025-01-01'::date,
                                       '2025-12-31'::date, '1 day') AS day
                                 WHERE extract(isodow FROM day) < 6 LIMIT 250) AS d(day),
                               LATERAL (SELECT 1 + (hashtext(i || r.code || d.day) & 7)) AS x(n)
                        """,
                        COUNTIES - 1);
        jdbc.execute(
                "ALTER TABLE indicators ADD PRIMARY KEY (day, region, department, item_code,"
                        + " channel)");
        jdbc.execute("CREATE INDEX indicators_county ON indicators (county, day)");
        jdbc.execute("CREATE INDEX indicators_city ON indicators (city, day)");
        jdbc.execute("CREATE INDEX indicators_province ON indicators (province, day)");
        jdbc.execute("CREATE INDEX indicators_department ON indicators (department, day)");
        long loaded = System.nanoTime();
        book.rebuildRollups();
        jdbc.execute("VACUUM ANALYZE indicators");
        jdbc.execute("VACUUM ANALYZE indicator_rollups");
        say(
                "figures: %d rows of a province's year, loaded in %.0f s, rolled up in %.0f s"
                        .formatted(
                                rows, (loaded - begun) / 1e9, (System.nanoTime() - loaded) / 1e9));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (Report report : Report.values()) {
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < 45; i++) {
                long time = timed(named(report, random));
                if (i >= 5) times.add(time);
            }
            say("report " + report.word() + " " + percentiles(times));
        }
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 60; i++) times.add(timed(adHoc(random)));
        say("ad hoc " + percentiles(times));
    }

    private long timed(FigureBook.Question question) {
        long begun = System.nanoTime();
        book.groups(question, 50_000);
        long took = (System.nanoTime() - begun) / 1_000_000;
        if (took > 1000) say("slow: %d ms %s".formatted(took, question));
        return took;
    }

    /** A month, a quarter or the year of the province, a city or a county. */
    private static FigureBook.Question named(Report report, RandomGenerator random) {
        int months = List.of(1, 3, 12).get(random.nextInt(3));
        LocalDate from = LocalDate.of(2025, 1 + months * random.nextInt(12 / months), 1);
        return new FigureBook.Question(
                new Scope.WithinRegion(new RegionCode("990000000000")),
                region(random),
                from,
                from.plusMonths(months).minusDays(1),
                report.by(),
                null,
                null,
                null);
    }

    private static FigureBook.Question adHoc(RandomGenerator random) {
        List<Dimension> by = new ArrayList<>();
        List<Dimension> all =
                List.of(
                        Dimension.DAY,
                        Dimension.MONTH,
                        Dimension.CITY,
                        Dimension.COUNTY,
                        Dimension.DEPARTMENT,
                        Dimension.ITEM,
                        Dimension.CHANNEL);
        while (by.isEmpty() || (by.size() < 2 && random.nextBoolean())) {
            Dimension one = all.get(random.nextInt(all.size()));
            if (!by.contains(one)) by.add(one);
        }
        LocalDate from = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(200));
        return new FigureBook.Question(
                new Scope.WithinRegion(new RegionCode("990000000000")),
                region(random),
                from,
                from.plusDays(random.nextInt(165)),
                by,
                null,
                random.nextInt(4) == 0 ? "item-7" : null,
                random.nextInt(4) == 0 ? "ONLINE" : null);
    }

    private static RegionCode region(RandomGenerator random) {
        return new RegionCode(
                List.of("990000000000", "990300000000", "990302000000").get(random.nextInt(3)));
    }

    private static String percentiles(List<Long> times) {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return "n=%d p50=%d p95=%d max=%d ms, load %.1f"
                .formatted(
                        sorted.length,
                        sorted[sorted.length / 2],
                        sorted[(int) Math.ceil(sorted.length * 0.95) - 1],
                        Arrays.stream(sorted).max().orElse(0),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void say(String figure) {
        System.out.println("MEASURED " + figure);
    }
}
