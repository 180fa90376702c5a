package org.oneseal.cases.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.HandlingFact;

/** What happened to a case, in the reader's language. */
record TimelineView(String caseId, List<Entry> entries) {

    /**
     * @param by subject of the actor; told to staff only
     * @param actingFor the absent officer in whose place; told to staff only
     */
    record Entry(
            String type,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable String by,
            @Nullable String actingFor,
            String text) {}

    static TimelineView of(Case it, boolean staff, Words words) {
        return new TimelineView(
                it.header().id(),
                it.facts().stream()
                        .filter(
                                fact ->
                                        staff
                                                || !(fact instanceof HandlingFact handling)
                                                || HandlingWords.forApplicants(handling))
                        .map(fact -> entry(fact, staff, words))
                        .toList());
    }

    private static Entry entry(CaseFact fact, boolean staff, Words words) {
        String type = type(fact);
        return new Entry(
                type,
                fact.stamp().occurredAt(),
                fact.stamp().recordedAt(),
                staff ? fact.stamp().by() : null,
                staff ? fact.stamp().actingFor() : null,
                words.of("timeline." + type, arguments(fact, words)));
    }

    private static String type(CaseFact fact) {
        return switch (fact) {
            case HandlingFact f -> HandlingWords.type(f);
            case CaseFact.Submitted _ -> "submitted";
            case CaseFact.Promised _ -> "promised";
            case CaseFact.PromiseFulfilled _ -> "promise-fulfilled";
            case CaseFact.PromiseOverdue _ -> "promise-overdue";
            case CaseFact.CorrectionRequested _ -> "correction-requested";
            case CaseFact.Corrected _ -> "corrected";
            case CaseFact.Accepted f -> f.deemed() ? "deemed-accepted" : "accepted";
            case CaseFact.AcceptanceRefused _ -> "not-accepted";
            case CaseFact.SentBack _ -> "returned";
            case CaseFact.StepStarted _ -> "step-started";
            case CaseFact.StepCompleted _ -> "step-completed";
            case CaseFact.Suspended _ -> "suspended";
            case CaseFact.Resumed _ -> "resumed";
            case CaseFact.Extended _ -> "extended";
            case CaseFact.Rebased _ -> "rebased";
            case CaseFact.Decided f -> f.granted() ? "granted" : "refused";
            case CaseFact.CertificateIssued _ -> "certificate-issued";
            case CaseFact.Finished _ -> "finished";
            case CaseFact.Delivered _ -> "delivered";
            case CaseFact.Withdrawn _ -> "withdrawn";
        };
    }

    private static Object[] arguments(CaseFact fact, Words words) {
        return switch (fact) {
            case HandlingFact f -> HandlingWords.arguments(f, words);
            case CaseFact.Promised f ->
                    new Object[] {
                        String.join(
                                "、",
                                f.materials().stream().map(m -> m.name() + " " + m.due()).toList())
                    };
            case CaseFact.PromiseFulfilled f -> new Object[] {f.material().code()};
            case CaseFact.PromiseOverdue f ->
                    new Object[] {String.join("、", f.materials()), f.due().toString()};
            case CaseFact.CorrectionRequested f ->
                    new Object[] {
                        String.join("、", f.missing().stream().map(CaseFact.Missing::name).toList()),
                        f.answerBy().toString()
                    };
            case CaseFact.AcceptanceRefused f -> new Object[] {f.reason(), f.ground()};
            case CaseFact.SentBack f -> new Object[] {f.reason()};
            case CaseFact.StepStarted f -> new Object[] {f.name()};
            case CaseFact.StepCompleted f -> new Object[] {f.name()};
            case CaseFact.Suspended f ->
                    new Object[] {f.reason(), Integer.toString(f.announcedDays()), f.ground()};
            case CaseFact.Extended f ->
                    new Object[] {
                        words.of("unit." + f.by().unit().name(), Integer.toString(f.by().amount())),
                        f.reason()
                    };
            case CaseFact.Rebased f -> new Object[] {f.decree() == null ? "" : f.decree()};
            case CaseFact.Decided f ->
                    new Object[] {f.decisionNumber(), f.reason() == null ? "" : f.reason()};
            case CaseFact.CertificateIssued f -> new Object[] {f.name(), f.number()};
            case CaseFact.Finished f -> new Object[] {words.of("result." + f.result())};
            case CaseFact.Delivered f -> new Object[] {words.of("delivery." + f.method().name())};
            default -> new Object[0];
        };
    }
}
