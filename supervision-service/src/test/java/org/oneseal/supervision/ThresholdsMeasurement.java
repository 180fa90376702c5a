package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.oneseal.supervision.supervising.Sweep;
import org.oneseal.supervision.warning.Colour;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How a day of many thresholds goes while a million clocks are open; prints figures for
 * docs/performance.md and is no part of the build. Run by name: {@code -Dtest=ThresholdsMeasurement
 * -Dmeasure=true}.
 */
@EnabledIfSystemProperty(named = "measure", matches = "true")
class ThresholdsMeasurement extends Story {

    private static final int OPEN = Integer.getInteger("measure.open", 1_000_000);

    @Autowired JdbcTemplate jdbc;
    @Autowired Sweep sweep;

    ThresholdsMeasurement() {
        super("431124000000");
    }

    @Test
    void a_million_clocks_and_many_thresholds() {
        int twenty = Math.min(20_000, OPEN / 10);
        int forty = Math.min(40_000, OPEN / 5);
        int ten = Math.min(10_000, OPEN / 20);
        String empty = sweepOfNothing();
        // Blue two working days before the fifth, red six after it: red and the second blue meet.
        prototype("431124-first-0", "2026-03-02T02:00:00Z");
        prototype("431124-second-0", "2026-03-03T02:00:00Z");
        prototype("431124-red-0", "2026-02-19T02:00:00Z");
        prototype("431124-open-0", "2026-03-31T02:00:00Z");
        awaitColours("431124-red-0", "YELLOW", "BLUE");
        long begun = System.nanoTime();
        copies("431124-first-", twenty);
        copies("431124-second-", forty);
        copies("431124-red-", ten);
        copies("431124-open-", OPEN - twenty - forty - ten);
        jdbc.execute("VACUUM ANALYZE watches");
        jdbc.execute("VACUUM ANALYZE dossiers");
        say(
                "%d clocks open, loaded in %.0f s"
                        .formatted(
                                jdbc.queryForObject(
                                        "SELECT count(*) FROM watches WHERE state <> 'CLOSED'",
                                        Long.class),
                                (System.nanoTime() - begun) / 1e9));
        say("a sweep of nothing: %s; with all open: %s".formatted(empty, sweepOfNothing()));
        cross(Map.of("431124-first-", twenty));
        cross(Map.of("431124-second-", forty, "431124-red-", ten));
        say("a sweep of nothing afterwards: " + sweepOfNothing());
    }

    private String sweepOfNothing() {
        long[] times = new long[50];
        for (int i = 0; i < times.length; i++) {
            long begun = System.nanoTime();
            sweep.sweep(Colour.BLUE, clock.instant(), 500);
            times[i] = (System.nanoTime() - begun) / 1000;
        }
        Arrays.sort(times);
        return "p50 %d µs, max %d µs".formatted(times[25], times[49]);
    }

    private void prototype(String id, String at) {
        accept(id, at);
        awaitWatch(id, "case");
    }

    /** Copies of a prototype by the database, which knows nothing of what is in the rows. */
    private void copies(String prefix, int number) {
        for (String table : List.of("dossiers", "watches")) {
            jdbc.update(
                    """
                    INSERT INTO %1$s SELECT r.* FROM %1$s d, generate_series(1, ?) AS i,
                           LATERAL jsonb_populate_record(null::%1$s,
                               replace(to_jsonb(d)::text, ? || '0', ? || i)::jsonb) AS r
                     WHERE d.case_id = ? || '0'
                    """
                            .formatted(table),
                    number - 1,
                    prefix,
                    prefix,
                    prefix);
        }
    }

    /** Jumps to the latest next threshold of these and waits until all have their card. */
    private void cross(Map<String, Integer> crossing) {
        Instant at = Instant.MIN;
        Map<String, Long> before = new LinkedHashMap<>();
        for (String prefix : crossing.keySet()) {
            Instant next =
                    jdbc.queryForObject(
                            "SELECT next_crossing_at FROM watches WHERE case_id = ? || '0'",
                            (r, _) -> r.getTimestamp(1).toInstant(),
                            prefix);
            if (next.isAfter(at)) at = next;
            before.put(prefix, drawn(prefix));
        }
        int number = crossing.values().stream().mapToInt(Integer::intValue).sum();
        clock.setTo(at);
        long begun = System.nanoTime();
        Map<String, String> done = new LinkedHashMap<>();
        double ninetyNine = 0;
        long all = 0;
        while (all < number) {
            LockSupport.parkNanos(20_000_000);
            all = 0;
            double since = (System.nanoTime() - begun) / 1e9;
            for (String prefix : crossing.keySet()) {
                long drawn = drawn(prefix) - before.getOrDefault(prefix, 0L);
                all += drawn;
                if (drawn == crossing.getOrDefault(prefix, 0)) {
                    done.putIfAbsent(prefix, "%s after %.2f s".formatted(prefix, since));
                }
            }
            if (ninetyNine == 0 && all >= number * 99L / 100) ninetyNine = since;
            assertThat(since).isLessThan(300);
        }
        double drawn = (System.nanoTime() - begun) / 1e9;
        await().atMost(Duration.ofMinutes(5)).until(() -> outbox() == 0);
        say(
                "%d thresholds at one look: cards p99 %.2f s, all %.2f s, %s, all told %.2f s"
                        .formatted(
                                number,
                                ninetyNine,
                                drawn,
                                done.values(),
                                (System.nanoTime() - begun) / 1e9));
    }

    private long drawn(String prefix) {
        Long count =
                jdbc.queryForObject(
                        """
                        SELECT count(*) FROM cards
                         WHERE county = '431124' AND case_id LIKE ? || '%'
                        """,
                        Long.class, prefix);
        return count == null ? 0 : count;
    }

    private long outbox() {
        Long count = jdbc.queryForObject("SELECT count(*) FROM outbox", Long.class);
        return count == null ? 0 : count;
    }

    private static void say(String figure) {
        System.out.println(
                "MEASURED "
                        + figure
                        + ", load %.1f"
                                .formatted(
                                        ManagementFactory.getOperatingSystemMXBean()
                                                .getSystemLoadAverage()));
    }
}
