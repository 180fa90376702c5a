package org.oneseal.platform.messaging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outbox as one relay sees it, over the connection that holds the relays' lock. */
final class OutboxTable {

    private static final Logger log = LoggerFactory.getLogger(OutboxTable.class);
    private static final long LOCK = 0x6f6e657365616cL;

    private static final String NEXT =
            """
            SELECT id, event_id, topic, key, type, subject, sequence, occurred_at, recorded_at,
                   region, department, traceparent, payload, attempts
              FROM outbox o
             WHERE NOT EXISTS (SELECT 1 FROM outbox_quarantine q
                                WHERE q.topic = o.topic AND q.key = o.key)
               AND o.topic <> ALL (?)
             ORDER BY id
             LIMIT ?
            """;

    private final Connection connection;

    OutboxTable(Connection connection) {
        this.connection = connection;
    }

    /** True if no other relay of the service works; holds it until {@link #unlock()}. */
    boolean lock() throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            ResultSet r = statement.executeQuery();
            return r.next() && r.getBoolean(1);
        }
    }

    void unlock() {
        try (var statement =
                connection.prepareStatement("SELECT pg_advisory_unlock(" + LOCK + ")")) {
            statement.execute();
        } catch (SQLException e) {
            log.debug("The lock went with its connection: {}", e.getMessage());
        }
    }

    /** The oldest that may be sent, without those of topics that are left alone for now. */
    List<OutboxRow> next(List<String> withoutTopics, int most) throws SQLException {
        try (var statement = connection.prepareStatement(NEXT)) {
            statement.setArray(1, connection.createArrayOf("text", withoutTopics.toArray()));
            statement.setInt(2, most);
            List<OutboxRow> rows = new ArrayList<>();
            try (ResultSet r = statement.executeQuery()) {
                while (r.next()) rows.add(OutboxRow.of(r));
            }
            return rows;
        }
    }

    void delete(List<Long> ids) throws SQLException {
        if (ids.isEmpty()) return;
        try (var statement = connection.prepareStatement("DELETE FROM outbox WHERE id = ANY(?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.executeUpdate();
        }
    }

    void countAttempt(OutboxRow row) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "UPDATE outbox SET attempts = attempts + 1 WHERE id = ?")) {
            statement.setLong(1, row.id());
            statement.executeUpdate();
        }
    }

    /** What the broker will never take; the rest of its lane waits behind it for an operator. */
    void quarantine(OutboxRow row, Throwable reason, Instant at) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        INSERT INTO outbox_quarantine (id, topic, key, reason, quarantined_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)) {
            statement.setLong(1, row.id());
            statement.setString(2, row.topic());
            statement.setString(3, row.key());
            statement.setString(4, reason.toString());
            statement.setObject(5, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }
}
