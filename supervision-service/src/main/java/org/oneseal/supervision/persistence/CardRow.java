package org.oneseal.supervision.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.events.CardIssued;
import org.oneseal.supervision.events.CardRef;
import org.oneseal.supervision.measuring.Cell;
import org.oneseal.supervision.measuring.Tallier;
import org.oneseal.supervision.supervising.Deadlines;
import org.oneseal.supervision.supervising.Draw;
import org.oneseal.supervision.warning.Card;
import org.oneseal.supervision.warning.CardState;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.warning.Origin;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Dues;
import org.oneseal.supervision.watching.Watch;
import org.oneseal.supervision.watching.WatchKind;
import org.oneseal.supervision.watching.WatchState;

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
        String chainHead,
        Origin origin,
        @Nullable String reason,
        @Nullable String parent,
        @Nullable Instant issueAt,
        Instant answerBy,
        @Nullable Instant decideBy,
        @Nullable Instant escalatedAt) {

    static final String AGGREGATE = "card";
    static final List<String> COLUMNS = Rows.columns(CardRow.class);

    /** What a person did with the card. */
    record Act(
            String action,
            String by,
            Instant at,
            @Nullable String reason,
            @Nullable String cause) {}

    static CardRow of(Draw draw, Deadlines.Times times, Instant now) {
        Instant issueAt = times.issueAt();
        boolean held = issueAt == null || issueAt.isAfter(now);
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
                draw.cause().issuer(),
                now,
                times.appealUntil(),
                held ? CardState.PENDING : CardState.ISSUED,
                null,
                null,
                null,
                false,
                List.of(),
                0,
                "",
                draw.cause().origin(),
                draw.cause().reason(),
                draw.cause().parent(),
                held ? issueAt : null,
                times.answerBy(),
                null,
                null);
    }

    /** With the end of its history. */
    CardRow linked(Chain end) {
        return new CardRow(
                id,
                watchId,
                caseId,
                caseNumber,
                kind,
                itemCode,
                itemName,
                source,
                party,
                channel,
                region,
                province,
                city,
                county,
                town,
                village,
                department,
                colour,
                ruleCode,
                ruleVersion,
                ground,
                recipients,
                threshold,
                due,
                overBy,
                calendarRegion,
                calendarVersion,
                caseSequence,
                knownAt,
                issuer,
                issuedAt,
                appealUntil,
                state,
                appellant,
                proposedCause,
                proposedAt,
                revoked,
                acts,
                end.sequence(),
                end.head(),
                origin,
                reason,
                parent,
                issueAt,
                answerBy,
                decideBy,
                escalatedAt);
    }

    Chain chain() {
        return version == 0
                ? Chain.start(AGGREGATE, id)
                : new Chain(AGGREGATE, id, version, chainHead);
    }

    Placement placement() {
        return Placement.of(region, department).concerning(party);
    }

    CardRef ref() {
        return new CardRef(
                id, watchId, caseId, caseNumber, itemName, colour.name(), department, party);
    }

    /** Where the indicators count it: on the day of its threshold. */
    Cell cell() {
        return Tallier.cell(head(), threshold);
    }

    /** The watch as far as the card tells of it. */
    Watch watch() {
        return new Watch(
                watchId,
                kind,
                head(),
                WatchState.OPEN,
                issuedAt,
                null,
                new Dues(null, null, null, false, null, false, calendarRegion, calendarVersion),
                true,
                List.of());
    }

    private CaseHead head() {
        return new CaseHead(
                caseId,
                caseNumber,
                itemCode,
                null,
                itemName,
                false,
                source != null,
                source,
                party,
                channel,
                new RegionCode(region),
                department);
    }

    CardIssued issued() {
        return new CardIssued(
                id,
                watchId,
                caseId,
                caseNumber,
                itemCode,
                itemName,
                kind.name(),
                colour.name(),
                new CardIssued.Rule(ruleCode, ruleVersion, ground),
                threshold,
                due,
                overBy,
                department,
                recipients,
                party,
                source,
                origin.name(),
                reason,
                parent,
                answerBy);
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
