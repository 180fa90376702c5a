package org.oneseal.cases.persistence;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.calendars.PublishedCalendars;
import org.oneseal.cases.calendars.Recount;
import org.oneseal.cases.calendars.Recount.Stage;
import org.oneseal.cases.calendars.Recounts;
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
class JdbcCalendars implements PublishedCalendars, Recounts {

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
        if (now == null) return refresh();
        if (System.nanoTime() - now.checkedAt() < FRESH || !looking.tryLock()) return now;
        try {
            return refresh();
        } finally {
            looking.unlock();
        }
    }

    private synchronized Known refresh() {
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
    public boolean keep(RegionCode region, CalendarYear year) {
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
        return changed > 0;
    }

    @Override
    public void countAnew(RegionCode region, @Nullable String decree) {
        jdbc.sql("INSERT INTO recount (region, decree) VALUES (?, ?)")
                .param(region.value())
                .param(decree)
                .update();
    }

    @Override
    public void forgetAll() {
        jdbc.sql("DELETE FROM calendar_year").update();
        known = null;
    }

    /** What is counted must be counted by the newest calendar, so memory is refreshed first. */
    @Override
    public Optional<Recount> take(Instant now) {
        Optional<Recount> taken =
                jdbc.sql(
                                """
                                SELECT id, region, decree, after_id, settles_at IS NULL, barrier IS NULL
                                  FROM recount
                                 WHERE (settles_at IS NULL OR settles_at <= :now)
                                   AND (barrier IS NULL
                                        OR barrier < pg_snapshot_xmin(pg_current_snapshot()))
                                 ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
                                """)
                        .param("now", Timestamp.from(now))
                        .query(
                                (r, _) ->
                                        new Recount(
                                                r.getLong(1),
                                                new RegionCode(r.getString(2)),
                                                r.getString(3),
                                                stage(r.getBoolean(5), r.getBoolean(6)),
                                                r.getString(4)))
                        .optional();
        if (taken.isPresent()) refresh();
        return taken;
    }

    private static Stage stage(boolean counting, boolean unsettled) {
        if (counting) return Stage.ALL;
        return unsettled ? Stage.SETTLED : Stage.WRITTEN_SINCE;
    }

    @Override
    public void goOn(Recount recount, String after) {
        jdbc.sql("UPDATE recount SET after_id = ? WHERE id = ?")
                .param(after)
                .param(recount.id())
                .update();
    }

    @Override
    public void settle(Recount recount, Instant from) {
        jdbc.sql("UPDATE recount SET after_id = NULL, settles_at = ? WHERE id = ?")
                .param(Timestamp.from(from))
                .param(recount.id())
                .update();
    }

    @Override
    public void awaitWriters(Recount recount) {
        jdbc.sql("UPDATE recount SET barrier = pg_current_xact_id() WHERE id = ?")
                .param(recount.id())
                .update();
    }

    /** The history is in the order of transactions; what recounts write themselves is left out. */
    @Override
    public List<String> writtenSince(Recount recount, int limit) {
        String within =
                recount.region().equals(RegionCode.NATION)
                        ? "true"
                        : Columns.column(recount.region().level()) + " = :prefix";
        return jdbc.sql(
                        """
                        SELECT id FROM cases
                         WHERE open AND origin = 'APPLICATION' AND id > :after AND %s
                           AND id IN (SELECT aggregate_id FROM history
                                       WHERE tx >= (SELECT since FROM recount WHERE id = :recount)
                                         AND type <> 'cases.rebased')
                         ORDER BY id LIMIT :limit
                        """
                                .formatted(within))
                .param("after", recount.after() == null ? "" : recount.after())
                .param("prefix", recount.region().prefix())
                .param("recount", recount.id())
                .param("limit", limit)
                .query((r, _) -> r.getString(1))
                .list();
    }

    @Override
    public void done(Recount recount) {
        jdbc.sql("DELETE FROM recount WHERE id = ?").param(recount.id()).update();
    }
}
