package org.oneseal.supervision.retrospect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as a log has it.
 *
 * @param recorded when it was reported; the time it happened if the log does not say
 */
public record RawEvent(
        String caseId,
        String activity,
        Instant at,
        Instant recorded,
        @Nullable String department,
        @Nullable String item,
        @Nullable Instant due) {}
