package org.oneseal.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.identity.CitizenNumber;
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
    private final @Nullable TopicFamily family;
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
        this.family = TopicFamily.of(subscription.topic()).orElse(null);
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
                events.add(new Traced(read(message), CloudEvents.traceparent(message)));
            } catch (CloudEvents.Malformed e) {
                bury(
                        message.topic(),
                        message.key(),
                        family == null ? message.value() : masked(message.value()),
                        "malformed: " + e.reason());
            }
        }
        takeEvents(generation, events);
    }

    private IncomingEvent read(ConsumerRecord<String, byte @Nullable []> message)
            throws CloudEvents.Malformed {
        IncomingEvent event = CloudEvents.read(message);
        String sender = family == null ? null : family.sender(message.topic());
        return sender == null ? event : event.from(sender);
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
                        List<IncomingEvent> due = fresh(batch);
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
                            List<IncomingEvent> due = fresh(List.of(event));
                            if (!due.isEmpty()) subscription.handle(due);
                        });
                return;
            } catch (RuntimeException e) {
                if (isPassing(e)) throw e;
                if (e instanceof Refused || attempt >= settings.handleAttempts()) {
                    setAside(generation, event, e);
                    return;
                }
                pause(Duration.ofMillis(100L << (2 * attempt)));
            }
        }
    }

    private List<IncomingEvent> fresh(List<IncomingEvent> events) {
        return subscription.ordered()
                ? inbox.take(subscription.name(), events)
                : inbox.takeEach(subscription.name(), events);
    }

    private void setAside(String generation, IncomingEvent event, RuntimeException cause) {
        IncomingEvent kept = event.sender() == null ? event : event.masked();
        String why = cause instanceof Refused refused ? refused.why() : cause.toString();
        String reason = event.sender() == null ? why : CitizenNumber.maskIn(why);
        // A trace repeats what its exception says: of what comes from outside, only the reason.
        RuntimeException traced = event.sender() == null ? cause : null;
        log.error(
                "{}: {} of {} is set aside: {}",
                subscription.name(),
                kept.type(),
                kept.key(),
                reason,
                traced);
        transactions.executeWithoutResult(
                _ -> {
                    requireCurrent(generation);
                    if (inbox.rememberOne(subscription.name(), event)) {
                        inbox.park(subscription.name(), kept, reason);
                    }
                });
        byte[] data =
                kept.data() == null ? null : EventJson.writer().writeValueAsBytes(kept.data());
        String topic =
                family == null || kept.sender() == null
                        ? subscription.topic()
                        : family.topic(kept.sender());
        bury(topic, kept.key(), data, kept.type() + " " + kept.id() + ": " + reason);
    }

    /**
     * Handles the parked events of a key again, oldest first, until one fails; where each stands
     * for itself, the others are tried all the same.
     *
     * @return how many were handled
     */
    int replay(String key) {
        if (subscription.ordered()) {
            return Objects.requireNonNull(
                    transactions.execute(
                            _ -> {
                                List<IncomingEvent> parked =
                                        inbox.parkedOf(subscription.name(), key);
                                parked.forEach(this::handleAgain);
                                return parked.size();
                            }));
        }
        List<IncomingEvent> parked =
                Objects.requireNonNull(
                        transactions.execute(_ -> inbox.parkedOf(subscription.name(), key)));
        int handled = 0;
        for (IncomingEvent event : parked) {
            try {
                transactions.executeWithoutResult(_ -> handleAgain(event));
                handled++;
            } catch (Refused e) {
                log.warn("{}: {} is refused again", subscription.name(), event.id());
            }
        }
        return handled;
    }

    private void handleAgain(IncomingEvent event) {
        subscription.handle(List.of(event));
        if (subscription.ordered()) inbox.advanceTo(subscription.name(), event);
        inbox.release(subscription.name(), event);
    }

    private void requireCurrent(String generation) {
        if (!inbox.isCurrent(subscription.name(), generation)) throw new Outdated();
    }

    private void bury(String topic, @Nullable String key, byte @Nullable [] value, String reason) {
        var message = new ProducerRecord<String, byte @Nullable []>(topic + ".dlt", key, value);
        message.headers().add("reason", bytes(reason));
        message.headers().add("subscription", bytes(subscription.name()));
        deadLetters.send(message);
    }

    /** What is no event is kept as text without numbers; nobody replays it. */
    private static byte @Nullable [] masked(byte @Nullable [] value) {
        return value == null
                ? null
                : bytes(
                        CitizenNumber.maskIn(
                                new String(value, java.nio.charset.StandardCharsets.UTF_8)));
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
