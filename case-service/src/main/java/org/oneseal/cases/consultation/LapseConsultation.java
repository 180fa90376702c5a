package org.oneseal.cases.consultation;

import static org.oneseal.platform.objection.Objection.of;

import java.util.ArrayList;
import java.util.List;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseFact.Stamp;
import org.oneseal.cases.handling.Consulting;
import org.oneseal.cases.handling.HandlingFact.ConsultationOverdue;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Situation;
import org.oneseal.cases.handling.TimedRule;

/** Records, once, that a department did not answer in its time (逾期未反馈). */
public final class LapseConsultation {

    private static final String NAME = "consultation-timer";

    /** The rule itself: after the due instant, for every department that is late. */
    public static final CaseCommand WHEN_DUE = LapseConsultation::whenDue;

    /** The same with the timer's name. */
    public static final TimedRule RULE = new TimedRule(NAME, WHEN_DUE);

    private LapseConsultation() {}

    private static Outcome whenDue(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.LAPSE_CONSULTATION);
        if (refusal != null) return refusal;
        List<CaseFact> late = new ArrayList<>();
        for (Consulting asked : Consulting.all(it)) {
            boolean over =
                    asked.state() == Consulting.State.OPEN && s.now().isAfter(asked.asked().due());
            if (over) {
                var stamp = new Stamp(asked.asked().due(), s.now(), NAME);
                late.add(new ConsultationOverdue(stamp, asked.asked().consultationId()));
            }
        }
        if (late.isEmpty()) {
            return new Objected(List.of(of("consultation-not-due", it.header().caseNumber())));
        }
        return it.with(late, s);
    }
}
