package org.oneseal.cases.consultation;

import static org.oneseal.platform.objection.Objection.of;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.Consulting;
import org.oneseal.cases.handling.HandlingFact.ConsultationAnswered;
import org.oneseal.cases.handling.HandlingFact.Position;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Situation;

/**
 * The department answers, in its time or late; whether the caller speaks for it is known before.
 */
public record AnswerConsultation(String consultationId, Position position, String answer)
        implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.ANSWER_CONSULTATION);
        if (refusal != null) return refusal;
        @Nullable Consulting asked = Consulting.find(it, consultationId);
        if (asked == null) {
            return new Objected(List.of(of("consultation-unknown", consultationId)));
        }
        var objections =
                new Objections()
                        .addAll(it.ownCase(s.by()))
                        .needed(answer, "opinion-missing", "/answer", null);
        awaited(asked, objections);
        if (objections.any()) return objections.told();
        return it.with(
                List.of(new ConsultationAnswered(s.stamp(), consultationId, position, answer)), s);
    }

    static void awaited(Consulting asked, Objections objections) {
        switch (asked.state()) {
            case OPEN, OVERDUE -> {}
            case ANSWERED, WITHDRAWN ->
                    objections.add(of("consultation-over", asked.asked().consultationId()));
        }
    }
}
