package org.oneseal.cases.events;

import org.jspecify.annotations.Nullable;

/**
 * What every event says about its case. No personal number is in it: the party is an opaque id and
 * a display mask.
 */
public record CaseReference(
        String caseId,
        String caseNumber,
        @Nullable String itemCode,
        @Nullable Integer itemVersion,
        @Nullable String itemName,
        @Nullable String itemType,
        @Nullable String caseKind,
        String origin,
        @Nullable String source,
        @Nullable String sourceCase,
        String region,
        @Nullable String department,
        @Nullable String party,
        @Nullable String partyMask,
        String channel) {}
