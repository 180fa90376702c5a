package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.warning.Crossing;
import org.oneseal.supervision.watching.Finding;
import org.oneseal.supervision.watching.WatchKind;
import org.oneseal.supervision.watching.WatchState;

/**
 * A watch to be looked at.
 *
 * @param due what governs: the promise, else the law's or the declared date
 * @param course thresholds on its way
 * @param standing gravest card drawn
 */
public record WatchSheet(
        String id,
        String caseId,
        String caseNumber,
        WatchKind kind,
        @Nullable String itemCode,
        @Nullable Integer itemVersion,
        String itemName,
        @Nullable String source,
        String channel,
        String region,
        @Nullable String department,
        WatchState state,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant legalDue,
        @Nullable Instant promisedDue,
        @Nullable Instant declaredDue,
        @Nullable Instant due,
        boolean instantsOnly,
        boolean provisional,
        @Nullable String calendarRegion,
        @Nullable String calendarVersion,
        List<Finding> findings,
        List<Crossing> course,
        Instant knownAt,
        @Nullable Colour standing,
        @Nullable Instant nextCrossingAt) {}
