package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;
import static org.oneseal.cases.persistence.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
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

    @Override
    public Figures figures(String source, Instant waitingSince) {
        Map<String, Long> accepted = new TreeMap<>();
        long[] waiting = new long[2];
        jdbc.sql(
                        """
                        SELECT type, count(*) FILTER (WHERE NOT waiting) AS taken,
                               count(*) FILTER (WHERE waiting) AS waiting,
                               count(*) FILTER (WHERE waiting AND recorded_at < :since) AS overdue
                          FROM exchange_message WHERE source = :source GROUP BY type
                        """)
                .param("source", source)
                .param("since", at(waitingSince))
                .query(
                        r -> {
                            accepted.put(r.getString("type"), r.getLong("taken"));
                            waiting[0] += r.getLong("waiting");
                            waiting[1] += r.getLong("overdue");
                        });
        Lag lag =
                jdbc.sql(
                                """
                                SELECT count(*) AS n, coalesce(sum(lag), 0)::bigint AS total,
                                       percentile_disc(0.5) WITHIN GROUP (ORDER BY lag) AS median,
                                       percentile_disc(0.95) WITHIN GROUP (ORDER BY lag) AS p95,
                                       max(lag) AS longest
                                  FROM (SELECT floor(extract(epoch FROM recorded_at - occurred_at))
                                                   ::bigint AS lag
                                          FROM exchange_message
                                         WHERE source = ? AND NOT waiting) AS lags
                                """)
                        .param(source)
                        .query(
                                (r, _) ->
                                        new Lag(
                                                r.getLong("n"),
                                                r.getLong("total"),
                                                r.getLong("median"),
                                                r.getLong("p95"),
                                                r.getLong("longest")))
                        .single();
        return jdbc.sql(
                        """
                        SELECT count(case_id) AS cases,
                               count(*) FILTER (WHERE ended_at IS NOT NULL) AS finished,
                               count(*) FILTER (WHERE case_id IS NOT NULL AND ended_at IS NULL) AS open,
                               coalesce(sum(duplicates), 0)::bigint AS duplicates,
                               count(*) FILTER (WHERE after_end) AS after_end,
                               count(*) FILTER (WHERE end_before_start) AS end_before_start,
                               (SELECT count(*) FROM exchange_conflict WHERE source = :source)
                                   AS conflicts,
                               (SELECT count(*) FROM exchange_conflict
                                 WHERE source = :source AND ruling IS NULL) AS conflicts_open,
                               (SELECT count(*) FROM exchange_rejection
                                 WHERE source = :source AND state = 'OPEN') AS rejected
                          FROM exchange_case WHERE source = :source
                        """)
                .param("source", source)
                .query(
                        (r, _) ->
                                new Figures(
                                        r.getLong("cases"),
                                        r.getLong("finished"),
                                        r.getLong("open"),
                                        accepted,
                                        r.getLong("duplicates"),
                                        r.getLong("conflicts"),
                                        r.getLong("conflicts_open"),
                                        waiting[0],
                                        waiting[1],
                                        r.getLong("rejected"),
                                        r.getLong("after_end"),
                                        r.getLong("end_before_start"),
                                        lag.count() == 0 ? null : lag))
                .single();
    }

    /** Only what the other side can compute too goes into the checksum. */
    @Override
    public List<DayFigures> days(String source, @Nullable LocalDate after, int limit) {
        return jdbc.sql(
                        """
                        SELECT day, count(*) AS messages,
                               encode(sha256(convert_to(string_agg(line, E'\\n'
                                          ORDER BY source_case COLLATE "C", sequence), 'UTF8')),
                                      'hex') AS checksum
                          FROM (SELECT (occurred_at AT TIME ZONE 'Asia/Shanghai')::date AS day,
                                       source_case, sequence,
                                       source_case || '/' || sequence || '/' || type || '/'
                                           || floor(extract(epoch FROM occurred_at) * 1000)::bigint
                                           AS line
                                  FROM exchange_message
                                 WHERE source = ? AND NOT waiting) AS lines
                         WHERE day > ? GROUP BY day ORDER BY day LIMIT ?
                        """)
                .params(List.of(source, after == null ? LocalDate.EPOCH : after, limit))
                .query(
                        (r, _) ->
                                new DayFigures(
                                        r.getObject("day", LocalDate.class),
                                        r.getLong("messages"),
                                        r.getString("checksum")))
                .list();
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
