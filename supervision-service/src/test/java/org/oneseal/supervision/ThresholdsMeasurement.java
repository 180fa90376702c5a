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
import org.springframework.test.context.TestPropertySource;

/**
 * How a day of many thresholds goes while a million clocks are open; prints figures for
 * docs/performance.md and is no part of the build. Run by name: {@code -Dtest=ThresholdsMeasurement
 * -Dmeasure=true}.
 */
@EnabledIfSystemProperty(named = "measure", matches = "true")
// The patrol goes at night; jumping from day to day it would draw each day's cards again meanwhile.
@TestPropertySource(properties = "oneseal.supervision.patrol=PT1H")
class ThresholdsMeasurement extends Story {

    private static final List<String> TABLES = List.of("dossiers", "watches", "watch_progress");

    /** Days whose thresholds are crossed before those that count: code is compiled by then. */
    private static final List<String> WARM =
            List.of("2026-02-25T02:00:00Z", "2026-02-26T02:00:00Z", "2026-02-27T02:00:00Z");

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
        for (int i = 0; i < WARM.size(); i++) prototype(warm(i) + "0", WARM.get(i));
        prototype("431124-first-0", "2026-03-02T02:00:00Z");
        prototype("431124-second-0", "2026-03-03T02:00:00Z");
        prototype("431124-red-0", "2026-02-19T02:00:00Z");
        prototype("431124-open-0", "2026-03-31T02:00:00Z");
        awaitColours("431124-red-0", "YELLOW", "BLUE");
        long begun = System.nanoTime();
        withoutIndexes(
                () -> {
                    for (int i = 0; i < WARM.size(); i++) copies(warm(i), twenty);
                    copies("431124-first-", twenty);
                    copies("431124-second-", forty);
                    copies("431124-red-", ten);
                    copies("431124-open-", OPEN - (WARM.size() + 1) * twenty - forty - ten);
                });
        for (String table : TABLES) jdbc.execute("VACUUM ANALYZE " + table);
        say(
                "%d clocks open, loaded in %.0f s"
                        .formatted(
                                jdbc.queryForObject(
                                        "SELECT count(*) FROM watches WHERE state <> 'CLOSED'",
                                        Long.class),
                                (System.nanoTime() - begun) / 1e9));
        say("a sweep of nothing: %s; with all open: %s".formatted(empty, sweepOfNothing()));
        say("with code as cold as it starts:");
        for (int i = 0; i < WARM.size(); i++) {
            cross(Map.of(warm(i), twenty));
            // What they come to next is of another day.
            jdbc.update(
                    """
                    UPDATE watch_progress SET next_colour = NULL, next_crossing_at = NULL
                     WHERE case_id LIKE ? || '%'
                    """,
                    warm(i));
        }
        compiled();
        say("warm:");
        cross(Map.of("431124-first-", twenty));
        compiled();
        cross(Map.of("431124-second-", forty, "431124-red-", ten));
        say("a sweep of nothing afterwards: " + sweepOfNothing());
    }

    /** Waits until the compilers have little left to do, a minute at most. */
    private static void compiled() {
        var compilers = ManagementFactory.getCompilationMXBean();
        long before = 0;
        for (int i = 0; i < 30; i++) {
            long spent = compilers.getTotalCompilationTime();
            if (spent - before < 100) return;
            before = spent;
            LockSupport.parkNanos(2_000_000_000L);
        }
    }

    private static String warm(int round) {
        return "431124-warm" + (char) ('a' + round) + "-";
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
        for (String table : TABLES) {
            String columns =
                    String.join(
                            ", ",
                            jdbc.queryForList(
                                    """
                                    SELECT CASE WHEN column_name IN ('id', 'case_id', 'case_number')
                                                THEN 'replace(' || column_name || ', p, p2)'
                                                WHEN column_name = 'head'
                                                THEN 'replace(head::text, p, p2)::json'
                                                ELSE column_name END
                                      FROM information_schema.columns
                                     WHERE table_name = ? ORDER BY ordinal_position
                                    """,
                                    String.class,
                                    table));
            jdbc.update(
                    """
                    INSERT INTO %1$s SELECT %2$s FROM %1$s d,
                           (SELECT ?::text || '0' AS p, ?::text || i AS p2 FROM generate_series(1, ?) AS i) n
                     WHERE d.case_id = p
                    """
                            .formatted(table, columns),
                    prefix,
                    prefix,
                    number - 1);
        }
    }

    /** Loads with the lists' indexes away, and makes them again. */
    private void withoutIndexes(Runnable load) {
        List<String> indexes =
                jdbc.queryForList(
                        """
                        SELECT indexdef FROM pg_indexes
                         WHERE indexname LIKE 'watches_open%' OR indexname LIKE 'watches_closed%'
                        """,
                        String.class);
        for (String name :
                jdbc.queryForList(
                        """
                        SELECT indexname FROM pg_indexes
                         WHERE indexname LIKE 'watches_open%' OR indexname LIKE 'watches_closed%'
                        """,
                        String.class)) {
            jdbc.execute("DROP INDEX " + name);
        }
        load.run();
        jdbc.execute("SET maintenance_work_mem = '256MB'");
        indexes.forEach(jdbc::execute);
    }

    /** Jumps to the latest next threshold of these and waits until all have their card. */
    private void cross(Map<String, Integer> crossing) {
        Instant at = Instant.MIN;
        for (String prefix : crossing.keySet()) {
            Instant next =
                    jdbc.queryForObject(
                            "SELECT next_crossing_at FROM watch_progress WHERE case_id = ? || '0'",
                            (r, _) -> r.getTimestamp(1).toInstant(),
                            prefix);
            if (next.isAfter(at)) at = next;
        }
        int number = crossing.values().stream().mapToInt(Integer::intValue).sum();
        int fewest = crossing.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        long before = written();
        double own = ownProcessor();
        double database = databaseProcessor();
        clock.setTo(at);
        long begun = System.nanoTime();
        Map<String, String> done = new LinkedHashMap<>();
        double ninetyNine = 0;
        long all = 0;
        while (all < number) {
            LockSupport.parkNanos(50_000_000);
            // What is asked often costs nothing; counting cards does, so it is done near the marks.
            long written = written() - before;
            boolean first = done.isEmpty() && crossing.size() > 1 && written >= fewest;
            assertThat(System.nanoTime() - begun).isLessThan(Duration.ofMinutes(5).toNanos());
            if (!first && written < number * 99L / 100) continue;
            all = 0;
            Map<String, Long> drawn = drawnSince(at);
            double since = (System.nanoTime() - begun) / 1e9;
            for (String prefix : crossing.keySet()) {
                long one = drawn.getOrDefault(prefix, 0L);
                all += one;
                if (one == crossing.getOrDefault(prefix, 0)) {
                    done.putIfAbsent(prefix, "%s after %.2f s".formatted(prefix, since));
                }
            }
            if (ninetyNine == 0 && all >= number * 99L / 100) ninetyNine = since;
        }
        double drawn = (System.nanoTime() - begun) / 1e9;
        String processor =
                "processor µs a card: process %.0f, database %.0f"
                        .formatted(
                                (ownProcessor() - own) / number * 1e6,
                                (databaseProcessor() - database) / number * 1e6);
        await().atMost(Duration.ofMinutes(5)).until(() -> outbox() == 0);
        say(
                "%d thresholds at one look: cards p99 %.2f s, all %.2f s, %s, all told %.2f s, %s"
                        .formatted(
                                number,
                                ninetyNine,
                                drawn,
                                done.values(),
                                (System.nanoTime() - begun) / 1e9,
                                processor));
    }

    /** Processor seconds of this process: service, broker, compilers and all. */
    private static double ownProcessor() {
        return ((com.sun.management.OperatingSystemMXBean)
                                ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    /** Processor seconds of the database's processes that are there. */
    private double databaseProcessor() {
        return jdbc.queryForList("SELECT pid FROM pg_stat_activity", Long.class).stream()
                        .flatMap(pid -> ProcessHandle.of(pid).stream())
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toNanos)
                        .sum()
                / 1e9;
    }

    /** How many entries the history was given, those included that are not committed yet. */
    private long written() {
        Long last = jdbc.queryForObject("SELECT last_value FROM history_id_seq", Long.class);
        return last == null ? 0 : last;
    }

    /** Cards of that moment and later by the beginning of their case. */
    private Map<String, Long> drawnSince(Instant at) {
        Map<String, Long> drawn = new LinkedHashMap<>();
        jdbc.query(
                """
                SELECT rtrim(split_part(id, '.', 1), '0123456789'), count(*) FROM cards
                 WHERE county = '431124' AND issued_at >= ?::timestamptz GROUP BY 1
                """,
                r -> {
                    drawn.put(r.getString(1), r.getLong(2));
                },
                at.toString());
        return drawn;
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
