package org.oneseal.cases.consultation;

import static org.oneseal.platform.objection.Objection.of;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.Consulting;
import org.oneseal.cases.handling.HandlingFact.ConsultationWithdrawn;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Situation;

/** The answer is no longer needed. */
public record WithdrawConsultation(String consultationId, String reason) implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.WITHDRAW_CONSULTATION);
        if (refusal != null) return refusal;
        @Nullable Consulting asked = Consulting.find(it, consultationId);
        if (asked == null) {
            return new Objected(List.of(of("consultation-unknown", consultationId)));
        }
        var objections = new Objections().needed(reason, "reason-missing", "/reason", null);
        AnswerConsultation.awaited(asked, objections);
        if (objections.any()) return objections.told();
        return it.with(List.of(new ConsultationWithdrawn(s.stamp(), consultationId, reason)), s);
    }
}
