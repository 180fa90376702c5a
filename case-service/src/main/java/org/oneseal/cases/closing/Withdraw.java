package org.oneseal.cases.closing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;

/** The applicant takes the application back, before it is decided (撤回). */
public record Withdraw(@Nullable String reason) implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.WITHDRAW);
        if (refusal != null) return refusal;
        return it.with(List.of(new CaseFact.Withdrawn(s.stamp(), reason)), s);
    }
}
