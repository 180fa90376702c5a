package org.oneseal.platform.journal;

/**
 * The end of an aggregate's history.
 *
 * @param aggregateType singular noun such as {@code case}
 * @param sequence number of the last entry, 0 before the first
 * @param head digest of the last entry with its algorithm, such as {@code SM3:…}; empty before the
 *     first
 */
public record Chain(String aggregateType, String aggregateId, long sequence, String head) {

    public Chain {
        if (sequence < 0 || (sequence == 0) != head.isEmpty()) {
            throw new IllegalArgumentException(
                    "a chain has a head exactly when it has entries: " + aggregateId);
        }
    }

    /** The history of an aggregate that is about to be born. */
    public static Chain start(String aggregateType, String aggregateId) {
        return new Chain(aggregateType, aggregateId, 0, "");
    }
}
