package org.oneseal.supervision.watching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By when a watch is to be closed.
 *
 * @param legal derived from the statutory limit
 * @param promised derived from the promised limit
 * @param declared stated by the source of a fed case
 * @param instantsOnly the declared date governs and its source knows no working days
 * @param promisedDays length of the promise in working days, null where there is none
 * @param provisional rests on a year without a decree
 */
public record Dues(
        @Nullable Instant legal,
        @Nullable Instant promised,
        @Nullable Instant declared,
        boolean instantsOnly,
        @Nullable Integer promisedDays,
        boolean provisional,
        @Nullable String calendarRegion,
        @Nullable String calendarVersion) {

    /** The law's date: of the derived and the declared one the earlier governs. */
    public @Nullable Instant statutory() {
        return earlier(legal, declared);
    }

    /** The promise, never later than the law; the law's date where nothing is promised. */
    public @Nullable Instant promise() {
        return earlier(promised, statutory());
    }

    static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null) return b;
        if (b == null) return a;
        return a.isBefore(b) ? a : b;
    }
}
