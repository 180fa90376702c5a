package org.oneseal.notification.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.feed.FedEvent;
import org.oneseal.notification.feed.Position;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;

/**
 * What is on its way to subscribers: lanes, one a key, each sent in order by whoever holds its
 * lease. Every method is one transaction of its own or part of the caller's.
 */
public interface Deliveries {

    /** A lane that this process may send until its lease runs out. */
    record Lane(String webhook, String key, String lease) {}

    /** The next event of a lane. */
    record Head(long no, int attempts, FedEvent event) {}

    /** A dead letter and how it died. */
    record DeadLetter(
            long no,
            FedEvent event,
            int attempts,
            @Nullable Integer lastStatus,
            @Nullable String lastOutcome,
            Instant lastAttemptAt) {}

    /** How a subscription fares; counts stop at a thousand. */
    record Health(
            long open,
            long dead,
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant restUntil) {}

    /** Begins a subscription's laying out after the position. */
    void begin(String webhook, Position position);

    /** Active subscriptions. */
    List<String> active();

    /**
     * Lays out the next events of the log into lanes; nothing if another does so now.
     *
     * @return how many rows of the log were passed
     */
    int layOut(Webhook webhook, int batch, Instant now);

    /** Active subscriptions with lanes that are due and that don't rest. */
    List<String> due(Instant now);

    /** Takes lanes that are due and nobody holds. */
    List<Lane> claim(String webhook, int limit, Instant now, Instant leaseUntil);

    /** The next event of the lane; empty when there is none or a dead letter stands before it. */
    Optional<Head> head(Lane lane);

    /** False if the lease was lost: then nothing is written. */
    boolean delivered(Lane lane, Head head, int status, Instant now);

    /**
     * Another try at that time; the whole subscription rests until {@code restUntil}, if given.
     * Nothing is written if the lease was lost.
     */
    void failed(
            Lane lane,
            Head head,
            @Nullable Integer status,
            String reason,
            Instant nextTry,
            @Nullable Instant restUntil,
            Instant now);

    /** No further try: a dead letter. Returns how many there were without a success between. */
    int died(Lane lane, Head head, @Nullable Integer status, String reason, Instant now);

    /** Gives the lane back. */
    void release(Lane lane, Instant now);

    /** After a pause: everything waiting is due at once and starts its schedule anew. */
    void wake(String webhook, Instant now);

    /** Starts again from a position: what was delivered behind it is delivered again. */
    void rewind(String webhook, Position position, Instant now);

    /** Dead letters, oldest event first. */
    Page<DeadLetter> deadLetters(String webhook, PageRequest page);

    /** Tries dead letters again: one, or all with null. Returns how many. */
    int retry(String webhook, @Nullable Long no, Instant now);

    /** Gives a dead letter up; its key goes on. */
    boolean dismiss(String webhook, long no, Instant now);

    /** Nothing more goes out. */
    void end(String webhook);

    Health health(String webhook);

    /** Takes away what was settled before that instant. */
    int forget(Instant settledBefore);

    /** Longest the other end may ask us to wait. */
    Duration LONGEST_REST = Duration.ofHours(24);
}
