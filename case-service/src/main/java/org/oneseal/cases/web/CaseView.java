package org.oneseal.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseHeader;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.CaseState;
import org.oneseal.cases.handling.Deadlines;
import org.oneseal.cases.promises.Promise;
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
            List<OwedView> materials) {

        static PromiseView of(Promise promise) {
            var made = promise.made();
            return new PromiseView(
                    made.promiseId(),
                    promise.state(),
                    made.stamp().occurredAt(),
                    made.textHash(),
                    promise.materials().stream().map(OwedView::of).toList());
        }
    }

    /**
     * @param late handed in after its last day, or not at all by then
     */
    record OwedView(
            String code, String name, LocalDate due, @Nullable Instant handedInAt, boolean late) {
        static OwedView of(Promise.Owed owed) {
            return new OwedView(
                    owed.code(), owed.name(), owed.due(), owed.handedInAt(), owed.late());
        }
    }

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

    static CaseView of(CaseOnFile file) {
        Case it = file.value();
        CaseHeader header = it.header();
        Deadlines due = file.deadlines();
        return new CaseView(
                header.id(),
                header.caseNumber(),
                header.queryNumber(),
                it.state(),
                header.itemCode(),
                it.itemVersion(),
                header.itemName(),
                header.itemType(),
                header.caseKind() == null ? null : header.caseKind().name(),
                header.origin().name(),
                header.region().value(),
                header.department(),
                header.party(),
                header.partyMask(),
                header.channel(),
                it.receivedAt(),
                due.answerDue(),
                due.legalDue(),
                due.promisedDue(),
                due.declaredDue(),
                due.provisional(),
                it.materials(),
                it.last(CaseFact.CorrectionRequested.class)
                        .map(
                                c ->
                                        new CorrectionView(
                                                c.noticeId(),
                                                c.missing(),
                                                c.answerBy(),
                                                it.last(CaseFact.Corrected.class).isPresent()))
                        .orElse(null),
                it.acceptance()
                        .map(a -> new AcceptanceView(a.stamp().occurredAt(), a.deemed()))
                        .orElse(null),
                it.openProcedures().values().stream()
                        .map(
                                p ->
                                        new ProcedureView(
                                                p.procedureId(),
                                                p.kind(),
                                                p.ground(),
                                                p.reason(),
                                                p.announcedDays(),
                                                p.project(),
                                                p.stamp().occurredAt()))
                        .toList(),
                Promise.of(it).map(PromiseView::of).orElse(null),
                it.last(CaseFact.Decided.class)
                        .map(
                                d ->
                                        new DecisionView(
                                                d.granted(),
                                                d.decisionNumber(),
                                                d.stamp().occurredAt(),
                                                d.ground(),
                                                d.reason(),
                                                d.validFrom(),
                                                d.validTo()))
                        .orElse(null),
                it.last(CaseFact.CertificateIssued.class)
                        .map(c -> new IssuedView(c.certificateId(), c.number(), c.type(), c.name()))
                        .orElse(null),
                file.version());
    }
}
