package org.oneseal.supervision;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The days of a province's year for measurements: a row of every item, channel and working day in
 * every county, in the order of the days and within a day in none.
 */
final class ProvinceYear {

    private static final int COUNTIES = Integer.getInteger("measure.counties", 122);
    private static final int ITEMS = Integer.getInteger("measure.items", 250);
    private static final int DAYS = Integer.getInteger("measure.days", 250);
    private static final String KEY =
            "ALTER TABLE indicators ADD PRIMARY KEY"
                    + " (day, region, department, item_code, channel)";

    private final JdbcTemplate jdbc;

    ProvinceYear(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the days and nothing that follows from them. */
    void write() {
        List<String> indexes = new ArrayList<>(List.of(KEY));
        jdbc.query(
                """
                SELECT indexname, indexdef FROM pg_indexes
                 WHERE tablename = 'indicators' AND indexname <> 'indicators_pkey'
                """,
                r -> {
                    jdbc.execute("DROP INDEX " + r.getString(1));
                    indexes.add(r.getString(2));
                });
        jdbc.execute("ALTER TABLE indicators DROP CONSTRAINT indicators_pkey");
        // Without a log of what is written: it is read afterwards as any table is.
        jdbc.execute("ALTER TABLE indicators SET UNLOGGED");
        side(workingDays(), this::day);
        side(
                indexes,
                index ->
                        jdbc.execute(
                                "SET maintenance_work_mem = '512MB'; %s; RESET maintenance_work_mem"
                                        .formatted(index)));
        jdbc.execute("VACUUM ANALYZE indicators");
    }

    private void day(LocalDate day) {
        jdbc.update(
                """
                INSERT INTO indicators (day, region, department, item_code, channel,
                       province, city, county, submitted, accepted, accepted_immediate,
                       accepted_online, accepted_legal_days, accepted_promised_days, finished,
                       finished_regular, finished_early, measured, measured_legal_days,
                       measured_promised_days, measured_used_days, reports, reports_late,
                       cards_yellow)
                SELECT ?, r.code || '000000', r.code || '-' || (i % 25), 'item-' || i,
                       c.channel, '99', left(r.code, 4), r.code,
                       n, n, n / 2, n / 3, n * 20, n * 5, n, n, n / 3, n, n * 20, n * 5, n * 3,
                       n * 4, n / 5, n / 9
                  FROM generate_series(0, ?) AS r0(n0),
                       LATERAL (SELECT '99' || lpad((1 + n0 % 14)::text, 2, '0')
                                       || lpad((1 + n0 / 14)::text, 2, '0')) AS r(code),
                       generate_series(1, ?) AS i,
                       (VALUES ('ONLINE'), ('WINDOW'), ('KIOSK')) AS c(channel),
                       LATERAL (SELECT hashint8(n0 * 1000 + i) AS hash) AS h,
                       LATERAL (SELECT 1 + ((hash + ?) & 7)) AS x(n)
                 ORDER BY hash
                """,
                day, COUNTIES - 1, ITEMS, day.getDayOfYear());
    }

    /** Each on one of the two cores. */
    private static <W> void side(List<W> works, Consumer<W> one) {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<?>> begun = new ArrayList<>();
            works.forEach(work -> begun.add(two.submit(() -> one.accept(work))));
            begun.forEach(
                    future -> {
                        try {
                            future.get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new IllegalStateException(e);
                        }
                    });
        }
    }

    private static List<LocalDate> workingDays() {
        return Stream.iterate(LocalDate.of(2025, 1, 1), day -> day.plusDays(1))
                .filter(
                        day ->
                                day.getDayOfWeek() != DayOfWeek.SATURDAY
                                        && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .limit(DAYS)
                .toList();
    }
}
