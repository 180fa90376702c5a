package org.oneseal.supervision.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public List<Night> nights(Register.Sight sight, int limit) {
        Map<LocalDate, Night> nights = new LinkedHashMap<>();
        jdbc.sql("SELECT day, at, complete FROM patrols ORDER BY day DESC LIMIT :limit")
                .param("limit", limit)
                .query(
                        (r, _) ->
                                new Night(
                                        r.getObject(1, LocalDate.class),
                                        r.getObject(2, OffsetDateTime.class).toInstant(),
                                        r.getBoolean(3),
                                        new ArrayList<>()))
                .list()
                .forEach(night -> nights.put(night.day(), night));
        Scope.Predicate within = sight.scope().sql("c");
        jdbc.sql(
                        """
                        SELECT f.day, c.id, c.rule_code, f.threshold, f.again, f.calendar_changed
                          FROM patrol_findings f JOIN cards c ON c.id = f.card_id
                         WHERE f.day IN (SELECT day FROM patrols ORDER BY day DESC LIMIT :limit)
                           AND %s
                         ORDER BY f.day, c.id
                        """
                                .formatted(within.sql()))
                .param("limit", limit)
                .params(within.parameters())
                .query(
                        (r, _) -> {
                            OffsetDateTime again = r.getObject(5, OffsetDateTime.class);
                            Night night = nights.get(r.getObject(1, LocalDate.class));
                            return night != null
                                    && night.wrong()
                                            .add(
                                                    new Patrol.Wrong(
                                                            r.getString(2),
                                                            r.getString(3),
                                                            r.getObject(4, OffsetDateTime.class)
                                                                    .toInstant(),
                                                            again == null
                                                                    ? null
                                                                    : again.toInstant(),
                                                            r.getBoolean(6)));
                        })
                .list();
        return List.copyOf(nights.values());
    }
}
