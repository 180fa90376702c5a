package org.oneseal.supervision.persistence;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.supervising.CardSheet;
import org.oneseal.supervision.supervising.FeedSummary;
import org.oneseal.supervision.supervising.Register;
import org.oneseal.supervision.supervising.WatchSheet;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.WatchKind;
import org.oneseal.supervision.watching.WatchState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRegister implements Register {

    private static final String ISSUED = "c.state NOT IN ('PENDING', 'DISMISSED')";

    private static final String DOSSIERS = "SELECT " + DossierRow.COLUMNS + " FROM dossiers WHERE ";

    /** A watch and how far it has come, as one object. */
    private static final String WHOLE =
            "SELECT (to_jsonb(w) || (SELECT to_jsonb(p) FROM watch_progress p"
                    + " WHERE p.id = w.id))::text FROM ";

    /** Open watches and closed ones have indexes of their own. */
    private static final String LISTED =
            "SELECT * FROM watches w WHERE %s ORDER BY w.due, w.id LIMIT :limit";

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Json json;

    JdbcRegister(JdbcClient jdbc, Rows rows, Json json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
    }

    /** A query that grows by the filters that are set, so that each form has its own plan. */
    private static final class Conditions {
        private final StringBuilder sql = new StringBuilder();
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        Conditions(Scope.Predicate scope) {
            sql.append(scope.sql());
            parameters.putAll(scope.parameters());
        }

        /** What somebody sees of a table with the alias. */
        Conditions(Sight sight, String alias) {
            this(sight.scope().sql(alias));
            Set<WatchKind> kinds = sight.kinds();
            if (kinds == null) return;
            raw(
                    alias + ".kind = ANY (:kinds)",
                    Map.of("kinds", kinds.stream().map(WatchKind::name).toArray(String[]::new)));
        }

        Conditions and(String column, String name, @Nullable Object value) {
            if (value == null) return this;
            sql.append(" AND ").append(column).append(" = :").append(name);
            parameters.put(name, value instanceof Enum<?> e ? e.name() : value);
            return this;
        }

        Conditions raw(String condition, Map<String, ?> more) {
            sql.append(" AND ").append(condition);
            parameters.putAll(more);
            return this;
        }
    }

    @Override
    public List<CardSheet> cards(
            Sight sight,
            CardFilter filter,
            @Nullable Instant beforeIssued,
            String beforeId,
            int limit) {
        Conditions where =
                seen(sight)
                        .and("c.colour", "colour", filter.colour())
                        .and("c.state", "state", filter.state())
                        .and("c.department", "department", filter.department())
                        .and("c.source", "source", filter.source());
        if (filter.proposed() != null) {
            where.raw(
                    "(c.proposed_cause IS NOT NULL) = :proposed",
                    Map.of("proposed", filter.proposed()));
        }
        if (beforeIssued != null) {
            where.raw(
                    "(c.issued_at, c.id) < (:beforeIssued, :beforeId)",
                    Map.of("beforeIssued", JdbcFiles.at(beforeIssued), "beforeId", beforeId));
        }
        return read(
                CardSheet.class,
                "SELECT to_jsonb(c)::text FROM cards c WHERE "
                        + where.sql
                        + " ORDER BY c.issued_at DESC, c.id DESC LIMIT :limit",
                where,
                limit);
    }

    @Override
    public Optional<CardSheet> card(String id, Sight sight) {
        Conditions where = seen(sight).and("c.id", "id", id);
        return read(
                        CardSheet.class,
                        "SELECT to_jsonb(c)::text FROM cards c WHERE "
                                + where.sql
                                + " LIMIT :limit",
                        where,
                        1)
                .stream()
                .findFirst();
    }

    @Override
    public List<CardSheet> cardsByRule(
            Sight sight, Instant since, String afterId, Instant until, int limit) {
        Conditions where =
                new Conditions(sight, "c")
                        .raw(ISSUED, Map.of())
                        .raw(
                                "c.origin = 'RULE' AND c.issued_at <= :until"
                                        + " AND (c.issued_at, c.id) > (:since, :after)",
                                Map.of(
                                        "until",
                                        JdbcFiles.at(until),
                                        "since",
                                        JdbcFiles.at(since),
                                        "after",
                                        afterId));
        return read(
                CardSheet.class,
                "SELECT to_jsonb(c)::text FROM cards c WHERE "
                        + where.sql
                        + " ORDER BY c.issued_at, c.id LIMIT :limit",
                where,
                limit);
    }

    @Override
    public List<Dossier> dossiers(List<String> caseIds) {
        return jdbc
                .sql(DOSSIERS + "case_id = ANY (:ids)")
                .param("ids", JdbcFiles.array(caseIds))
                .query(rows.reader(DossierRow.class))
                .list()
                .stream()
                .map(row -> row.dossier(json.mapper()))
                .toList();
    }

    @Override
    public List<String> issuedSince(Sight sight, Instant since) {
        Conditions where =
                new Conditions(sight, "c")
                        .raw(ISSUED, Map.of())
                        .raw("c.issued_at >= :since", Map.of("since", JdbcFiles.at(since)));
        return jdbc.sql(
                        "SELECT c.id FROM cards c WHERE "
                                + where.sql
                                + " ORDER BY c.issued_at, c.id")
                .params(where.parameters)
                .query(String.class)
                .list();
    }

    @Override
    public List<CardSheet> cards(Sight sight, List<String> ids) {
        Conditions where =
                seen(sight).raw("c.id = ANY (:ids)", Map.of("ids", JdbcFiles.array(ids)));
        return read(
                CardSheet.class,
                "SELECT to_jsonb(c)::text FROM cards c WHERE "
                        + where.sql
                        + " ORDER BY c.issued_at, c.id LIMIT :limit",
                where,
                ids.size());
    }

    private static Conditions seen(Sight sight) {
        Conditions where = new Conditions(sight, "c");
        return sight.held() ? where : where.raw(ISSUED, Map.of());
    }

    @Override
    public List<WatchSheet> watches(
            Sight sight,
            WatchFilter filter,
            @Nullable Instant afterDue,
            String afterId,
            int limit) {
        Conditions where =
                new Conditions(sight, "w")
                        .and("w.state", "state", filter.state())
                        .and("w.kind", "kind", filter.kind())
                        .and("w.department", "department", filter.department())
                        .and("w.source", "source", filter.source());
        if (afterDue != null) {
            where.raw(
                    "(w.due, w.id) > (:afterDue, :afterId)",
                    Map.of("afterDue", JdbcFiles.at(afterDue), "afterId", afterId));
        }
        List<String> halves =
                Stream.of(" AND w.state <> 'CLOSED'", " AND w.state = 'CLOSED'")
                        .filter(
                                half ->
                                        filter.state() == null
                                                || (filter.state() == WatchState.CLOSED)
                                                        == half.contains(" = "))
                        .toList();
        return read(
                WatchSheet.class,
                halves.stream()
                        .map(half -> "(" + LISTED.formatted(where.sql + half) + ")")
                        .collect(
                                Collectors.joining(
                                        " UNION ALL ",
                                        WHOLE + "(",
                                        ") w ORDER BY w.due, w.id LIMIT :limit")),
                where,
                limit);
    }

    @Override
    public Optional<WatchSheet> watch(String id, Sight sight) {
        Conditions where = new Conditions(sight, "w").and("w.id", "id", id);
        return read(
                        WatchSheet.class,
                        WHOLE + "watches w WHERE " + where.sql + " LIMIT :limit",
                        where,
                        1)
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Dossier> dossier(String caseId) {
        return jdbc.sql(DOSSIERS + "case_id = :id")
                .param("id", caseId)
                .query(rows.reader(DossierRow.class))
                .optional()
                .map(row -> row.dossier(json.mapper()));
    }

    @Override
    public FeedSummary summary(Scope scope, String source, Instant now) {
        Scope.Predicate within = scope.sql("w");
        Map<Colour, Long> cards = new EnumMap<>(Colour.class);
        for (Colour colour : Colour.values()) cards.put(colour, 0L);
        Scope.Predicate ofCard = scope.sql("c");
        jdbc.sql(
                        """
                        SELECT colour, count(*) FROM cards c
                         WHERE source = :source AND NOT revoked AND proposed_cause IS NULL
                           AND state NOT IN ('PENDING', 'DISMISSED') AND %s
                         GROUP BY colour
                        """
                                .formatted(ofCard.sql()))
                .param("source", source)
                .params(ofCard.parameters())
                .query((r, _) -> cards.put(Colour.valueOf(r.getString(1)), r.getLong(2)))
                .list();
        long proposals =
                jdbc.sql(
                                """
                                SELECT count(*) FROM cards c
                                 WHERE source = :source AND NOT revoked
                                   AND state NOT IN ('PENDING', 'DISMISSED')
                                   AND proposed_cause IS NOT NULL AND %s
                                """
                                        .formatted(ofCard.sql()))
                        .param("source", source)
                        .params(ofCard.parameters())
                        .query(Long.class)
                        .single();
        return jdbc.sql(
                        """
                        SELECT count(*),
                               count(*) FILTER (WHERE state <> 'CLOSED'),
                               count(*) FILTER (WHERE state = 'CLOSED'),
                               count(*) FILTER (WHERE coalesce(closed_at, :now)
                                                      > least(legal_due, declared_due)),
                               count(*) FILTER (WHERE closed_at > least(legal_due, declared_due)),
                               count(*) FILTER (WHERE findings @> '[{"code": "AFTER_END"}]'),
                               count(*) FILTER (WHERE findings @> '[{"code": "END_BEFORE_START"}]'),
                               count(*) FILTER (WHERE held_for IS NOT NULL OR stale)
                          FROM watches w JOIN watch_progress p ON p.id = w.id
                         WHERE source = :source AND kind = 'CASE' AND %s
                        """
                                .formatted(within.sql()))
                .param("source", source)
                .param("now", JdbcFiles.at(now))
                .params(within.parameters())
                .query(
                        (r, _) ->
                                new FeedSummary(
                                        r.getLong(1),
                                        r.getLong(2),
                                        r.getLong(3),
                                        r.getLong(4),
                                        r.getLong(5),
                                        r.getLong(6),
                                        r.getLong(7),
                                        cards,
                                        r.getLong(8),
                                        proposals))
                .single();
    }

    private <R> List<R> read(Class<R> type, String sql, Conditions where, int limit) {
        return jdbc
                .sql(sql)
                .params(where.parameters)
                .param("limit", limit)
                .query(String.class)
                .list()
                .stream()
                .map(text -> rows.parse(text, type))
                .toList();
    }
}
