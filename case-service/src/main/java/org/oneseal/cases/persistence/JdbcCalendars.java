package org.oneseal.cases.persistence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.calendars.ChangedDays;
import org.oneseal.cases.calendars.PublishedCalendars;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.Unavailable;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.UnknownYear;
import org.oneseal.platform.worktime.WorkCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Calendars, built once and looked up in memory; whether another replica has learned of a new one
 * is asked at most once a second.
 */
@Repository
class JdbcCalendars implements PublishedCalendars {

    private static final Logger log = LoggerFactory.getLogger(JdbcCalendars.class);
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private record Known(Map<RegionCode, WorkCalendar> calendars, String state, long checkedAt) {}

    private final JdbcClient jdbc;
    private final Json json;

    /** One looks, and nobody waits for it, because who waits holds a connection. */
    private final Lock looking = new ReentrantLock();

    private volatile @Nullable Known known;

    JdbcCalendars(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<WorkCalendar> publishedFor(RegionCode region) {
        return Optional.ofNullable(known().calendars().get(region));
    }

    /**
     * Without any calendar nothing can be counted: come back when the catalog has told. While years
     * arrive one by one a gap is no error but not a calendar yet either.
     */
    @Override
    public WorkCalendar of(RegionCode region) {
        if (known().calendars().isEmpty()) {
            throw new Unavailable("no calendar known yet", Duration.ofSeconds(5));
        }
        return PublishedCalendars.super.of(region);
    }

    private Known known() {
        Known now = known;
        if (now == null || now.calendars().isEmpty()) return look();
        if (System.nanoTime() - now.checkedAt() < FRESH || !looking.tryLock()) return now;
        try {
            return look();
        } finally {
            looking.unlock();
        }
    }

    @Override
    public void refresh() {
        look();
    }

    private synchronized Known look() {
        Known before = known;
        String state =
                jdbc.sql("SELECT count(*) || '/' || coalesce(sum(version), 0) FROM calendar_year")
                        .query(String.class)
                        .single();
        Known after =
                before != null && before.state().equals(state)
                        ? new Known(before.calendars(), state, System.nanoTime())
                        : new Known(build(), state, System.nanoTime());
        known = after;
        return after;
    }

    private Map<RegionCode, WorkCalendar> build() {
        Map<RegionCode, List<CalendarYear>> years = new HashMap<>();
        jdbc.sql("SELECT region, body FROM calendar_year")
                .query(
                        (r, _) -> {
                            years.computeIfAbsent(
                                            new RegionCode(r.getString(1)), _ -> new ArrayList<>())
                                    .add(json.read(r.getString(2), CalendarYear.class));
                            return true;
                        })
                .list();
        Map<RegionCode, WorkCalendar> calendars = new HashMap<>();
        years.forEach(
                (region, all) -> {
                    try {
                        calendars.put(region, WorkCalendar.of(region, all));
                    } catch (UnknownYear e) {
                        log.info("The calendar of {} has a gap yet: {}", region, e.year());
                    }
                });
        return calendars;
    }

    @Override
    public Optional<ChangedDays> keep(RegionCode region, CalendarYear year) {
        CalendarYear before =
                jdbc.sql("SELECT body FROM calendar_year WHERE region = ? AND year = ? FOR UPDATE")
                        .param(region.value())
                        .param(year.year())
                        .query(String.class)
                        .optional()
                        .map(body -> json.read(body, CalendarYear.class))
                        .orElse(null);
        int changed =
                jdbc.sql(
                                """
                                INSERT INTO calendar_year (region, year, version, body)
                                VALUES (?, ?, ?, ?::jsonb)
                                ON CONFLICT (region, year) DO UPDATE
                                SET version = excluded.version, body = excluded.body
                                WHERE calendar_year.version < excluded.version
                                """)
                        .param(region.value())
                        .param(year.year())
                        .param(year.version())
                        .param(json.write(year))
                        .update();
        return changed > 0 ? ChangedDays.between(before, year) : Optional.empty();
    }

    @Override
    public void forgetAll() {
        jdbc.sql("DELETE FROM calendar_year").update();
        known = null;
    }
}
