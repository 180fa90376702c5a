package org.oneseal.cases.assignment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.HandlingFact.Assigned;
import org.oneseal.cases.handling.HandlingFact.AssignmentKind;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;

/** Given back to the pool of the department, with the reason. */
public record Release(@Nullable String reason) implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.RELEASE);
        if (refusal != null) return refusal;
        @Nullable String holder = Holding.of(it).orElse(null);
        var objections = new Objections();
        PassOn.mayLetGo(holder, s.by(), objections);
        objections.needed(reason, "reason-missing", "/reason", null);
        if (objections.any()) return objections.told();
        return it.with(
                List.of(new Assigned(s.stamp(), AssignmentKind.RELEASED, null, holder, reason)), s);
    }
}
