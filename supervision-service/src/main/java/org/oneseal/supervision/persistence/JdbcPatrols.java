package org.oneseal.supervision.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.supervising.Patrol;
import org.oneseal.supervision.supervising.Patrols;
import org.oneseal.supervision.supervising.Register;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Nights of patrol, and the cards that came out otherwise. */
@Repository
class JdbcPatrols implements Patrols {

    private final JdbcClient jdbc;
    private final Rows rows;

    JdbcPatrols(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public Optional<LocalDate> lastDay() {
        return jdbc.sql("SELECT day FROM patrols ORDER BY day DESC LIMIT 1")
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public boolean take(LocalDate day, Instant now, Instant until) {
        return jdbc.sql(
                                """
                                INSERT INTO patrol_turns (day, "until") VALUES (:day, :until)
                                ON CONFLICT (day) DO UPDATE SET "until" = excluded."until"
                                 WHERE patrol_turns."until" <= :now
                                """)
                        .param("day", day)
                        .param("until", JdbcFiles.at(until))
                        .param("now", JdbcFiles.at(now))
                        .update()
                == 1;
    }

    /** Who comes second waits for the first one's commit, and then finds the day there. */
    @Override
    @Transactional
    public void keep(LocalDate day, Instant at, Patrol.Report report) {
        int kept =
                jdbc.sql(
                                """
                                INSERT INTO patrols (day, at, cards, complete)
                                VALUES (:day, :at, :cards, :complete) ON CONFLICT DO NOTHING
                                """)
                        .param("day", day)
                        .param("at", JdbcFiles.at(at))
                        .param("cards", report.cards())
                        .param("complete", report.complete())
                        .update();
        if (kept == 0) return;
        jdbc.sql(
                        """
                        INSERT INTO patrol_findings (day, card_id, threshold, again,
                                                     calendar_changed)
                        SELECT :day, card_id, threshold, again, calendar_changed
                          FROM jsonb_to_recordset(:wrong::jsonb)
                               AS w(card_id text, threshold timestamptz, again timestamptz,
                                    calendar_changed boolean)
                        """)
                .param("day", day)
                .param("wrong", rows.json(report.wrong()))
                .update();
    }

    @Override
    public List<Night> nights(Register.Sight sight, @Nullable LocalDate before, int limit) {
        Scope.Predicate within = sight.scope().sql("c");
        return jdbc.sql(
                        """
                        SELECT p.day, p.at, p.complete,
                               (SELECT count(*) FROM patrol_findings f
                                  JOIN cards c ON c.id = f.card_id
                                 WHERE f.day = p.day AND %s)
                          FROM patrols p
                         WHERE :before::date IS NULL OR p.day < :before
                         ORDER BY p.day DESC LIMIT :limit
                        """
                                .formatted(within.sql()))
                .param("before", before)
                .param("limit", limit)
                .params(within.parameters())
                .query(
                        (r, _) ->
                                new Night(
                                        r.getObject(1, LocalDate.class),
                                        r.getObject(2, OffsetDateTime.class).toInstant(),
                                        r.getBoolean(3),
                                        r.getLong(4)))
                .list();
    }

    @Override
    public boolean isPatrolled(LocalDate day) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM patrols WHERE day = :day)")
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Patrol.Wrong> wrong(
            Register.Sight sight, LocalDate day, String afterCard, int limit) {
        Scope.Predicate within = sight.scope().sql("c");
        return jdbc.sql(
                        """
                        SELECT c.id, c.rule_code, f.threshold, f.again, f.calendar_changed
                          FROM patrol_findings f JOIN cards c ON c.id = f.card_id
                         WHERE f.day = :day AND f.card_id > :after AND %s
                         ORDER BY f.card_id LIMIT :limit
                        """
                                .formatted(within.sql()))
                .param("day", day)
                .param("after", afterCard)
                .param("limit", limit)
                .params(within.parameters())
                .query(JdbcPatrols::wrong)
                .list();
    }

    private static Patrol.Wrong wrong(ResultSet r, int index) throws SQLException {
        OffsetDateTime again = r.getObject(4, OffsetDateTime.class);
        return new Patrol.Wrong(
                r.getString(1),
                r.getString(2),
                r.getObject(3, OffsetDateTime.class).toInstant(),
                again == null ? null : again.toInstant(),
                r.getBoolean(5));
    }
}
