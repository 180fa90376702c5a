package org.oneseal.platform.calendars;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.OfficeHours;
import org.oneseal.platform.worktime.UnknownYear;
import org.oneseal.platform.worktime.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Calendars put together from the published years of a region and of those above it, for each year
 * the nearest. What was put together is kept in memory as long as the years' hashes stay the same.
 */
class JdbcCalendars implements CatalogCalendars {

    /**
     * Shared by who counts, alone for who keeps a published year, each until its commit: either the
     * counting sees the new year, or the followers of the new year see what was counted.
     */
    private static final long LOCK = 0x4f53_4341_4c4c_4f4bL;

    private final JdbcClient jdbc;
    private final Json json;
    private final Map<RegionCode, Cached> cache = new ConcurrentHashMap<>();

    JdbcCalendars(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<WorkCalendar> forCounting(RegionCode region, LocalDate from) {
        jdbc.sql("SELECT pg_advisory_xact_lock_shared(:lock)::text")
                .param("lock", LOCK)
                .query(String.class)
                .list();
        List<Known> known = known(region);
        if (known.isEmpty()) return Optional.empty();
        String signature = known.toString();
        Cached cached = cache.get(region);
        if (cached == null || !cached.signature().equals(signature)) {
            cached = new Cached(signature, assemble(known));
            cache.put(region, cached);
        }
        try {
            cached.calendar().day(from);
            return Optional.of(cached.calendar());
        } catch (UnknownYear _) {
            return Optional.empty();
        }
    }

    /** Keeps a year as published; a year already there is replaced. */
    void keep(RegionCode region, CalendarYear year, String hash) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)::text")
                .param("lock", LOCK)
                .query(String.class)
                .list();
        jdbc.sql(
                        """
                        INSERT INTO calendar_years (region, year, hash, body)
                        VALUES (:region, :year, :hash, :body::jsonb)
                        ON CONFLICT (region, year)
                        DO UPDATE SET hash = excluded.hash, body = excluded.body
                        """)
                .param("region", region.value())
                .param("year", year.year())
                .param("hash", hash)
                .param("body", json.write(YearRow.of(year)))
                .update();
    }

    /** Forgets all years, before a rebuild. */
    void clear() {
        jdbc.sql("DELETE FROM calendar_years").update();
    }

    /** For each year that of the nearest region, without the days. */
    private List<Known> known(RegionCode region) {
        List<String> path = new ArrayList<>();
        path.add(RegionCode.NATION.value());
        region.ancestors().forEach(ancestor -> path.add(ancestor.value()));
        Map<Integer, Known> nearest = new TreeMap<>();
        jdbc
                .sql("SELECT region, year, hash FROM calendar_years WHERE region IN (:path)")
                .param("path", path)
                .query((r, _) -> new Known(r.getString(1), r.getInt(2), r.getString(3)))
                .list()
                .stream()
                .sorted(Comparator.comparing(k -> path.indexOf(k.region())))
                .forEach(k -> nearest.put(k.year(), k));
        return List.copyOf(nearest.values());
    }

    private WorkCalendar assemble(List<Known> known) {
        RegionCode governing =
                known.stream()
                        .map(k -> new RegionCode(k.region()))
                        .max(Comparator.comparing(RegionCode::level))
                        .orElseThrow();
        return WorkCalendar.of(governing, known.stream().map(this::year).toList());
    }

    private CalendarYear year(Known known) {
        String body =
                jdbc.sql("SELECT body FROM calendar_years WHERE region = :region AND year = :year")
                        .param("region", known.region())
                        .param("year", known.year())
                        .query(String.class)
                        .single();
        return json.read(body, YearRow.class).year();
    }

    private record Known(String region, int year, String hash) {}

    private record Cached(String signature, WorkCalendar calendar) {}

    /** A year as stored. */
    record YearRow(
            int number,
            int version,
            boolean provisional,
            Map<String, String> holidays,
            Map<String, String> makeUpDays,
            List<SpanRow> spans,
            boolean afterHoursIsNextDay,
            @Nullable String decree) {

        record SpanRow(String from, String to) {}

        static YearRow of(CalendarYear year) {
            return new YearRow(
                    year.year(),
                    year.version(),
                    year.provisional(),
                    texts(year.holidays()),
                    texts(year.makeUpDays()),
                    year.officeHours().spans().stream()
                            .map(s -> new SpanRow(s.from().toString(), s.to().toString()))
                            .toList(),
                    year.officeHours().afterHoursIsNextDay(),
                    year.decree());
        }

        CalendarYear year() {
            return new CalendarYear(
                    number,
                    version,
                    provisional,
                    dates(holidays),
                    dates(makeUpDays),
                    new OfficeHours(
                            spans.stream()
                                    .map(
                                            s ->
                                                    new OfficeHours.Span(
                                                            LocalTime.parse(s.from()),
                                                            LocalTime.parse(s.to())))
                                    .toList(),
                            afterHoursIsNextDay),
                    decree);
        }

        private static Map<String, String> texts(Map<LocalDate, String> days) {
            Map<String, String> texts = new HashMap<>();
            days.forEach((day, name) -> texts.put(day.toString(), name));
            return texts;
        }

        private static TreeMap<LocalDate, String> dates(Map<String, String> days) {
            TreeMap<LocalDate, String> dates = new TreeMap<>();
            days.forEach((day, name) -> dates.put(LocalDate.parse(day), name));
            return dates;
        }
    }
}
