package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.warning.CardState;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.warning.Origin;
import org.oneseal.supervision.watching.WatchKind;

/** A card to be looked at. Not for changing it: see {@code HandleCard}. */
public record CardSheet(
        String id,
        String watchId,
        String caseId,
        String caseNumber,
        WatchKind kind,
        @Nullable String itemCode,
        String itemName,
        @Nullable String source,
        String region,
        @Nullable String department,
        Colour colour,
        String ruleCode,
        int ruleVersion,
        String ground,
        List<String> recipients,
        Instant threshold,
        Instant due,
        String overBy,
        @Nullable String calendarRegion,
        @Nullable String calendarVersion,
        long caseSequence,
        Instant knownAt,
        String issuer,
        Instant issuedAt,
        Instant appealUntil,
        CardState state,
        @Nullable String proposedCause,
        @Nullable Instant proposedAt,
        boolean revoked,
        List<Act> acts,
        long version,
        Origin origin,
        @Nullable String reason,
        @Nullable String parent,
        @Nullable Instant issueAt,
        Instant answerBy,
        @Nullable Instant decideBy) {

    /** What a person did with the card. */
    public record Act(
            String action,
            String by,
            Instant at,
            @Nullable String reason,
            @Nullable String cause) {}
}
