package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.archive.Archive;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcArchive implements Archive {

    /** What a case in the archive is read and found by. */
    private static final String KEPT =
            """
            id, case_number, query_number, province, city, county, town, village, department, party,
            party_mask, item_code, item_name, state, received_at, answer_due, legal_due,
            promised_due, declared_due, deliver_due, step_due, provisional, calendar_region,
            calendar_version, version, chain_head, form_cipher, body""";

    private final JdbcClient jdbc;

    JdbcArchive(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Ended(String id, LocalDate on) {}

    /**
     * A case whose result is still to be handed over, or that a timer or a promise still waits for,
     * is not over. Fed cases stay: their source may report late.
     */
    @Override
    public int move(Instant now, int limit) {
        List<Ended> over =
                jdbc.sql(
                                """
                                SELECT c.id, (ended AT TIME ZONE 'Asia/Shanghai')::date AS ended_on
                                  FROM cases c
                                 CROSS JOIN LATERAL (
                                       SELECT (body #>> '{facts,-1,stamp,recordedAt}')::timestamptz AS ended
                                       ) e
                                 CROSS JOIN LATERAL (
                                       SELECT months FROM archive_rule r
                                        WHERE starts_with(coalesce(c.village, c.town, c.county, c.city, c.province), r.prefix)
                                          AND r.effective_from <= :today
                                        ORDER BY length(r.prefix) DESC, r.effective_from DESC LIMIT 1
                                       ) rule
                                 WHERE NOT c.open AND c.origin = 'APPLICATION'
                                   AND c.state IN ('DELIVERED', 'NOT_ACCEPTED', 'WITHDRAWN', 'RETURNED')
                                   AND c.timer_due IS NULL
                                   AND coalesce(c.promise_state, 'VOID') IN ('FULFILLED', 'VOID')
                                   AND ended < CAST(:now AS timestamptz) - make_interval(months => rule.months)
                                   AND c.received_at < CAST(:now AS timestamptz) - interval '1 month'
                                 ORDER BY c.received_at, c.id LIMIT :limit FOR UPDATE OF c SKIP LOCKED
                                """)
                        .param("now", at(now))
                        .param("today", org.oneseal.cases.handling.Case.dayOf(now))
                        .param("limit", limit)
                        .query(
                                (r, _) ->
                                        new Ended(
                                                r.getString("id"),
                                                r.getObject("ended_on", LocalDate.class)))
                        .list();
        if (over.isEmpty()) return 0;
        var years = new TreeSet<>(over.stream().map(e -> e.on().getYear()).toList());
        years.forEach(this::partition);
        return jdbc.sql(
                        """
                        WITH gone AS (
                            DELETE FROM cases c USING unnest(CAST(:ids AS text[]), CAST(:days AS date[])) AS e (id, ended_on)
                             WHERE c.id = e.id RETURNING c.*, e.ended_on AS ended_on)
                        INSERT INTO case_archive (ended_on, archived_at, %s)
                        SELECT ended_on, :now, %s FROM gone
                        """
                                .formatted(KEPT, KEPT))
                .param("ids", over.stream().map(Ended::id).toArray(String[]::new))
                .param("days", over.stream().map(e -> e.on().toString()).toArray(String[]::new))
                .param("now", at(now))
                .update();
    }

    /** Asked first, because creating locks the whole archive for a moment. */
    private void partition(int year) {
        String name = "case_archive_y" + year;
        boolean there =
                jdbc.sql("SELECT to_regclass(?) IS NOT NULL")
                        .param(name)
                        .query(Boolean.class)
                        .single();
        if (there) return;
        jdbc.sql(
                        "CREATE TABLE IF NOT EXISTS %s PARTITION OF case_archive FOR VALUES FROM ('%d-01-01') TO ('%d-01-01')"
                                .formatted(name, year, year + 1))
                .update();
    }

    @Override
    public List<ArchivedCase> list(
            Scope scope,
            @Nullable String number,
            @Nullable Integer year,
            @Nullable Instant beforeAt,
            @Nullable String beforeId,
            int limit) {
        var within = scope.sql("");
        String ended =
                year == null
                        ? "true"
                        : "ended_on >= make_date(:year, 1, 1) AND ended_on < make_date(:year + 1, 1, 1)";
        String after =
                beforeAt == null ? "true" : "(received_at, id) < (CAST(:at AS timestamptz), :id)";
        String named = number == null ? "true" : "case_number = :number";
        return jdbc.sql(
                        """
                        SELECT id, case_number, item_name, party_mask, state, received_at, ended_on,
                               archived_at
                          FROM case_archive WHERE %s AND %s AND %s AND %s
                         ORDER BY received_at DESC, id DESC LIMIT :limit
                        """
                                .formatted(within.sql(), ended, after, named))
                .params(within.parameters())
                .param("year", year)
                .param("at", at(beforeAt))
                .param("id", beforeId)
                .param("number", number)
                .param("limit", limit)
                .query(
                        (r, _) ->
                                new ArchivedCase(
                                        r.getString("id"),
                                        r.getString("case_number"),
                                        r.getString("item_name"),
                                        r.getString("party_mask"),
                                        r.getString("state"),
                                        Columns.instant(r, "received_at"),
                                        r.getObject("ended_on", LocalDate.class),
                                        Columns.instant(r, "archived_at")))
                .list();
    }

    @Override
    public boolean add(ArchiveRule rule, String by) {
        RegionCode region = rule.region();
        return jdbc.sql(
                                """
                                INSERT INTO archive_rule (region, prefix, months, keep_years, legal_ground,
                                                          effective_from, added_by)
                                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                                """)
                        .param(region.value())
                        .param(region.equals(RegionCode.NATION) ? "" : region.prefix())
                        .param(rule.months())
                        .param(rule.keepYears())
                        .param(rule.legalGround())
                        .param(rule.effectiveFrom())
                        .param(by)
                        .update()
                == 1;
    }

    @Override
    public List<ArchiveRule> rules(RegionCode region) {
        return jdbc.sql(
                        """
                        SELECT region, months, keep_years, legal_ground, effective_from FROM archive_rule
                         WHERE region = ANY(?) ORDER BY length(prefix), effective_from LIMIT 200
                        """)
                .param(Columns.line(region))
                .query(
                        (r, _) ->
                                new ArchiveRule(
                                        new RegionCode(r.getString("region")),
                                        r.getInt("months"),
                                        (Integer) r.getObject("keep_years"),
                                        r.getString("legal_ground"),
                                        r.getObject("effective_from", LocalDate.class)))
                .list();
    }
}
