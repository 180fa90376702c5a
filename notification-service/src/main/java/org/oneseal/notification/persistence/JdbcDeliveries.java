package org.oneseal.notification.persistence;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.feed.EventLog;
import org.oneseal.notification.feed.Position;
import org.oneseal.notification.webhooks.Deliveries;
import org.oneseal.notification.webhooks.Webhook;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lanes and deliveries. Locks are always taken in the order position, lane, delivery, health, and
 * only who holds the position takes more than one lane: so nobody waits in a circle.
 */
@Repository
class JdbcDeliveries implements Deliveries {

    private static final String OLDEST_OPEN =
            """
            SELECT d.event_no FROM webhook_deliveries d
             WHERE d.webhook = :webhook AND d.key = :key AND d.state IN ('OPEN', 'DEAD')
             ORDER BY d.event_no LIMIT 1
            """;

    private final JdbcClient jdbc;
    private final EventLog log;
    private final Json json;
    private final LaneQueue queue;

    JdbcDeliveries(JdbcClient jdbc, EventLog log, Json json, LaneQueue queue) {
        this.jdbc = jdbc;
        this.log = log;
        this.json = json;
        this.queue = queue;
    }

    @Override
    @Transactional
    public void begin(String webhook, Position position) {
        jdbc.sql(
                        """
                        INSERT INTO webhook_positions (webhook, tx, no)
                        VALUES (:webhook, CAST(:tx AS xid8), :no)
                        """)
                .param("webhook", webhook)
                .param("tx", Long.toString(position.tx()))
                .param("no", position.no())
                .update();
        jdbc.sql("INSERT INTO webhook_health (webhook) VALUES (:webhook)")
                .param("webhook", webhook)
                .update();
    }

    @Override
    public List<String> active() {
        return jdbc.sql("SELECT id FROM webhooks WHERE state = 'ACTIVE'")
                .query(String.class)
                .list();
    }

    @Override
    @Transactional
    public int layOut(Webhook webhook, int batch, Instant now) {
        Optional<Position> position =
                jdbc.sql(
                                """
                                SELECT tx::text AS tx_text, no FROM webhook_positions
                                 WHERE webhook = :webhook FOR UPDATE SKIP LOCKED
                                """)
                        .param("webhook", webhook.id())
                        .query((row, _) -> JdbcEventLog.position(row))
                        .optional();
        if (position.isEmpty()) return 0;
        List<EventLog.Placed> found = log.after(position.get(), webhook.scope(), batch);
        if (found.isEmpty()) return 0;
        List<EventLog.Placed> wanted =
                found.stream().filter(row -> wants(webhook, row.event().type())).toList();
        queue.add(webhook.id(), wanted, now);
        moveTo(webhook.id(), found.getLast().position());
        return found.size();
    }

    static boolean wants(Webhook webhook, String type) {
        return webhook.types().isEmpty()
                || webhook.types().stream()
                        .anyMatch(
                                wanted ->
                                        wanted.endsWith("*")
                                                ? type.startsWith(
                                                        wanted.substring(0, wanted.length() - 1))
                                                : type.equals(wanted));
    }

    private void moveTo(String webhook, Position position) {
        jdbc.sql(
                        """
                        UPDATE webhook_positions SET tx = CAST(:tx AS xid8), no = :no
                         WHERE webhook = :webhook
                        """)
                .param("webhook", webhook)
                .param("tx", Long.toString(position.tx()))
                .param("no", position.no())
                .update();
    }

    @Override
    public List<String> due(Instant now) {
        return jdbc.sql(
                        """
                        SELECT w.id FROM webhooks w JOIN webhook_health h ON h.webhook = w.id
                         WHERE w.state = 'ACTIVE'
                           AND (h.rest_until IS NULL OR h.rest_until <= :now)
                           AND EXISTS (SELECT 1 FROM webhook_lanes l
                                        WHERE l.webhook = w.id AND l.due_at <= :now)
                        """)
                .param("now", Times.at(now))
                .query(String.class)
                .list();
    }

    @Override
    @Transactional
    public List<Lane> claim(String webhook, int limit, Instant now, Instant leaseUntil) {
        String lease = UUID.randomUUID().toString();
        return jdbc.sql(
                        """
                        UPDATE webhook_lanes l SET due_at = :until, lease = :lease
                          FROM (SELECT key FROM webhook_lanes
                                 WHERE webhook = :webhook AND due_at <= :now
                                 ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED) c
                         WHERE l.webhook = :webhook AND l.key = c.key
                        RETURNING l.key
                        """)
                .param("webhook", webhook)
                .param("lease", lease)
                .param("now", Times.at(now))
                .param("until", Times.at(leaseUntil))
                .param("limit", limit)
                .query((row, _) -> new Lane(webhook, row.getString(1), lease))
                .list();
    }

    @Override
    public Optional<Head> head(Lane lane) {
        return jdbc.sql(
                        "SELECT d.attempts, "
                                + JdbcEventLog.COLUMNS
                                + """
                                  FROM webhook_deliveries d JOIN event_log e ON e.no = d.event_no
                                 WHERE d.webhook = :webhook AND d.state = 'OPEN'
                                   AND d.event_no = (
                                """
                                + OLDEST_OPEN
                                + ")")
                .param("webhook", lane.webhook())
                .param("key", lane.key())
                .query(
                        (row, _) ->
                                new Head(
                                        row.getLong("no"),
                                        row.getInt("attempts"),
                                        JdbcEventLog.event(row, json)))
                .optional();
    }

