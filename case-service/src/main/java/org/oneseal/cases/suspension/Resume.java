package org.oneseal.cases.suspension;

import static org.oneseal.platform.objection.Objection.of;

import java.util.List;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Situation;

/** A special procedure is over: the clock runs again unless another one is open. */
public record Resume(String procedureId) implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.RESUME);
        if (refusal != null) return refusal;
        if (!it.openProcedures().containsKey(procedureId)) {
            return new Objected(List.of(of("procedure-not-open", procedureId)));
        }
        return it.with(List.of(new CaseFact.Resumed(s.stamp(), procedureId)), s);
    }
}
