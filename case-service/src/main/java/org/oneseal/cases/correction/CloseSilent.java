package org.oneseal.cases.correction;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseFact.Stamp;
import org.oneseal.cases.handling.CaseHeader.Origin;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Situation;
import org.oneseal.cases.handling.TimedRule;

/** Ends the case of an applicant who never answered the correction notice (补正不来办结). */
public final class CloseSilent {

    private static final String NAME = "correction-timer";

    /** The rule itself: from the end of the day until which the applicant had time. */
    public static final CaseCommand WHEN_DUE = CloseSilent::whenDue;

    /** The same with the timer's name. */
    public static final TimedRule RULE = new TimedRule(NAME, WHEN_DUE);

    private CloseSilent() {}

    /** When the applicant's silence ends the case; null where none is awaited. */
    public static @Nullable Instant due(Case it) {
        if (it.header().origin() != Origin.APPLICATION) return null;
        return switch (it.state()) {
            case IN_CORRECTION ->
                    after(it.last(CaseFact.CorrectionRequested.class).orElseThrow().answerBy());
            case ACCEPTED, SUSPENDED ->
                    Supplements.pending(it).map(asked -> after(asked.answerBy())).orElse(null);
            case SUBMITTED, FINISHED, DELIVERED, NOT_ACCEPTED, WITHDRAWN, RETURNED -> null;
        };
    }

    private static Instant after(LocalDate answerBy) {
        return answerBy.plusDays(1).atStartOfDay(Case.ZONE).toInstant();
    }

    private static Outcome whenDue(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.CLOSE_SILENT);
        if (refusal != null) return refusal;
        Instant due = due(it);
        if (due == null || s.now().isBefore(due)) {
            return new Objected(List.of(of("applicant-not-late", it.header().caseNumber())));
        }
        var stamp = new Stamp(due, s.now(), NAME);
        return it.with(List.of(new CaseFact.Finished(stamp, Case.SILENT_APPLICANT)), s);
    }
}
