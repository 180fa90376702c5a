package org.oneseal.platform.messaging;

import java.util.List;
import java.util.Set;

/**
 * A service's interest in a topic. Declare it as a bean; the kit polls, sorts out repeats and calls
 * {@link #handle} inside one transaction a batch.
 */
public interface Subscription {

    /** Stable name, unique in the service: consumer group and key of the inbox. */
    String name();

    /**
     * The topic, or a family of them, one a sender: {@code oneseal.exchange.in.{source}.v1} stands
     * for every topic of that shape. Ids and keys of one sender mean nothing beside another's, and
     * what is set aside is kept without citizen numbers, for it comes from outside.
     */
    String topic();

    /**
     * Whether an event makes sense only after those of its key that came before. Where not, each
     * stands for itself: one that comes late is taken, and one that is wrong holds up no other.
     */
    default boolean ordered() {
        return true;
    }

    /**
     * How many of so many events of a sender may be taken now; the rest stays in the sender's topic
     * for a moment. Asked of families only.
     */
    default int admits(String sender, int events) {
        return events;
    }

    /**
     * Names of subscriptions without which this one makes no sense: where it begins from nothing,
     * they have read everything that was there before it reads anything.
     */
    default Set<String> after() {
        return Set.of();
    }

    /**
     * How many threads read the topic once everything that was there has been read; each has keys
     * of its own. More than one only where {@link #handle} takes its locks in the same order
     * always.
     */
    default int threads() {
        return 1;
    }

    /**
     * Whether {@link #handle} would do anything with it. What does not concern it is not even
     * remembered, so who later wants more rebuilds.
     */
    default boolean concerns(IncomingEvent event) {
        return true;
    }

    /**
     * Takes events that were not seen before, in order per key. Runs in the transaction of the
     * inbox; an exception makes the kit try them one by one and set the poisoned one aside together
     * with all later events of its key. {@link Refused} says that trying again is of no use.
     */
    void handle(List<IncomingEvent> events);

    /** Empties what {@link #handle} built, before a rebuild from the beginning. */
    default void reset() {
        throw new UnsupportedOperationException(name() + " keeps nothing that could be rebuilt");
    }
}
