package org.oneseal.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseState;
import org.oneseal.cases.promises.PromiseState;

/** A case as it is shown; the applicant is a mask. */
record CaseView(
        String id,
        String caseNumber,
        @Nullable String queryNumber,
        CaseState state,
        @Nullable String itemCode,
        @Nullable Integer itemVersion,
        @Nullable String itemName,
        @Nullable String itemType,
        @Nullable String caseKind,
        String origin,
        String region,
        @Nullable String department,
        @Nullable String party,
        @Nullable String partyMask,
        String channel,
        Instant receivedAt,
        @Nullable Instant answerDue,
        @Nullable Instant legalDue,
        @Nullable Instant promisedDue,
        @Nullable Instant declaredDue,
        @Nullable Instant deliverBy,
        @Nullable String holder,
        boolean provisional,
        List<CaseFact.Material> materials,
        @Nullable CorrectionView correction,
        @Nullable AcceptanceView acceptance,
        List<ProcedureView> openProcedures,
        @Nullable PromiseView promise,
        @Nullable DecisionView decision,
        @Nullable IssuedView certificate,
        long version) {

    record CorrectionView(
            String noticeId,
            List<CaseFact.Missing> missing,
            LocalDate answerBy,
            boolean answered) {}

    record PromiseView(
            String promiseId,
            PromiseState state,
            Instant promisedAt,
            String textHash,
            List<OwedView> materials) {}

    /**
     * @param late handed in after its last day, or not at all by then
     */
    record OwedView(
            String code, String name, LocalDate due, @Nullable Instant handedInAt, boolean late) {}

    record AcceptanceView(Instant acceptedAt, boolean deemed) {}

    record ProcedureView(
            String procedureId,
            String kind,
            String ground,
            String reason,
            int announcedDays,
            @Nullable String project,
            Instant since) {}

    record DecisionView(
            boolean granted,
            String decisionNumber,
            Instant decidedAt,
            @Nullable String ground,
            @Nullable String reason,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record IssuedView(String id, String number, String type, String name) {}
}
