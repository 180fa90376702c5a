package org.oneseal.cases.web;

import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.HandlingFact;
import org.oneseal.platform.worktime.TimeLimit;

/** What officers did among themselves, as the timeline says it. */
final class HandlingWords {

    private HandlingWords() {}

    /** What officers do among themselves is not the applicant's; what is asked of them is. */
    static boolean forApplicants(HandlingFact fact) {
        return fact instanceof HandlingFact.CorrectedOnTheSpot
                || fact instanceof HandlingFact.SupplementRequested
                || fact instanceof HandlingFact.SupplementGiven;
    }

    static String type(HandlingFact fact) {
        return switch (fact) {
            case HandlingFact.Assigned f ->
                    switch (f.kind()) {
                        case CLAIMED -> "claimed";
                        case ASSIGNED -> "assigned";
                        case TRANSFERRED -> "transferred";
                        case RELEASED -> "released";
                    };
            case HandlingFact.StepReturned _ -> "step-returned";
            case HandlingFact.OpinionGiven _ -> "opinion-given";
            case HandlingFact.SupplementRequested _ -> "supplement-requested";
            case HandlingFact.CorrectedOnTheSpot _ -> "corrected-on-the-spot";
            case HandlingFact.SupplementGiven _ -> "supplemented";
            case HandlingFact.ExtensionRequested _ -> "extension-requested";
            case HandlingFact.ExtensionRefused _ -> "extension-refused";
            case HandlingFact.CoSignRequested _ -> "co-sign-requested";
            case HandlingFact.CoSigned f -> f.agreed() ? "co-signed" : "co-sign-declined";
            case HandlingFact.ConsultationRequested _ -> "consultation-requested";
            case HandlingFact.ConsultationAnswered _ -> "consultation-answered";
            case HandlingFact.ConsultationOverdue _ -> "consultation-overdue";
            case HandlingFact.ConsultationWithdrawn _ -> "consultation-withdrawn";
        };
    }

    static Object[] arguments(HandlingFact fact, Words words) {
        return switch (fact) {
            case HandlingFact.Assigned f ->
                    new Object[] {
                        f.officer() == null ? "" : f.officer(), f.reason() == null ? "" : f.reason()
                    };
            case HandlingFact.StepReturned f -> new Object[] {f.name(), f.reason()};
            case HandlingFact.OpinionGiven f -> new Object[] {f.text()};
            case HandlingFact.ExtensionRequested f ->
                    new Object[] {limit(f.by(), words), f.reason()};
            case HandlingFact.ExtensionRefused f -> new Object[] {f.reason()};
            case HandlingFact.CoSignRequested f ->
                    new Object[] {
                        f.matter(),
                        Integer.toString(f.needed()),
                        Integer.toString(f.signers().size())
                    };
            case HandlingFact.CoSigned f -> new Object[] {f.signer()};
            case HandlingFact.ConsultationRequested f ->
                    new Object[] {
                        f.department(), limit(f.limit(), words), Case.dayOf(f.due()).toString()
                    };
            case HandlingFact.ConsultationAnswered f ->
                    new Object[] {words.of("position." + f.position().name())};
            case HandlingFact.SupplementRequested f ->
                    new Object[] {
                        String.join("、", f.missing().stream().map(m -> m.name()).toList()),
                        f.answerBy().toString()
                    };
            case HandlingFact.CorrectedOnTheSpot _,
                    HandlingFact.SupplementGiven _,
                    HandlingFact.ConsultationOverdue _,
                    HandlingFact.ConsultationWithdrawn _ ->
                    new Object[0];
        };
    }

    private static String limit(TimeLimit limit, Words words) {
        return words.of("unit." + limit.unit().name(), Integer.toString(limit.amount()));
    }
}
