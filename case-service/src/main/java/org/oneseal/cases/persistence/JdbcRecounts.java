package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;
import static org.oneseal.cases.persistence.Columns.dateOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.calendars.ChangedDays;
import org.oneseal.cases.calendars.PublishedCalendars;
import org.oneseal.cases.calendars.Recount;
import org.oneseal.cases.calendars.Recount.Stage;
import org.oneseal.cases.calendars.Recounts;
import org.oneseal.cases.handling.Case;
import org.oneseal.platform.region.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A row a range: how far each has come is committed together with what it has written. */
@Repository
class JdbcRecounts implements Recounts {

    private final JdbcClient jdbc;
    private final PublishedCalendars calendars;

    JdbcRecounts(JdbcClient jdbc, PublishedCalendars calendars) {
        this.jdbc = jdbc;
        this.calendars = calendars;
    }

    /** Every id falls into one range, those that come in meanwhile too: the last one has no end. */
    @Override
    public void begin(
            RegionCode region, @Nullable String decree, ChangedDays days, Instant startsAt) {
        jdbc.sql(
                        """
                        WITH cut AS (
                            SELECT percentile_disc(ARRAY(SELECT n / :ranges::float8
                                                           FROM generate_series(1, :ranges - 1) n))
                                   WITHIN GROUP (ORDER BY id) AS ids
                              FROM cases WHERE open AND origin = 'APPLICATION' AND %s)
                        INSERT INTO recount (region, decree, changed_from, changed_until, starts_at,
                                             from_id, until_id)
                        SELECT :region, :decree, :from, :until, :startsAt,
                               coalesce(ids[n - 1], ''),
                               CASE WHEN n < :ranges THEN coalesce(ids[n], '') END
                          FROM cut, generate_series(1, :ranges) AS n ORDER BY n
                        """
                                .formatted(within(region)))
                .param("prefix", region.prefix())
                .param("region", region.value())
                .param("decree", decree)
                .param("from", days.from(), java.sql.Types.DATE)
                .param("until", days.until(), java.sql.Types.DATE)
                .param("startsAt", at(startsAt))
                .param("ranges", RANGES)
                .update();
    }

    /** What is counted must be counted by the newest calendar, so memory is refreshed first. */
    @Override
    public Optional<Recount> take(Instant now) {
        Optional<Recount> taken =
                jdbc.sql(
                                """
                                SELECT * FROM recount
                                 WHERE (settles_at IS NULL OR settles_at <= :now)
                                   AND (starts_at IS NULL OR starts_at <= :now)
                                   AND (barrier IS NULL
                                        OR barrier < pg_snapshot_xmin(pg_current_snapshot()))
                                 ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
                                """)
                        .param("now", at(now))
                        .query((r, _) -> recount(r))
                        .optional();
        if (taken.isPresent()) calendars.refresh();
        return taken;
    }

    private static Recount recount(ResultSet r) throws SQLException {
        return new Recount(
                r.getLong("id"),
                new RegionCode(r.getString("region")),
                r.getString("decree"),
                new ChangedDays(dateOrNull(r, "changed_from"), dateOrNull(r, "changed_until")),
                stage(r.getObject("settles_at") == null, r.getObject("barrier") == null),
                Objects.requireNonNullElse(r.getString("after_id"), r.getString("from_id")),
                r.getString("until_id"));
    }

    private static String within(RegionCode region) {
        return region.equals(RegionCode.NATION)
                ? "true"
                : Columns.column(region.level()) + " = :prefix";
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
                .param(at(from))
                .param(recount.id())
                .update();
    }

    @Override
    public void awaitWriters(Recount recount) {
        jdbc.sql("UPDATE recount SET barrier = pg_current_xact_id() WHERE id = ?")
                .param(recount.id())
                .update();
    }

    /**
     * A due date follows from the days between the receipt and itself, so that what was changed
     * outside of them moves nothing; the day before the receipt is left to the rules of who comes
     * after hours.
     */
    @Override
    public List<String> concerned(Recount recount, int limit) {
        LocalDate from = recount.days().from();
        LocalDate until = recount.days().until();
        String condition = "";
        Map<String, Object> bounds = new HashMap<>();
        if (from != null) {
            condition +=
                    " AND (state = 'SUSPENDED'"
                            + " OR coalesce(greatest(answer_due, legal_due, promised_due, step_due),"
                            + " 'infinity') >= :from)";
            bounds.put("from", start(from));
        }
        if (until != null) {
            condition += " AND received_at < :until";
            bounds.put("until", start(until.plusDays(2)));
        }
        return ids(recount, "SELECT id FROM cases ", condition, bounds, limit);
    }

    private static Object start(LocalDate day) {
        return Objects.requireNonNull(at(day.atStartOfDay(Case.ZONE).toInstant()));
    }

    /**
     * The history is in the order of transactions; what recounts write themselves is left out. It
     * is looked up first and by itself: a planner expects nothing among the newest transactions and
     * would read them all again for each case.
     */
    @Override
    public List<String> writtenSince(Recount recount, int limit) {
        return ids(
                recount,
                """
                WITH written AS MATERIALIZED (
                    SELECT DISTINCT aggregate_id FROM history
                     WHERE tx >= (SELECT since FROM recount WHERE id = :recount)
                       AND type <> 'cases.rebased' AND aggregate_id > :after)
                SELECT id FROM written JOIN cases ON id = aggregate_id
                """,
                "",
                Map.of("recount", recount.id()),
                limit);
    }

    private List<String> ids(
            Recount recount,
            String from,
            String condition,
            Map<String, Object> parameters,
            int limit) {
        String end = recount.until() == null ? "" : " AND id <= :until_id";
        return jdbc.sql(
                        from
                                + """
                                 WHERE open AND origin = 'APPLICATION' AND id > :after AND %s%s%s
                                 ORDER BY id LIMIT :limit
                                """
                                        .formatted(within(recount.region()), end, condition))
                .params(parameters)
                .param("after", recount.after())
                .param("until_id", recount.until())
                .param("prefix", recount.region().prefix())
                .param("limit", limit)
                .query((r, _) -> r.getString(1))
                .list();
    }

    @Override
    public void done(Recount recount) {
        jdbc.sql("DELETE FROM recount WHERE id = ?").param(recount.id()).update();
    }
}
