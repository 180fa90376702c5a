package org.oneseal.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the events of one subscription through the inbox to its handler: a batch in one
 * transaction, and where that fails one by one, so that a poisoned event stops only its own key.
 */
class SubscriptionRunner {

    private static final Logger log = LoggerFactory.getLogger(SubscriptionRunner.class);

    private final Subscription subscription;
    private final Inbox inbox;
    private final TransactionTemplate transactions;
    private final TraceContext trace;
    private final EventClient deadLetters;
    private final MessagingProperties settings;

    SubscriptionRunner(
            Subscription subscription,
            Inbox inbox,
            TransactionTemplate transactions,
            TraceContext trace,
            EventClient deadLetters,
            MessagingProperties settings) {
        this.subscription = subscription;
        this.inbox = inbox;
        this.transactions = transactions;
        this.trace = trace;
        this.deadLetters = deadLetters;
        this.settings = settings;
    }

    /** An event together with the trace that it came with. */
    record Traced(IncomingEvent event, @Nullable String traceparent) {}

    /**
     * Takes a poll's records.
     *
     * @throws Outdated if a rebuild has begun; the caller starts again with the new generation
     */
    void take(String generation, List<ConsumerRecord<String, byte @Nullable []>> messages) {
        List<Traced> events = new ArrayList<>(messages.size());
        for (var message : messages) {
            try {
                events.add(new Traced(CloudEvents.read(message), CloudEvents.traceparent(message)));
            } catch (CloudEvents.Malformed e) {
                bury(message.key(), message.value(), "malformed: " + e.reason());
            }
        }
        takeEvents(generation, events);
    }

    /** All of them in one transaction, whichever traces they belong to. */
    void takeEvents(String generation, List<Traced> told) {
        List<Traced> events = told.stream().filter(one -> concerns(one.event())).toList();
        if (events.isEmpty()) return;
        trace.continued(
                events.stream().map(Traced::traceparent).toList(),
                "handle " + subscription.name(),
                () -> takeTogether(generation, events));
    }

    /** What can't even be read concerns it too: the handler then says why, and it is set aside. */
    private boolean concerns(IncomingEvent event) {
        try {
            return subscription.concerns(event);
        } catch (RuntimeException e) {
            return true;
        }
    }

    private void takeTogether(String generation, List<Traced> events) {
        List<IncomingEvent> batch = events.stream().map(Traced::event).toList();
        try {
            transactions.executeWithoutResult(
                    _ -> {
                        requireCurrent(generation);
                        List<IncomingEvent> due = inbox.take(subscription.name(), batch);
                        if (!due.isEmpty()) subscription.handle(due);
                    });
        } catch (RuntimeException e) {
            if (isPassing(e)) throw e;
            log.info("{}: a batch of {} failed, one by one now", subscription.name(), batch.size());
            batch.forEach(event -> takeAlone(generation, event));
        }
    }

    private void takeAlone(String generation, IncomingEvent event) {
        for (int attempt = 1; ; attempt++) {
            try {
                transactions.executeWithoutResult(
                        _ -> {
                            requireCurrent(generation);
                            List<IncomingEvent> due =
                                    inbox.take(subscription.name(), List.of(event));
                            if (!due.isEmpty()) subscription.handle(due);
                        });
                return;
            } catch (RuntimeException e) {
                if (isPassing(e)) throw e;
                if (attempt >= settings.handleAttempts()) {
                    setAside(generation, event, e);
                    return;
                }
                pause(Duration.ofMillis(100L << (2 * attempt)));
            }
        }
    }

    private void setAside(String generation, IncomingEvent event, RuntimeException cause) {
        log.error(
                "{}: {} of {} is poisoned and set aside",
                subscription.name(),
                event.type(),
                event.key(),
                cause);
        String reason = cause.toString();
        transactions.executeWithoutResult(
                _ -> {
                    requireCurrent(generation);
                    if (inbox.rememberOne(subscription.name(), event)) {
                        inbox.park(subscription.name(), event, reason);
                    }
                });
        byte[] data =
                event.data() == null ? null : EventJson.writer().writeValueAsBytes(event.data());
        bury(event.key(), data, event.type() + " " + event.id() + ": " + reason);
    }

    /**
     * Handles the parked events of a key again, oldest first, until one fails.
     *
     * @return how many were handled
     */
    int replay(String key) {
        return Objects.requireNonNull(
                transactions.execute(
                        _ -> {
                            int handled = 0;
                            for (IncomingEvent event : inbox.parkedOf(subscription.name(), key)) {
                                subscription.handle(List.of(event));
                                inbox.advanceTo(subscription.name(), event);
                                inbox.release(subscription.name(), event);
                                handled++;
                            }
                            return handled;
                        }));
    }

    private void requireCurrent(String generation) {
        if (!inbox.isCurrent(subscription.name(), generation)) throw new Outdated();
    }

    private void bury(@Nullable String key, byte @Nullable [] value, String reason) {
        var message =
                new ProducerRecord<String, byte @Nullable []>(
                        subscription.topic() + ".dlt", key, value);
        message.headers().add("reason", bytes(reason));
        message.headers().add("subscription", bytes(subscription.name()));
        deadLetters.send(message);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Faults of the surroundings: the whole batch is tried again, nothing is set aside. */
    private static boolean isPassing(RuntimeException e) {
        return e instanceof Outdated
                || e instanceof TransientDataAccessException
                || e instanceof DataAccessResourceFailureException
                || e instanceof TransactionException;
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for another try", e);
        }
    }

    /** The subscription was rebuilt meanwhile; this generation's events are not wanted any more. */
    static final class Outdated extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
