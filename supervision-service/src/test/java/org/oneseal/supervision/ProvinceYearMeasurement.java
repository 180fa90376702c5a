package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.oneseal.platform.security.Role;
import org.oneseal.supervision.measuring.FigureBook;
import org.oneseal.supervision.measuring.Report;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long a supervisor waits for figures of a province's year: 14 cities, 122 counties, 250 items,
 * 3 channels, 250 working days, a row of every item, channel and day in every county; prints
 * figures for docs/performance.md and is no part of the build. Run by name: {@code
 * -Dtest=ProvinceYearMeasurement -Dmeasure=true}.
 */
@EnabledIfSystemProperty(named = "measure", matches = "true")
class ProvinceYearMeasurement extends Story {

    private static final int OF_EACH = 60;
    private static final String PROVINCE = "990000000000";
    private static final List<String> REGIONS = List.of(PROVINCE, "990300000000", "990302000000");
    private static final List<String> DIMENSIONS =
            List.of("day", "month", "city", "county", "region", "department", "item", "channel");

    /** Questions that read as much as any may; the last four are refused. */
    private static final List<String> HARDEST =
            List.of(
                    "groupBy=region&region=990000000000&from=2025-01-01&to=2025-12-31",
                    "groupBy=region,department&region=990000000000&from=2025-01-01&to=2025-12-31",
                    "groupBy=day,county,channel&region=990000000000&from=2025-03-01&to=2025-04-06",
                    "groupBy=county,channel,day&region=990300000000&from=2025-01-01&to=2025-12-31",
                    "groupBy=region,channel,day&region=990300000000&from=2025-01-01&to=2025-12-31",
                    "groupBy=county,channel,day&region=990300000000&from=2025-01-01&to=2025-12-31"
                            + "&item=item-7",
                    "groupBy=region,item&region=990300000000&from=2025-01-02&to=2025-12-30",
                    "groupBy=department,channel&region=990000000000&from=2025-01-02&to=2025-12-30",
                    "groupBy=day,department&region=990302000000&from=2025-01-01&to=2025-12-31"
                            + "&channel=ONLINE",
                    "groupBy=department,channel,day&region=990300000000&from=2025-01-01&to=2025-12-31",
                    "groupBy=day,item&region=990302000000&from=2025-01-01&to=2025-12-31",
                    "groupBy=item,region&region=990000000000&from=2025-01-02&to=2025-12-30",
                    "groupBy=item,department,channel&region=990000000000&from=2025-01-02&to=2025-12-30");

    @Autowired FigureBook book;
    @Autowired JdbcTemplate jdbc;

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    private final Set<String> refused = new TreeSet<>();

    ProvinceYearMeasurement() {
        super("431128000000");
    }

    @Test
    void a_province_s_year() {
        load();
        for (Report report : Report.values()) {
            say("report " + report.word() + " " + asked(() -> named(report)));
        }
        say("the whole of report reporting " + asked(() -> whole(Report.REPORTING)));
        say("a random grouping " + asked(() -> grouped(1, months())));
        refused.clear();
        say("ad hoc " + asked(() -> grouped(1 + random.nextInt(3), days()) + filters()));
        say("refused as too many groups, in the time told: " + refused.size());
        for (String hardest : HARDEST) {
            say("hardest " + asked(5, () -> "/api/v1/indicators?" + hardest));
        }
    }

    /** Days and their rollups, as if a year had gone by. */
    private void load() {
        ProvinceYear year = new ProvinceYear(jdbc);
        year.write();
        long written = System.nanoTime();
        book.rebuildRollups();
        long rolled = System.nanoTime();
        jdbc.execute("VACUUM ANALYZE indicator_rollups");
        say(
                "%d rows and %d rollups of a province's year: rolled up in %.0f s, load %.1f"
                        .formatted(
                                count("indicators"),
                                count("indicator_rollups"),
                                (rolled - written) / 1e9,
                                ManagementFactory.getOperatingSystemMXBean()
                                        .getSystemLoadAverage()));
    }

    private String named(Report report) {
        return "/api/v1/indicators/reports/" + report.word() + "?limit=200&" + months();
    }

    /** All its rows at once, as a table. */
    private String whole(Report report) {
        return "/api/v1/indicators/reports/" + report.word() + "?format=csv&" + months();
    }

    /** So many dimensions in any order. */
    private String grouped(int dimensions, String period) {
        List<String> by = new ArrayList<>();
        while (by.size() < dimensions) {
            String one = DIMENSIONS.get(random.nextInt(DIMENSIONS.size()));
            if (!by.contains(one)) by.add(one);
        }
        return "/api/v1/indicators?groupBy=" + String.join(",", by) + "&" + period;
    }

    /** A month, a quarter or the year of the province, a city or a county. */
    private String months() {
        int months = List.of(1, 3, 12).get(random.nextInt(3));
        LocalDate from = LocalDate.of(2025, 1 + months * random.nextInt(12 / months), 1);
        return period(from, from.plusMonths(months).minusDays(1));
    }

    /** Any days of the year. */
    private String days() {
        LocalDate from = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(300));
        return period(from, from.plusDays(random.nextInt(365 - from.getDayOfYear())));
    }

    private String period(LocalDate from, LocalDate to) {
        String region = REGIONS.get(random.nextInt(REGIONS.size()));
        return "region=%s&from=%s&to=%s".formatted(region, from, to);
    }

    private String filters() {
        return (random.nextInt(4) == 0 ? "&item=item-7" : "")
                + (random.nextInt(4) == 0 ? "&channel=ONLINE" : "")
                + (random.nextInt(4) == 0 ? "&department=990302-7" : "");
    }

    /** How long answers take, over HTTP and to their last byte; the first five do not count. */
    private String asked(Supplier<String> question) {
        return asked(OF_EACH, question);
    }

    private String asked(int times, Supplier<String> question) {
        String token = tokens.of(Role.SUPERVISOR).region(PROVINCE).subject("supervisor-p").mint();
        List<Long> took = new ArrayList<>();
        String slowest = "";
        long longest = -1;
        for (int i = -5; i < times; i++) {
            String path = question.get();
            long begun = System.nanoTime();
            var answer = http.get(path, token);
            long millis = (System.nanoTime() - begun) / 1_000_000;
            assertThat(answer.status()).as(path).isIn(200, 422);
            if (answer.status() == 422) refused.add(path);
            if (i < 0) continue;
            took.add(millis);
            if (millis > longest) {
                longest = millis;
                slowest = path;
            }
        }
        return percentiles(took) + ", slowest " + slowest;
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

    private long count(String table) {
        Long count = jdbc.queryForObject("SELECT count(*) FROM " + table, Long.class);
        return count == null ? 0 : count;
    }

    private static void say(String figure) {
        System.out.println("MEASURED " + figure);
    }
}
