package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;
import static org.oneseal.cases.persistence.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.exchange.Envelope;
import org.oneseal.cases.exchange.FeedBooks;
import org.oneseal.cases.exchange.SettleExchange.Ruling;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.persistence.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

@Repository
class JdbcFeedBooks implements FeedBooks {

    private static final String REJECTION =
            """
            SELECT id, source, source_case, type, sequence, reasons, attributes, payload, first_at,
                   last_at, times
              FROM exchange_rejection
            """;

    private static final String CONFLICT =
            """
            SELECT c.*, m.payload AS taken, m.type AS taken_type, p.department AS office
              FROM exchange_conflict c
              LEFT JOIN exchange_message m USING (source, source_case, sequence)
              LEFT JOIN exchange_case p USING (source, source_case)
            """;

    private final JdbcClient jdbc;
    private final Json json;

    JdbcFeedBooks(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<ConflictRow> conflicts(
            Collection<String> sources, @Nullable Boolean settled, List<String> after, int limit) {
        String which =
                settled == null ? "" : settled ? "AND ruling IS NOT NULL " : "AND ruling IS NULL ";
        return jdbc.sql(
                        CONFLICT
                                + """
                                 WHERE c.source = ANY(:sources) %s
                                 ORDER BY c.first_at DESC, c.id DESC LIMIT :limit
                                """
                                        .formatted(
                                                which
                                                        + (after.isEmpty()
                                                                ? ""
                                                                : "AND (c.first_at, c.id) < (:at, :id)")))
                .params(page(sources, after, limit))
                .query((r, _) -> conflict(r))
                .list();
    }

    /** The history's last row has the chain's head; nobody else writes to it under the lock. */
    @Override
    public Optional<LockedConflict> lockConflict(String id) {
        return jdbc.sql(CONFLICT + " WHERE c.id = ? FOR UPDATE OF c")
                .param(id)
                .query((r, _) -> new LockedConflict(conflict(r), r.getString("office"), end(id)))
                .optional();
    }

    private Chain end(String id) {
        return jdbc.sql(
                        """
                        SELECT aggregate_type, sequence, hash FROM history
                         WHERE aggregate_id = ? ORDER BY sequence DESC LIMIT 1
                        """)
                .param(id)
                .query((r, _) -> new Chain(r.getString(1), id, r.getLong(2), r.getString(3)))
                .single();
    }

    @Override
    public void settleConflict(String id, Settled how) {
        jdbc.sql(
                        """
                        UPDATE exchange_conflict
                           SET ruling = :ruling, reason = :reason, settled_by = :by, settled_at = :at
                         WHERE id = :id
                        """)
                .param("id", id)
                .param("ruling", how.ruling().name())
                .param("reason", how.reason())
                .param("by", how.by())
                .param("at", at(how.at()))
                .update();
    }

    @Override
    public void dismissRejection(String id, Settled how) {
        jdbc.sql(
                        """
                        UPDATE exchange_rejection
                           SET state = 'DISMISSED', reason = :reason, settled_by = :by, last_at = :at
                         WHERE id = :id
                        """)
                .param("id", id)
                .param("reason", how.reason())
                .param("by", how.by())
                .param("at", at(how.at()))
                .update();
    }

    private static ConflictRow conflict(ResultSet r) throws SQLException {
        String ruling = r.getString("ruling");
        return new ConflictRow(
                r.getString("id"),
                r.getString("source"),
                r.getString("source_case"),
                r.getLong("sequence"),
                r.getString("type"),
                r.getString("kind"),
                instant(r, "occurred_at"),
                instant(r, "first_at"),
                instant(r, "last_at"),
                r.getLong("times"),
                r.getString("payload"),
                r.getString("taken"),
                r.getString("taken_type"),
                ruling == null
                        ? null
                        : new Settled(
                                Ruling.valueOf(ruling),
                                r.getString("reason"),
                                r.getString("settled_by"),
                                instant(r, "settled_at")));
    }

    @Override
    public List<RejectionRow> rejections(
            Collection<String> sources, List<String> after, int limit) {
        return jdbc.sql(
                        REJECTION
                                + """
                                 WHERE source = ANY(:sources) AND state = 'OPEN' %s
                                 ORDER BY first_at DESC, id DESC LIMIT :limit
                                """
                                        .formatted(
                                                after.isEmpty()
                                                        ? ""
                                                        : "AND (first_at, id) < (:at, :id)"))
                .params(page(sources, after, limit))
                .query(this::rejection)
                .list();
    }

    @Override
    public List<WaitingRow> waiting(Collection<String> sources, List<String> after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("sources", sources.toArray(String[]::new));
        parameters.put("limit", limit);
        String beyond = "";
        if (!after.isEmpty()) {
            beyond =
                    "AND (m.recorded_at, m.source, m.source_case, m.sequence)"
                            + " > (:at, :source, :case, :sequence)";
            parameters.put("at", Objects.requireNonNull(at(Instant.parse(after.get(0)))));
            parameters.put("source", after.get(1));
            parameters.put("case", after.get(2));
            parameters.put("sequence", Long.valueOf(after.get(3)));
        }
        return jdbc.sql(
                        """
                        SELECT m.source, m.source_case, m.sequence, m.type, m.occurred_at,
                               m.recorded_at, c.next_sequence
                          FROM exchange_message m JOIN exchange_case c USING (source, source_case)
                         WHERE m.waiting AND m.source = ANY(:sources) %s
                         ORDER BY m.recorded_at, m.source, m.source_case, m.sequence LIMIT :limit
                        """
                                .formatted(beyond))
                .params(parameters)
                .query(
                        (r, _) ->
                                new WaitingRow(
                                        r.getString("source"),
                                        r.getString("source_case"),
                                        r.getLong("sequence"),
                                        r.getString("type"),
                                        r.getLong("next_sequence"),
                                        instant(r, "occurred_at"),
                                        instant(r, "recorded_at")))
                .list();
    }

    @Override
    public Optional<RejectionRow> lockRejection(String id) {
        return jdbc.sql(REJECTION + " WHERE id = ? AND state = 'OPEN' FOR UPDATE")
                .param(id)
                .query(this::rejection)
                .optional();
    }

    @Override
    public List<RejectionRow> lockRejections(String source, @Nullable String after, int limit) {
        return jdbc.sql(
                        REJECTION
                                + """
                                 WHERE source = ? AND state = 'OPEN' AND id > ?
                                 ORDER BY id LIMIT ? FOR UPDATE
                                """)
                .params(List.of(source, after == null ? "" : after, limit))
                .query(this::rejection)
                .list();
    }

    @Override
    public void settle(Collection<String> ids, Instant now) {
        if (ids.isEmpty()) return;
        jdbc.sql(
                        """
                        UPDATE exchange_rejection SET state = 'REPLAYED', last_at = :now
                         WHERE id = ANY(:ids)
                        """)
                .param("now", at(now))
                .param("ids", ids.toArray(String[]::new))
                .update();
    }

    private static Map<String, Object> page(
            Collection<String> sources, List<String> after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("sources", sources.toArray(String[]::new));
        parameters.put("limit", limit);
        if (!after.isEmpty()) {
            parameters.put("at", Objects.requireNonNull(at(Instant.parse(after.get(0)))));
            parameters.put("id", after.get(1));
        }
        return parameters;
    }

    private RejectionRow rejection(ResultSet r, int index) throws SQLException {
        long sequence = r.getLong("sequence");
        boolean noSequence = r.wasNull();
        return new RejectionRow(
                r.getString("id"),
                r.getString("source"),
                r.getString("source_case"),
                r.getString("type"),
                noSequence ? null : sequence,
                json.read(r.getString("reasons"), new TypeReference<List<Reason>>() {}),
                new Envelope(
                        json.read(
                                r.getString("attributes"),
                                new TypeReference<Map<String, String>>() {}),
                        r.getBytes("payload")),
                instant(r, "first_at"),
                instant(r, "last_at"),
                r.getLong("times"));
    }
}
