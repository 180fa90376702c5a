package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Due instants as this service derived them when the event happened, with the calendar they were
 * counted on.
 *
 * @param step the one under way, null where none is or it has no time of its own
 */
public record ClockTerms(
        @Nullable Instant legalDue,
        @Nullable Instant promisedDue,
        @Nullable Instant declaredDue,
        boolean provisional,
        @Nullable String calendarRegion,
        @Nullable String calendarVersion,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StepTerms step) {}
