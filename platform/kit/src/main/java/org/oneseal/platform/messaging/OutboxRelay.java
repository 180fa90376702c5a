package org.oneseal.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.apache.kafka.common.errors.RetriableException;
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
    private static final long MOMENT = Duration.ofMillis(5).toNanos();

    private final DataSource dataSource;
    private final EventClient client;
    private final MessagingProperties settings;
    private final Intermission intermission;
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
            EventClient client,
            MessagingProperties settings,
            Intermission intermission,
            InstantSource time,
            String source,
            MeterRegistry metrics) {
        this.dataSource = dataSource;
        this.client = client;
        this.settings = settings;
        this.intermission = intermission;
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

    /** The client outlives a stop, because a stopped context may be started again. */
    @Override
    public void destroy() {
        client.close();
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
                OutboxTable outbox = new OutboxTable(connection);
                if (outbox.lock()) {
                    relayUntilStopped(outbox);
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

    private void relayUntilStopped(OutboxTable outbox) throws SQLException, InterruptedException {
        Pace pace = new Pace(settings.relayPace());
        try {
            while (running) {
                if (intermission.isOn()) {
                    LockSupport.parkNanos(MOMENT);
                    continue;
                }
                pace.begin();
                int taken = relay(outbox);
                if (taken < settings.batch()) {
                    work.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
                    pace.await();
                    work.drainPermits();
                }
            }
        } finally {
            outbox.unlock();
        }
    }

    /**
     * One round; returns how many rows it took. A topic that the broker does not know (yet) costs
     * one wait, not one an event, and is left out for a while: what goes to other topics goes on.
     */
    private int relay(OutboxTable outbox) throws SQLException, InterruptedException {
        List<OutboxRow> rows = outbox.next(withheld.topics(), settings.batch());
        backlog = rows.size();
        oldest = rows.isEmpty() ? Instant.MAX : rows.getFirst().recordedAt();
        if (rows.isEmpty()) return 0;
        SendRound round = new SendRound(client, withheld, source, settings.silence());
        rows.forEach(round::hand);
        SendRound.Outcome outcome = round.await();
        outbox.delete(outcome.sent());
        if (outcome.silent()) client.renew();
        failed(outbox, outcome.failed());
        if (!outcome.failed().isEmpty()) pause();
        return rows.size();
    }

    /** A broker that is gone fails every lane of a round alike, and is told of once. */
    private void failed(OutboxTable outbox, Map<OutboxRow, Throwable> failed) throws SQLException {
        int waiting = 0;
        for (var one : failed.entrySet()) {
            OutboxRow row = one.getKey();
            Throwable error = one.getValue();
            if (error.equals(withheld.why(row.topic()))) continue;
            if (!(error instanceof RetriableException)) {
                refused(outbox, row, error);
            } else if (waiting++ == 0) {
                log.warn(
                        "{} of {} waits for the broker: {}",
                        row.type(),
                        row.key(),
                        error.toString());
            }
        }
        if (waiting > 1) log.warn("{} more lanes wait with it", waiting - 1);
    }

    private void refused(OutboxTable outbox, OutboxRow row, Throwable error) throws SQLException {
        if (row.attempts() + 1 < settings.sendAttempts()) {
            outbox.countAttempt(row);
        } else {
            log.error("{} of {} can't be sent and is quarantined", row.type(), row.key(), error);
            outbox.quarantine(row, error, time.instant());
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
}
