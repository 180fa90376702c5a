package org.oneseal.cases.intake;

import static org.oneseal.platform.objection.Objection.of;

import java.util.List;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact.Stamp;
import org.oneseal.cases.handling.CaseHeader.Origin;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Situation;
import org.oneseal.cases.handling.TimedRule;

/**
 * Accepts by law the case whose department stayed silent (视为受理): counts from the receipt, or from
 * the corrections.
 */
public final class DeemAccepted {

    private static final String NAME = "deemed-acceptance";

    /** The rule itself: refuses before its time, and on a case that another system handles. */
    public static final CaseCommand BY_LAW = DeemAccepted::byLaw;

    /** The same with the timer's name. */
    public static final TimedRule RULE = new TimedRule(NAME, BY_LAW);

    private DeemAccepted() {}

    private static Outcome byLaw(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.DEEM_ACCEPTED);
        if (refusal != null) return refusal;
        String number = it.header().caseNumber();
        if (it.header().origin() == Origin.EXCHANGE) {
            return new Objected(List.of(of("timer-on-fed-case", number)));
        }
        if (!it.silenceIsOver(s.calendars(), s.now())) {
            return new Objected(List.of(of("answer-not-due", number)));
        }
        var stamp = new Stamp(it.answerRunsFrom(), s.now(), NAME);
        return it.with(List.of(Accept.accepted(stamp, s.item(), true)), s);
    }
}
