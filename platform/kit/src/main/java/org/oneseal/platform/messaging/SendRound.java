package org.oneseal.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
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
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final EventClient client;
    private final Withheld withheld;
    private final String source;
    private final long patienceNanos;
    private final List<Handed> handed = new ArrayList<>();
    private final Map<String, Throwable> refused = new HashMap<>();

    /**
     * @param patience how long the client may be silent before it is given up
     */
    SendRound(EventClient client, Withheld withheld, String source, Duration patience) {
        this.client = client;
        this.withheld = withheld;
        this.source = source;
        this.patienceNanos = patience.toNanos();
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
     * @param silent whether the client was given up
     */
    record Outcome(List<Long> sent, Map<OutboxRow, Throwable> failed, boolean silent) {}

    /** The client said neither yes nor no. */
    private static final class Silence extends RetriableException {
        private static final long serialVersionUID = 1L;

        Silence() {
            super("no answer");
        }
    }

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
            Future<RecordMetadata> underWay = client.send(row.asRecord(source));
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

    /** Waits until the broker has answered for everything, or the client is given up. */
    Outcome await() throws InterruptedException {
        List<Long> sent = new ArrayList<>(handed.size());
        Map<OutboxRow, Throwable> failed = new LinkedHashMap<>();
        Set<String> stopped = new HashSet<>();
        boolean silent = false;
        for (Handed one : handed) {
            Throwable error = one.refusal() != null ? one.refusal() : answer(one, silent);
            silent |= error instanceof Silence;
            if (error != null) {
                if (stopped.add(one.row().lane())) failed.put(one.row(), error);
            } else if (!stopped.contains(one.row().lane())) {
                sent.add(one.row().id());
            }
        }
        return new Outcome(sent, failed, silent);
    }

    /** Why the broker did not take it, null if it did; once the client is silent nobody waits. */
    private @Nullable Throwable answer(Handed one, boolean silent) throws InterruptedException {
        Future<RecordMetadata> underWay = one.underWay();
        if (underWay == null) return null;
        long end = System.nanoTime() + (silent ? 0 : patienceNanos);
        while (true) {
            long wait = Math.min(SILENCE_NANOS, end - System.nanoTime());
            try {
                underWay.get(Math.max(0, wait), TimeUnit.NANOSECONDS);
                return null;
            } catch (ExecutionException e) {
                return e.getCause();
            } catch (java.util.concurrent.TimeoutException _) {
                if (wait < SILENCE_NANOS) return new Silence();
                log.warn("No answer yet to {} of {}", one.row().type(), one.row().key());
            }
        }
    }
}
