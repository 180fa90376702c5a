package org.oneseal.notification.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.feed.EventLog;
import org.oneseal.notification.feed.FedEvent;
import org.oneseal.notification.feed.Position;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** The log: a row an event, shown once every older transaction has ended. */
@Repository
class JdbcEventLog implements EventLog {

    /** Of an event, for whoever joins the log under the alias e. */
    static final String COLUMNS =
            """
            e.no, e.tx::text AS tx_text, e.source, e.event_id, e.type, e.subject, e.key, e.sequence,
            e.occurred_at, e.recorded_at, e.region, e.department, e.data
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Json json;

    JdbcEventLog(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Json json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void keep(List<FedEvent> events) {
        if (events.isEmpty()) return;
        batches.batchUpdate(
                """
                INSERT INTO event_log
                       (source, event_id, type, subject, key, sequence, occurred_at, recorded_at,
                        region, province, city, county, town, village, department, data)
                VALUES (:source, :id, :type, :subject, :key, :sequence, :time, :recordedAt,
                        :region, :province, :city, :county, :town, :village, :department,
                        CAST(:data AS jsonb))
                ON CONFLICT DO NOTHING
                """,
                events.stream().map(this::columns).toArray(Map[]::new));
    }

    @Override
    public List<Placed> after(Position position, Scope scope, int limit) {
        Scope.Predicate within = scope.sql("e");
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                  FROM event_log e
                                 WHERE (e.tx, e.no) > (CAST(:tx AS xid8), :no)
                                   AND e.tx < pg_snapshot_xmin(pg_current_snapshot()) AND
                                """
                                + within.sql()
                                + " ORDER BY e.tx, e.no LIMIT :limit")
                .param("tx", Long.toString(position.tx()))
                .param("no", position.no())
                .params(within.parameters())
                .param("limit", limit)
                .query((row, _) -> new Placed(position(row), event(row, json)))
                .list();
    }

    @Override
    public Position end() {
        return jdbc.sql(
                        """
                        SELECT tx::text AS tx_text, no FROM event_log
                         WHERE tx < pg_snapshot_xmin(pg_current_snapshot())
                         ORDER BY tx DESC, no DESC LIMIT 1
                        """)
                .query((row, _) -> position(row))
                .optional()
                .orElse(Position.START);
    }

    /** Everything recorded from then on has a row behind the last one before the first of it. */
    @Override
    public Position before(Instant recordedAt) {
        return jdbc.sql(
                        """
                        SELECT p.tx::text AS tx_text, p.no FROM event_log p
                         WHERE (p.tx, p.no) < (SELECT f.tx, f.no FROM event_log f
                                                WHERE f.recorded_at >= :at
                                                ORDER BY f.tx, f.no LIMIT 1)
                         ORDER BY p.tx DESC, p.no DESC LIMIT 1
                        """)
                .param("at", Times.at(recordedAt))
                .query((row, _) -> position(row))
                .optional()
                .orElseGet(() -> isAnyFrom(recordedAt) ? Position.START : end());
    }

    private boolean isAnyFrom(Instant recordedAt) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM event_log WHERE recorded_at >= :at)")
                .param("at", Times.at(recordedAt))
                .query(Boolean.class)
                .single();
    }

    @Override
    public int forget(Instant recordedBefore) {
        return jdbc.sql(
                        """
                        DELETE FROM event_log e
                         WHERE e.recorded_at < :before
                           AND NOT EXISTS (SELECT 1 FROM webhook_deliveries d
                                            WHERE d.event_no = e.no AND d.state IN ('OPEN', 'DEAD'))
                        """)
                .param("before", Times.at(recordedBefore))
                .update();
    }

    private Map<String, @Nullable Object> columns(FedEvent event) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("source", event.source());
        columns.put("id", event.id());
        columns.put("type", event.type());
        columns.put("subject", event.subject());
        columns.put("key", event.key());
        columns.put("sequence", event.sequence());
        columns.put("time", Times.at(event.time()));
        columns.put("recordedAt", Times.at(event.recordedAt()));
        RegionColumns.put(columns, event.region());
        columns.put("department", event.department());
        columns.put("data", json.write(event.data()));
        return columns;
    }

    static Position position(ResultSet row) throws SQLException {
        return new Position(Long.parseLong(row.getString("tx_text")), row.getLong("no"));
    }

    static FedEvent event(ResultSet row, Json json) throws SQLException {
        return new FedEvent(
                row.getString("source"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("key"),
                row.getLong("sequence"),
                Times.read(row, "occurred_at"),
                Times.read(row, "recorded_at"),
                new RegionCode(row.getString("region")),
                row.getString("department"),
                json.read(row.getString("data"), JsonNode.class));
    }
}
