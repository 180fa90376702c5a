package org.oneseal.notification.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.feed.EventLog;
import org.oneseal.notification.webhooks.Deliveries.Lane;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of lanes and deliveries, changed one step at a time in the caller's transaction. */
@Repository
class LaneQueue {

    private final JdbcClient jdbc;

    LaneQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts events at the end of their lanes; what was settled before is open again. */
    void add(String webhook, List<EventLog.Placed> events, Instant now) {
        if (events.isEmpty()) return;
        TreeSet<String> keys = new TreeSet<>();
        events.forEach(row -> keys.add(row.event().key()));
        joinLanes(webhook, keys, now);
        jdbc.sql(
                        """
                        INSERT INTO webhook_deliveries (webhook, event_no, key, state)
                        SELECT :webhook, n, k, 'OPEN'
                          FROM unnest(:numbers::bigint[], :keys::text[]) AS t (n, k)
                        ON CONFLICT (webhook, event_no) DO UPDATE
                           SET state = 'OPEN', attempts = 0, settled_at = NULL
                         WHERE webhook_deliveries.state <> 'OPEN'
                        """)
                .param("webhook", webhook)
                .param(
                        "numbers",
                        events.stream().map(row -> row.position().no()).toArray(Long[]::new))
                .param("keys", events.stream().map(row -> row.event().key()).toArray(String[]::new))
                .update();
    }

    /**
     * Makes sure of the lanes and holds them, so that none is taken away as empty meanwhile; one
     * that is stopped is looked at again.
     */
    private void joinLanes(String webhook, Collection<String> keys, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO webhook_lanes (webhook, key, due_at)
                        SELECT :webhook, k, :now FROM unnest(:keys::text[]) AS t (k)
                        ON CONFLICT (webhook, key) DO UPDATE
                           SET due_at = CASE WHEN webhook_lanes.due_at = 'infinity'
                                             THEN excluded.due_at ELSE webhook_lanes.due_at END
                        """)
                .param("webhook", webhook)
                .param("now", Times.at(now))
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    /** The same, and due at once unless somebody is sending. */
    void openLanes(String webhook, Collection<String> keys, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO webhook_lanes (webhook, key, due_at)
                        SELECT :webhook, k, :now FROM unnest(:keys::text[]) AS t (k)
                        ON CONFLICT (webhook, key) DO UPDATE
                           SET due_at = CASE WHEN webhook_lanes.lease IS NULL THEN excluded.due_at
                                             ELSE webhook_lanes.due_at END
                        """)
                .param("webhook", webhook)
                .param("now", Times.at(now))
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    /** Whether the lease is still ours; holds the lane until the transaction ends. */
    boolean holds(Lane lane) {
        return jdbc.sql(
                        """
                        SELECT 1 FROM webhook_lanes
                         WHERE webhook = :webhook AND key = :key AND lease = :lease FOR UPDATE
                        """)
                .param("webhook", lane.webhook())
                .param("key", lane.key())
                .param("lease", lane.lease())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void attempted(
            String webhook,
            long no,
            String state,
            @Nullable Integer status,
            String outcome,
            Instant now) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("webhook", webhook);
        columns.put("no", no);
        columns.put("state", state);
        columns.put("status", status);
        columns.put("outcome", outcome);
        columns.put("now", Times.at(now));
        jdbc.sql(
                        """
                        INSERT INTO webhook_attempts (webhook, event_no, at, status, outcome)
                        VALUES (:webhook, :no, :now, CAST(:status AS int), :outcome)
                        """)
                .params(columns)
                .update();
        jdbc.sql(
                        """
                        UPDATE webhook_deliveries
                           SET state = :state, attempts = attempts + 1, last_attempt_at = :now,
                               last_status = CAST(:status AS int), last_outcome = :outcome,
                               settled_at = CASE WHEN :state = 'DELIVERED'
                                                 THEN CAST(:now AS timestamptz) END
                         WHERE webhook = :webhook AND event_no = :no AND state IN ('OPEN', 'DEAD')
                        """)
                .params(columns)
                .update();
    }

