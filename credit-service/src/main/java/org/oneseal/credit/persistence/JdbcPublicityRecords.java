package org.oneseal.credit.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.publicity.Licence;
import org.oneseal.credit.publicity.PublicityDue;
import org.oneseal.credit.publicity.PublicityRecord;
import org.oneseal.credit.publicity.PublicityRecords;
import org.oneseal.credit.publicity.PublicityRegister;
import org.oneseal.credit.publicity.PublicityRule;
import org.oneseal.credit.publicity.PublicityState;
import org.oneseal.credit.publicity.SevenDayRate;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.SortKey;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Records: one row each, indexed columns beside a body that holds everything else. */
@Repository
class JdbcPublicityRecords implements PublicityRecords, PublicityRegister {

    private static final String SELECT =
            "SELECT id, version, chain_head, region, department, body FROM publicity_records ";

    private final JdbcClient jdbc;
    private final Json json;

    JdbcPublicityRecords(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<PublicityRecord> byId(String id, Scope scope) {
        Scope.Predicate within = scope.sql("");
        return jdbc.sql(SELECT + "WHERE id = :id AND " + within.sql())
                .param("id", id)
                .params(within.parameters())
                .query(record())
                .optional();
    }

    @Override
    public List<PublicityRecord> ofCase(String caseId) {
        return jdbc.sql(SELECT + "WHERE case_id = :case ORDER BY id")
                .param("case", caseId)
                .query(record())
                .list();
    }

    @Override
    public boolean add(PublicityRecord record) {
        return jdbc.sql(
                                """
                                INSERT INTO publicity_records
                                       (id, version, chain_head, region, province, city, county,
                                        town, village, department, case_id, decision_number,
                                        decided_on, state, release, due, published_at,
                                        published_on, body)
                                VALUES (:id, :version, :head, :region, :province, :city, :county,
                                        :town, :village, :department, :case, :decision,
                                        :decidedOn, :state, :release, :due, :publishedAt,
                                        :publishedOn, :body::jsonb)
                                """)
                        .params(columns(record))
                        .update()
                == 1;
    }

    @Override
    public void save(PublicityRecord record, long expectedVersion) {
        int saved =
                jdbc.sql(
                                """
                                UPDATE publicity_records
                                   SET version = :version, chain_head = :head, state = :state,
                                       due = :due, published_at = :publishedAt,
                                       published_on = :publishedOn, body = :body::jsonb
                                 WHERE id = :id AND version = :expected
                                """)
                        .params(columns(record))
                        .param("expected", expectedVersion)
                        .update();
        if (saved == 0) throw new StaleVersion(record.id(), expectedVersion);
    }

    @Override
    public List<PublicityRecord> awaitingJob(int limit) {
        // another replica's job takes others: what is locked is skipped
        return jdbc.sql(
                        SELECT
                                + """
                                WHERE state = 'PENDING' AND release = 'AT_ONCE'
                                ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED
                                """)
                .param("limit", limit)
                .query(record())
                .list();
    }

    @Override
    public List<PublicityRecord> pendingWithin(RegionCode region, String afterId, int limit) {
        Scope.Predicate within = Placed.within(region);
        return jdbc.sql(
                        SELECT
                                + "WHERE state = 'PENDING' AND id > :after AND "
                                + within.sql()
                                + " ORDER BY id LIMIT :limit FOR UPDATE")
                .param("after", afterId)
                .param("limit", limit)
                .params(within.parameters())
                .query(record())
                .list();
    }

    @Override
    public Page<PublicityRecord> published(@Nullable RegionCode region, PageRequest page) {
        Scope.Predicate within = Placed.within(region);
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        String after = "";
        if (!page.isFirst()) {
            after = " AND (published_at, id) < (:at, :id)";
            List<String> keys = page.sortedBy(SortKey.INSTANT, SortKey.TEXT).keyset();
            parameters.put("at", OffsetDateTime.parse(keys.get(0)));
            parameters.put("id", keys.get(1));
        }
        List<PublicityRecord> rows =
                jdbc.sql(
                                SELECT
                                        + "WHERE state = 'PUBLISHED' AND "
                                        + within.sql()
                                        + after
                                        + " ORDER BY published_at DESC, id DESC LIMIT :limit")
                        .params(parameters)
                        .param("limit", page.fetch())
                        .query(record())
                        .list();
        return Page.of(rows, page, row -> List.of(publishedAt(row).toString(), row.id()));
    }

    @Override
    public Optional<PublicityRecord> publishedById(String id) {
        return jdbc.sql(SELECT + "WHERE id = :id AND state = 'PUBLISHED'")
                .param("id", id)
                .query(record())
                .optional();
    }

    @Override
    public Page<PublicityRecord> withdrawn(Scope scope, PageRequest page) {
        return inScope(
                scope,
                " AND state = 'WITHHELD' AND body -> 'state' ->> 'publishedAt' IS NOT NULL",
                Map.of(),
                page);
    }

    @Override
    public Page<PublicityRecord> inScope(Scope scope, @Nullable String state, PageRequest page) {
        return state == null
                ? inScope(scope, "", Map.of(), page)
                : inScope(scope, " AND state = :state", Map.of("state", state), page);
    }

    private Page<PublicityRecord> inScope(
            Scope scope, String condition, Map<String, Object> more, PageRequest page) {
        Scope.Predicate within = scope.sql("");
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        parameters.putAll(more);
        StringBuilder sql =
                new StringBuilder(SELECT).append("WHERE ").append(within.sql()).append(condition);
        if (!page.isFirst()) {
            sql.append(" AND id < :after");
            parameters.put("after", page.sortedBy(SortKey.TEXT).keyset().getFirst());
        }
        List<PublicityRecord> rows =
                jdbc.sql(sql.append(" ORDER BY id DESC LIMIT :limit").toString())
                        .params(parameters)
                        .param("limit", page.fetch())
                        .query(record())
                        .list();
        return Page.of(rows, page, row -> List.of(row.id()));
    }

    @Override
    public SevenDayRate rate(Scope scope, LocalDate from, LocalDate to, LocalDate today) {
        Scope.Predicate within = scope.sql("");
        return jdbc.sql(
                        """
                        SELECT count(*) FILTER (WHERE state = 'PUBLISHED' AND published_on <= due),
                               count(*) FILTER (WHERE state = 'PUBLISHED' OR due < :today),
                               count(*) FILTER (WHERE state = 'PUBLISHED' AND published_on > due)
                          FROM publicity_records
                         WHERE state <> 'WITHHELD' AND due BETWEEN :from AND :to AND
                        """
                                + within.sql())
                .params(within.parameters())
                .param("today", today)
                .param("from", from)
                .param("to", to)
                .query(
                        (r, _) ->
                                new SevenDayRate(
                                        from, to, r.getLong(1), r.getLong(2), r.getLong(3)))
                .single();
    }

    private static Instant publishedAt(PublicityRecord record) {
        if (record.state() instanceof PublicityState.Published published) return published.at();
        throw new IllegalStateException(record.id() + " is not published");
    }

    private Map<String, @Nullable Object> columns(PublicityRecord record) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", record.id());
        columns.put("version", record.chain().sequence());
        columns.put("head", record.chain().head());
        Placed.in(record.region(), columns);
        columns.put("department", record.department());
        columns.put("case", record.licence().caseId());
        columns.put("decision", record.licence().decisionNumber());
        columns.put("decidedOn", record.licence().decidedOn());
        columns.put("state", record.state().label());
        columns.put("release", record.rule().release().name());
        PublicityDue due = record.due();
        columns.put("due", due == null ? null : due.lastDay());
        columns.put("publishedAt", null);
        columns.put("publishedOn", null);
        if (record.state() instanceof PublicityState.Published published) {
            columns.put("publishedAt", OffsetDateTime.ofInstant(published.at(), ZoneOffset.UTC));
            columns.put("publishedOn", LocalDate.ofInstant(published.at(), PublicityRecord.ZONE));
        }
        columns.put(
                "body",
                json.write(
                        new Body(
                                record.licence(),
                                record.rule(),
                                record.deidentified(),
                                record.openedAt(),
                                due,
                                StateRow.of(record.state()))));
        return columns;
    }

