package org.oneseal.cases.intake;

import static org.oneseal.platform.objection.Objection.of;

import java.time.LocalDate;
import java.util.List;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseState;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;

/** Back to the applicant (退件); after a correction notice only when its time is over. */
public record SendBack(String reason) implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.SEND_BACK);
        if (refusal != null) return refusal;
        var objections =
                new Objections()
                        .addAll(it.ownCase(s.by()))
                        .needed(reason, "reason-missing", "/reason", null);
        if (it.state() == CaseState.IN_CORRECTION) {
            LocalDate answerBy =
                    it.last(CaseFact.CorrectionRequested.class).orElseThrow().answerBy();
            if (!s.today().isAfter(answerBy)) {
                objections.add(of("applicant-may-still-correct", answerBy.toString()));
            }
        } else {
            var late = it.answeredByLaw(s.calendars(), s.now());
            if (late != null) return late;
        }
        if (objections.any()) return objections.told();
        return it.with(List.of(new CaseFact.SentBack(s.stamp(), reason)), s);
    }
}
