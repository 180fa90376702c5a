package org.oneseal.cases.restrictions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a listed subject may not do.
 *
 * @param listing id of the listing at the credit service
 * @param since first day
 * @param until last day, null where it ends only by repair
 */
public record Restriction(
        String kind, String listing, String ground, LocalDate since, @Nullable LocalDate until) {

    /** No approval on a promise (不适用告知承诺). */
    public static final String PROMISE_BASED_FILING = "promise-based-filing";

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(since) && (until == null || !day.isAfter(until));
    }
}