    /** Gives the lane back until then. */
    void postpone(Lane lane, Instant until) {
        jdbc.sql(
                        """
                        UPDATE webhook_lanes SET due_at = :until, lease = NULL
                         WHERE webhook = :webhook AND key = :key AND lease = :lease
                        """)
                .param("webhook", lane.webhook())
                .param("key", lane.key())
                .param("lease", lane.lease())
                .param("until", Times.at(until))
                .update();
    }

    /** Gives the lane back: gone if empty, stopped behind a dead letter, else due. */
    void release(Lane lane, Instant now) {
        if (!holds(lane)) return;
        var head =
                jdbc.sql(
                                """
                                SELECT state FROM webhook_deliveries
                                 WHERE webhook = :webhook AND key = :key
                                   AND state IN ('OPEN', 'DEAD')
                                 ORDER BY event_no LIMIT 1
                                """)
                        .param("webhook", lane.webhook())
                        .param("key", lane.key())
                        .query(String.class)
                        .optional();
        String sql =
                switch (head.orElse("NONE")) {
                    case "OPEN" -> "UPDATE webhook_lanes SET due_at = :now, lease = NULL";
                    case "DEAD" -> "UPDATE webhook_lanes SET due_at = 'infinity', lease = NULL";
                    default -> "DELETE FROM webhook_lanes";
                };
        jdbc.sql(sql + " WHERE webhook = :webhook AND key = :key")
                .param("webhook", lane.webhook())
                .param("key", lane.key())
                .param("now", Times.at(now))
                .update();
    }

    void wake(String webhook, Instant now) {
        jdbc.sql(
                        """
                        UPDATE webhook_lanes SET due_at = :now
                         WHERE webhook = :webhook AND lease IS NULL AND due_at <> 'infinity'
                        """)
                .param("webhook", webhook)
                .param("now", Times.at(now))
                .update();
        jdbc.sql(
                        """
                        UPDATE webhook_deliveries SET attempts = 0
                         WHERE webhook = :webhook AND state = 'OPEN' AND attempts > 0
                        """)
                .param("webhook", webhook)
                .update();
    }

    List<String> deadKeys(String webhook, @Nullable Long no) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT key FROM webhook_deliveries
                         WHERE webhook = :webhook AND state = 'DEAD'
                           AND (CAST(:no AS bigint) IS NULL OR event_no = CAST(:no AS bigint))
                        """)
                .params(number(webhook, no))
                .query(String.class)
                .list();
    }

    int reopen(String webhook, @Nullable Long no) {
        return jdbc.sql(
                        """
                        UPDATE webhook_deliveries SET state = 'OPEN', attempts = 0
                         WHERE webhook = :webhook AND state = 'DEAD'
                           AND (CAST(:no AS bigint) IS NULL OR event_no = CAST(:no AS bigint))
                        """)
                .params(number(webhook, no))
                .update();
    }

    boolean dismiss(String webhook, long no, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE webhook_deliveries
                                   SET state = 'DISMISSED', settled_at = :now
                                 WHERE webhook = :webhook AND event_no = :no AND state = 'DEAD'
                                """)
                        .param("webhook", webhook)
                        .param("no", no)
                        .param("now", Times.at(now))
                        .update()
                == 1;
    }

    void end(String webhook) {
        jdbc.sql("DELETE FROM webhook_lanes WHERE webhook = :webhook")
                .param("webhook", webhook)
                .update();
        jdbc.sql(
                        """
                        DELETE FROM webhook_deliveries
                         WHERE webhook = :webhook AND state IN ('OPEN', 'DEAD')
                        """)
                .param("webhook", webhook)
                .update();
    }

    int forget(Instant settledBefore) {
        jdbc.sql("DELETE FROM webhook_attempts WHERE at < :before")
                .param("before", Times.at(settledBefore))
                .update();
        return jdbc.sql(
                        """
                        DELETE FROM webhook_deliveries
                         WHERE settled_at < :before AND state IN ('DELIVERED', 'DISMISSED')
                        """)
                .param("before", Times.at(settledBefore))
                .update();
    }

    private static Map<String, @Nullable Object> number(String webhook, @Nullable Long no) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("webhook", webhook);
        columns.put("no", no);
        return columns;
    }
}