    @Override
    @Transactional
    public boolean delivered(Lane lane, Head head, int status, Instant now) {
        if (!queue.holds(lane)) return false;
        queue.attempted(lane.webhook(), head.no(), "DELIVERED", status, "delivered", now);
        jdbc.sql(
                        """
                        UPDATE webhook_health
                           SET failing_since = NULL, failures = 0, refusals = 0, rest_until = NULL
                         WHERE webhook = :webhook AND (failing_since IS NOT NULL OR refusals > 0)
                        """)
                .param("webhook", lane.webhook())
                .update();
        return true;
    }

    @Override
    @Transactional
    public void failed(
            Lane lane,
            Head head,
            @Nullable Integer status,
            String reason,
            Instant nextTry,
            @Nullable Instant restUntil,
            Instant now) {
        if (!queue.holds(lane)) return;
        queue.attempted(lane.webhook(), head.no(), "OPEN", status, reason, now);
        queue.postpone(lane, nextTry);
        Map<String, @Nullable Object> rest = new HashMap<>();
        rest.put("rest", restUntil == null ? null : Times.at(restUntil));
        jdbc.sql(
                        """
                        UPDATE webhook_health
                           SET failing_since = coalesce(failing_since, :now),
                               failures = failures + 1,
                               rest_until = greatest(rest_until, CAST(:rest AS timestamptz))
                         WHERE webhook = :webhook
                        """)
                .params(rest)
                .param("webhook", lane.webhook())
                .param("now", Times.at(now))
                .update();
    }

    @Override
    @Transactional
    public int died(Lane lane, Head head, @Nullable Integer status, String reason, Instant now) {
        if (!queue.holds(lane)) return 0;
        queue.attempted(lane.webhook(), head.no(), "DEAD", status, reason, now);
        return jdbc.sql(
                        """
                        UPDATE webhook_health SET refusals = refusals + 1
                         WHERE webhook = :webhook RETURNING refusals
                        """)
                .param("webhook", lane.webhook())
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional
    public void release(Lane lane, Instant now) {
        queue.release(lane, now);
    }

    @Override
    @Transactional
    public void wake(String webhook, Instant now) {
        lockPosition(webhook);
        queue.wake(webhook, now);
        jdbc.sql(
                        """
                        UPDATE webhook_health
                           SET failing_since = NULL, failures = 0, refusals = 0, rest_until = NULL
                         WHERE webhook = :webhook
                        """)
                .param("webhook", webhook)
                .update();
    }

    @Override
    @Transactional
    public void rewind(String webhook, Position position, Instant now) {
        lockPosition(webhook);
        moveTo(webhook, position);
    }

    private void lockPosition(String webhook) {
        jdbc.sql("SELECT no FROM webhook_positions WHERE webhook = :webhook FOR UPDATE")
                .param("webhook", webhook)
                .query(Long.class)
                .single();
    }

    @Override
    public Page<DeadLetter> deadLetters(String webhook, PageRequest page) {
        List<Long> after = page.numbers(1);
        List<DeadLetter> rows =
                jdbc.sql(
                                "SELECT d.attempts, d.last_status, d.last_outcome,"
                                        + " d.last_attempt_at, "
                                        + JdbcEventLog.COLUMNS
                                        + """
                                          FROM webhook_deliveries d
                                          JOIN event_log e ON e.no = d.event_no
                                         WHERE d.webhook = :webhook AND d.state = 'DEAD'
                                           AND d.event_no > :after
                                         ORDER BY d.event_no LIMIT :limit
                                        """)
                        .param("webhook", webhook)
                        .param("after", after.isEmpty() ? 0L : after.getFirst())
                        .param("limit", page.fetch())
                        .query(
                                (row, _) ->
                                        new DeadLetter(
                                                row.getLong("no"),
                                                JdbcEventLog.event(row, json),
                                                row.getInt("attempts"),
                                                row.getObject("last_status", Integer.class),
                                                row.getString("last_outcome"),
                                                Times.read(row, "last_attempt_at")))
                        .list();
        return Page.of(rows, page, row -> List.of(Long.toString(row.no())));
    }

    @Override
    @Transactional
    public int retry(String webhook, @Nullable Long no, Instant now) {
        lockPosition(webhook);
        List<String> keys = queue.deadKeys(webhook, no);
        if (keys.isEmpty()) return 0;
        queue.openLanes(webhook, new TreeSet<>(keys), now);
        return queue.reopen(webhook, no);
    }

    @Override
    @Transactional
    public boolean dismiss(String webhook, long no, Instant now) {
        lockPosition(webhook);
        List<String> keys = queue.deadKeys(webhook, no);
        if (keys.isEmpty()) return false;
        queue.openLanes(webhook, new TreeSet<>(keys), now);
        return queue.dismiss(webhook, no, now);
    }

    @Override
    @Transactional
    public void end(String webhook) {
        lockPosition(webhook);
        queue.end(webhook);
    }

    @Override
    public Health health(String webhook) {
        return jdbc.sql(
                        """
                        SELECT h.failures, h.failing_since, h.rest_until,
                               (SELECT count(*) FROM (SELECT 1 FROM webhook_deliveries d
                                 WHERE d.webhook = h.webhook AND d.state = 'OPEN' LIMIT 1000) o)
                                 AS open,
                               (SELECT count(*) FROM (SELECT 1 FROM webhook_deliveries d
                                 WHERE d.webhook = h.webhook AND d.state = 'DEAD' LIMIT 1000) o)
                                 AS dead
                          FROM webhook_health h WHERE h.webhook = :webhook
                        """)
                .param("webhook", webhook)
                .query(
                        (row, _) ->
                                new Health(
                                        row.getLong("open"),
                                        row.getLong("dead"),
                                        row.getInt("failures"),
                                        Times.readOrNull(row, "failing_since"),
                                        Times.readOrNull(row, "rest_until")))
                .single();
    }

    @Override
    @Transactional
    public int forget(Instant settledBefore) {
        return queue.forget(settledBefore);
    }
}
