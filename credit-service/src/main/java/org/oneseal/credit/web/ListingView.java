package org.oneseal.credit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.listing.ListRule;
import org.oneseal.credit.listing.SafetyField;

/**
 * A listing with all its facts, as those see it who deal with it: officers, and the party
 * concerned.
 *
 * @param proposedBy who proposed; told to officers alone, like every other person's id here
 * @param earliestRepair first day on which repair may be applied for, null before the decision
 */
record ListingView(
        String id,
        long version,
        String region,
        @Nullable String department,
        String state,
        String kind,
        String kindName,
        String basis,
        String informationClass,
        List<ListRule.Measure> measures,
        String subjectKind,
        String subject,
        String subjectName,
        Instant proposedAt,
        @Nullable String proposedBy,
        String facts,
        String ground,
        Set<SafetyField> fields,
        @Nullable String promise,
        @Nullable LocalDate rectifyBy,
        @Nullable NoticeView notice,
        List<StatementView> statements,
        @Nullable ListingDecisionView decision,
        @Nullable LocalDate earliestRepair,
        List<DisputeView> disputes,
        List<RepairView> repairs,
        @Nullable EndingView ending) {

    record NoticeView(
            String id,
            Instant at,
            @Nullable String by,
            String text,
            String digest,
            LocalDate statementBy) {}

    record StatementView(
            String id,
            Instant at,
            String text,
            String digest,
            boolean onPaper,
            boolean conclusive) {}

    record ListingDecisionView(
            Instant at,
            @Nullable String by,
            boolean listed,
            String reason,
            @Nullable String answer,
            String facts,
            String ground,
            LocalDate since,
            @Nullable LocalDate until) {}

    record DisputeView(
            String id,
            Instant at,
            String text,
            String digest,
            @Nullable LocalDate answerBy,
            @Nullable Instant answeredAt,
            @Nullable String verdict,
            @Nullable String reason) {}

    record RepairView(
            String id,
            Instant at,
            @Nullable String promise,
            String remedied,
            String regime,
            @Nullable LocalDate answerBy,
            @Nullable Instant answeredAt,
            @Nullable Boolean granted,
            @Nullable String reason) {}

    record EndingView(Instant at, String how, String reason) {}
}
