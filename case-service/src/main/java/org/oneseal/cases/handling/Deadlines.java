package org.oneseal.cases.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By when what is due, as derived from the facts and the calendar. Never stored as truth: columns
 * that hold it are indexes.
 *
 * @param deliverBy end of the time to deliver, null where nothing is to be delivered
 * @param stepDue end of the step under way, null where it has no time of its own
 * @param answerDue end of the department's silence, null where it has answered or silence means
 *     nothing
 */
public record Deadlines(
        @Nullable Instant answerDue,
        @Nullable Instant legalDue,
        @Nullable Instant promisedDue,
        @Nullable Instant declaredDue,
        @Nullable Instant deliverBy,
        @Nullable Instant stepDue,
        boolean provisional,
        String calendarRegion,
        String calendarVersion) {

    /**
     * What governs the worklist: the answer first, then the earliest of promise, law, source and
     * the step under way.
     */
    public @Nullable Instant next() {
        if (answerDue != null) return answerDue;
        return earlier(earlier(earlier(promisedDue, legalDue), declaredDue), stepDue);
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null) return b;
        if (b == null) return a;
        return a.isBefore(b) ? a : b;
    }
}
