package org.oneseal.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;

/**
 * Sends what stands in the outbox, oldest first, and deletes what the broker has taken. One relay a
 * service works at a time, the one that holds the advisory lock; there is no high-water mark, so a
 * lower id that commits later is still sent.
 */
class OutboxRelay implements SmartLifecycle, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final long LOCK = 0x6f6e657365616cL;
    private static final long SILENCE_SECONDS = 5;

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

    private final DataSource dataSource;
    private final Producer<String, byte @Nullable []> producer;
    private final MessagingProperties settings;
    private final InstantSource time;
    private final String source;
    private final Withheld withheld = new Withheld();
    private final Semaphore work = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean running;
    private volatile long backlog;
    private volatile Instant oldest = Instant.MAX;

    OutboxRelay(
            DataSource dataSource,
            Producer<String, byte @Nullable []> producer,
            MessagingProperties settings,
            InstantSource time,
            String source,
            MeterRegistry metrics) {
        this.dataSource = dataSource;
        this.producer = producer;
        this.settings = settings;
        this.time = time;
        this.source = source;
        Gauge.builder("oneseal.outbox.backlog", () -> backlog)
                .description("Events that wait to be sent, as the relay last saw")
                .register(metrics);
        Gauge.builder("oneseal.outbox.age.seconds", this::ageOfOldest)
                .description("Age of the oldest event that waits to be sent")
                .register(metrics);
    }

    /** Something was committed; coalesced, never blocks. */
    void wake() {
        if (work.availablePermits() == 0) work.release();
    }

    @Override
    public void start() {
        if (!settings.relay()) return;
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        Thread current = thread;
        if (current == null) return;
        try {
            current.join(5_000);
            if (current.isAlive()) current.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The producer outlives a stop, because a stopped context may be started again. */
    @Override
    public void destroy() {
        producer.close(java.time.Duration.ofSeconds(1));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the web server and the consumers, so that their last events still go out. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                if (lock(connection)) {
                    relayUntilStopped(connection);
                } else {
                    work.tryAcquire(1, TimeUnit.SECONDS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException | Error e) {
                // A relay whose thread ended would leave a service that answers and tells nobody.
                if (running) log.warn("The relay pauses: {}", e.toString());
                pause();
            }
        }
    }

    private void relayUntilStopped(Connection connection)
            throws SQLException, InterruptedException {
        Pace pace = new Pace(settings.relayPace());
        try {
            while (running) {
                pace.begin();
                int sent = relay(connection);
                if (sent < settings.batch()) {
                    work.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                    pace.await();
                    work.drainPermits();
                }
            }
        } finally {
            unlock(connection);
        }
    }

    /**
     * One round; returns how many rows it took. A topic that the broker does not know (yet) costs
     * one wait, not one an event, and is left out for a while: what goes to other topics goes on.
     */
    private int relay(Connection connection) throws SQLException, InterruptedException {
        List<Row> rows = next(connection);
        backlog = rows.size();
        oldest = rows.isEmpty() ? Instant.MAX : rows.getFirst().recordedAt();
        if (rows.isEmpty()) return 0;
        List<@Nullable Future<RecordMetadata>> sends = new ArrayList<>(rows.size());
        List<@Nullable Throwable> errors = new ArrayList<>(rows.size());
        Map<String, Throwable> refused = new HashMap<>();
        for (Row row : rows) {
            Throwable error = withheld.why(row.topic());
            if (error == null) error = refused.get(row.lane());
            Future<RecordMetadata> send = null;
            if (error == null) {
                try {
                    send = producer.send(row.asRecord(source));
                    error = refusal(send);
                } catch (RuntimeException e) {
                    error = e;
                }
                if (error != null) {
                    // What follows in its lane must not overtake it.
                    refused.put(row.lane(), error);
                    if (error instanceof TimeoutException late) withheld.put(row.topic(), late);
                }
            }
            sends.add(error == null ? send : null);
            errors.add(error);
        }
        List<Long> done = new ArrayList<>(rows.size());
        Set<String> stopped = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Throwable error = failure(row, sends.get(i), errors.get(i));
            if (error == null) {
                if (!stopped.contains(row.lane())) done.add(row.id());
            } else if (stopped.add(row.lane())) {
                failed(connection, row, error);
            }
        }
        delete(connection, done);
        if (!stopped.isEmpty()) pause();
        return rows.size();
    }

    /**
     * Why the client did not take the event at all, null where it did: it hands a future back that
     * has failed already, where it waited in vain for a topic or for room.
     */
    private static @Nullable Throwable refusal(Future<RecordMetadata> send) {
        return send.state() == Future.State.FAILED ? send.exceptionNow() : null;
    }

    /** Waits for ever, as delivery does, but not in silence. */
    private static @Nullable Throwable failure(
            Row row, @Nullable Future<RecordMetadata> send, @Nullable Throwable error)
            throws InterruptedException {
        if (send == null) return error;
        while (true) {
            try {
                send.get(SILENCE_SECONDS, TimeUnit.SECONDS);
                return null;
            } catch (ExecutionException e) {
                return e.getCause();
            } catch (java.util.concurrent.TimeoutException _) {
                log.warn(
                        "No answer of the broker to {} of {} for {} s",
                        row.type(),
                        row.key(),
                        SILENCE_SECONDS);
            }
        }
    }

    private void failed(Connection connection, Row row, Throwable error) throws SQLException {
        if (error.equals(withheld.why(row.topic()))) return;
        if (error instanceof RetriableException) {
            log.warn("{} of {} waits for the broker: {}", row.type(), row.key(), error.toString());
            return;
        }
        if (row.attempts() + 1 < settings.sendAttempts()) {
            execute(connection, "UPDATE outbox SET attempts = attempts + 1 WHERE id = ?", row.id());
            return;
        }
        log.error("{} of {} can't be sent and is quarantined", row.type(), row.key(), error);
        try (var statement =
                connection.prepareStatement(
                        """
                        INSERT INTO outbox_quarantine (id, topic, key, reason, quarantined_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)) {
            statement.setLong(1, row.id());
            statement.setString(2, row.topic());
            statement.setString(3, row.key());
            statement.setString(4, error.toString());
            statement.setObject(5, OffsetDateTime.ofInstant(time.instant(), ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private List<Row> next(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(NEXT)) {
            statement.setArray(1, connection.createArrayOf("text", withheld.topics().toArray()));
            statement.setInt(2, settings.batch());
            List<Row> rows = new ArrayList<>();
            try (ResultSet r = statement.executeQuery()) {
                while (r.next()) rows.add(Row.of(r));
            }
            return rows;
        }
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) return;
        try (var statement = connection.prepareStatement("DELETE FROM outbox WHERE id = ANY(?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql, long id) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            ResultSet r = statement.executeQuery();
            return r.next() && r.getBoolean(1);
        }
    }

    private static void unlock(Connection connection) {
        try (var statement =
                connection.prepareStatement("SELECT pg_advisory_unlock(" + LOCK + ")")) {
            statement.execute();
        } catch (SQLException e) {
            log.debug("The lock went with its connection: {}", e.getMessage());
        }
    }

    private double ageOfOldest() {
        Instant since = oldest;
        return since.equals(Instant.MAX) ? 0 : (time.millis() - since.toEpochMilli()) / 1000.0;
    }

    private void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private record Row(
            long id,
            String eventId,
            String topic,
            String key,
            String type,
            String subject,
            long sequence,
            Instant occurredAt,
            Instant recordedAt,
            String region,
            @Nullable String department,
            @Nullable String traceparent,
            @Nullable String payload,
            int attempts) {

        static Row of(ResultSet r) throws SQLException {
            return new Row(
                    r.getLong(1),
                    r.getString(2),
                    r.getString(3),
                    r.getString(4),
                    r.getString(5),
                    r.getString(6),
                    r.getLong(7),
                    r.getObject(8, OffsetDateTime.class).toInstant(),
                    r.getObject(9, OffsetDateTime.class).toInstant(),
                    r.getString(10),
                    r.getString(11),
                    r.getString(12),
                    r.getString(13),
                    r.getInt(14));
        }

        /** Order is kept within a lane, and only there. */
        String lane() {
            return topic + "\u0000" + key;
        }

        ProducerRecord<String, byte @Nullable []> asRecord(String source) {
            byte[] value = payload == null ? null : payload.getBytes(StandardCharsets.UTF_8);
            ProducerRecord<String, byte @Nullable []> message =
                    new ProducerRecord<>(topic, key, value);
            Headers headers = message.headers();
            header(headers, "ce_specversion", "1.0");
            header(headers, "ce_id", eventId);
            header(headers, "ce_type", type);
            header(headers, "ce_source", source);
            header(headers, "ce_subject", subject);
            header(headers, "ce_time", occurredAt.toString());
            header(headers, "ce_dataschema", "urn:oneseal:schema:" + shortType() + ":v1");
            header(headers, "ce_sequence", Long.toString(sequence));
            header(headers, "ce_recordedat", recordedAt.toString());
            header(headers, "ce_region", region);
            if (department != null) header(headers, "ce_department", department);
            if (traceparent != null) header(headers, "traceparent", traceparent);
            header(headers, "content-type", "application/json");
            return message;
        }

        private String shortType() {
            return type.substring("org.oneseal.".length());
        }

        private static void header(Headers headers, String name, String value) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
