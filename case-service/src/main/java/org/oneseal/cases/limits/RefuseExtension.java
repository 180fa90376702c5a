package org.oneseal.cases.limits;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.HandlingFact.ExtensionRefused;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;

/** Does not approve more time, with the reason; the due dates stay where they are. */
public record RefuseExtension(@Nullable String reason) implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.REFUSE_EXTENSION);
        if (refusal != null) return refusal;
        var objections = new Objections().addAll(it.ownCase(s.by()));
        var asked = Extend.judged(it, s, objections);
        objections.needed(reason, "reason-missing", "/reason", null);
        if (objections.any()) return objections.told();
        String id = asked.orElseThrow().requestId();
        return it.with(List.of(new ExtensionRefused(s.stamp(), id, "" + reason)), s);
    }
}
