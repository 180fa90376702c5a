package org.oneseal.cases.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Due instants as this service derived them when the event happened, with the calendar they were
 * counted on.
 */
public record ClockTerms(
        @Nullable Instant legalDue,
        @Nullable Instant promisedDue,
        @Nullable Instant declaredDue,
        boolean provisional,
        @Nullable String calendarRegion,
        @Nullable String calendarVersion) {}
