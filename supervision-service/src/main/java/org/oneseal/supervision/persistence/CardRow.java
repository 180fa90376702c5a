package org.oneseal.supervision.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.supervising.Draw;
import org.oneseal.supervision.warning.Card;
import org.oneseal.supervision.warning.CardState;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.WatchKind;

/** A row of {@code cards}. */
record CardRow(
        String id,
        String watchId,
        String caseId,
        String caseNumber,
        WatchKind kind,
        @Nullable String itemCode,
        String itemName,
        @Nullable String source,
        @Nullable String party,
        String channel,
        String region,
        @Nullable String province,
        @Nullable String city,
        @Nullable String county,
        @Nullable String town,
        @Nullable String village,
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
        @Nullable String appellant,
        @Nullable String proposedCause,
        @Nullable Instant proposedAt,
        boolean revoked,
        List<Act> acts,
        long version,
        String chainHead) {

    static final List<String> COLUMNS = Rows.columns(CardRow.class);

    /** What a person did with the card. */
    record Act(
            String action,
            String by,
            Instant at,
            @Nullable String reason,
            @Nullable String cause) {}

    static CardRow of(Draw draw, Instant appealUntil, Instant now) {
        CaseHead head = draw.watch().head();
        Places places = Places.of(head.region());
        return new CardRow(
                draw.cardId(),
                draw.watch().id(),
                head.caseId(),
                head.caseNumber(),
                draw.watch().kind(),
                head.itemCode(),
                head.itemName(),
                head.source(),
                head.party(),
                head.channel(),
                head.region().value(),
                places.province(),
                places.city(),
                places.county(),
                places.town(),
                places.village(),
                head.department(),
                draw.crossing().colour(),
                draw.crossing().rule(),
                draw.crossing().ruleVersion(),
                draw.rule().ground(),
                draw.rule().recipients(),
                draw.crossing().at(),
                draw.crossing().due(),
                Duration.between(draw.crossing().due(), draw.crossing().at()).toString(),
                draw.watch().dues().calendarRegion(),
                draw.watch().dues().calendarVersion(),
                draw.caseSequence(),
                draw.knownAt(),
                Card.SYSTEM,
                now,
                appealUntil,
                CardState.ISSUED,
                null,
                null,
                null,
                false,
                List.of(),
                0,
                "");
    }

    Card card() {
        return new Card(
                id,
                colour,
                state,
                issuer,
                issuedAt,
                appealUntil,
                appellant,
                proposedCause,
                revoked);
    }
}
