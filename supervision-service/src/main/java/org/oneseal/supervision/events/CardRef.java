package org.oneseal.supervision.events;

import org.jspecify.annotations.Nullable;

/**
 * Which card an event is about.
 *
 * @param party opaque id of the applicant, null for fed cases without one
 */
public record CardRef(
        String cardId,
        String watchId,
        String caseId,
        String caseNumber,
        String itemName,
        String colour,
        @Nullable String department,
        @Nullable String party) {}