    private RowMapper<PublicityRecord> record() {
        return (row, _) -> read(row);
    }

    private PublicityRecord read(ResultSet row) throws SQLException {
        Body body = json.read(row.getString("body"), Body.class);
        return new PublicityRecord(
                row.getString("id"),
                new Chain(
                        "publicity-record",
                        row.getString("id"),
                        row.getLong("version"),
                        row.getString("chain_head")),
                new RegionCode(row.getString("region")),
                row.getString("department"),
                body.licence(),
                body.rule(),
                body.deidentified(),
                body.openedAt(),
                body.due(),
                body.state().state());
    }

    /** What the body column holds. */
    record Body(
            Licence licence,
            PublicityRule rule,
            boolean deidentified,
            Instant openedAt,
            @Nullable PublicityDue due,
            StateRow state) {}

    /** A state, flattened. */
    record StateRow(
            String name,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable String reason,
            @Nullable String ground,
            @Nullable Instant publishedAt) {

        static StateRow of(PublicityState state) {
            return switch (state) {
                case PublicityState.Pending _ ->
                        new StateRow(state.label(), null, null, null, null, null);
                case PublicityState.Published(var at, var by) ->
                        new StateRow(state.label(), at, by, null, null, null);
                case PublicityState.Withheld(var at, var by, var reason, var ground, var before) ->
                        new StateRow(state.label(), at, by, reason, ground, before);
            };
        }

        PublicityState state() {
            if (name.equals("PENDING")) return new PublicityState.Pending();
            if (at == null || by == null) throw new IllegalStateException("a state without facts");
            if (name.equals("PUBLISHED")) return new PublicityState.Published(at, by);
            return new PublicityState.Withheld(
                    at, by, reason == null ? "" : reason, ground, publishedAt);
        }
    }
}
