package org.oneseal.platform.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of the relay: all is handed to the client, then all is awaited. What follows an event
 * that was not taken does not overtake it within its lane. Of one thread.
 */
final class SendRound {

    private static final Logger log = LoggerFactory.getLogger(SendRound.class);
    private static final long SILENCE_SECONDS = 5;

    private final Producer<String, byte @Nullable []> producer;
    private final Withheld withheld;
    private final String source;
    private final List<Handed> handed = new ArrayList<>();
    private final Map<String, Throwable> refused = new HashMap<>();

    SendRound(Producer<String, byte @Nullable []> producer, Withheld withheld, String source) {
        this.producer = producer;
        this.withheld = withheld;
        this.source = source;
    }

    /** An event with what the client made of it: under way, or refused at once. */
    private record Handed(
            OutboxRow row,
            @Nullable Future<RecordMetadata> underWay,
            @Nullable Throwable refusal) {}

    /**
     * What came of it.
     *
     * @param sent ids of what the broker has
     * @param failed the first of each lane that it does not have, with the reason
     */
    record Outcome(List<Long> sent, Map<OutboxRow, Throwable> failed) {}

    /**
     * Hands an event to the client, unless its topic is withheld or one before it in its lane was
     * refused.
     */
    void hand(OutboxRow row) {
        Throwable before = withheld.why(row.topic());
        if (before == null) before = refused.get(row.lane());
        if (before != null) {
            handed.add(new Handed(row, null, before));
            return;
        }
        try {
            Future<RecordMetadata> underWay = producer.send(row.asRecord(source));
            // The client waits in vain for a topic, or for room, and hands back what has failed.
            if (underWay.state() == Future.State.FAILED) refuse(row, underWay.exceptionNow());
            else handed.add(new Handed(row, underWay, null));
        } catch (RuntimeException e) {
            refuse(row, e);
        }
    }

    private void refuse(OutboxRow row, Throwable reason) {
        handed.add(new Handed(row, null, reason));
        refused.put(row.lane(), reason);
        if (reason instanceof TimeoutException late) withheld.put(row.topic(), late);
    }

    /** Waits until the broker has answered for everything. */
    Outcome await() throws InterruptedException {
        List<Long> sent = new ArrayList<>(handed.size());
        Map<OutboxRow, Throwable> failed = new LinkedHashMap<>();
        Map<String, OutboxRow> stopped = new HashMap<>();
        for (Handed one : handed) {
            Throwable error = one.refusal() != null ? one.refusal() : answer(one);
            if (error != null) {
                if (stopped.putIfAbsent(one.row().lane(), one.row()) == null) {
                    failed.put(one.row(), error);
                }
            } else if (!stopped.containsKey(one.row().lane())) {
                sent.add(one.row().id());
            }
        }
        return new Outcome(sent, failed);
    }

    /** Why the broker did not take it, null if it did; waits for ever, but not in silence. */
    private static @Nullable Throwable answer(Handed one) throws InterruptedException {
        if (one.underWay() == null) return null;
        while (true) {
            try {
                one.underWay().get(SILENCE_SECONDS, TimeUnit.SECONDS);
                return null;
            } catch (ExecutionException e) {
                return e.getCause();
            } catch (java.util.concurrent.TimeoutException _) {
                log.warn(
                        "No answer of the broker to {} of {} for {} s",
                        one.row().type(),
                        one.row().key(),
                        SILENCE_SECONDS);
            }
        }
    }
}
