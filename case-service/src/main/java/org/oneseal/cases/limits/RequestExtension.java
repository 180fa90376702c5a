package org.oneseal.cases.limits;

import static org.oneseal.platform.objection.Objection.of;

import java.util.List;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.HandlingFact.ExtensionRequested;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;
import org.oneseal.platform.worktime.TimeLimit;

/** Asks for more time (申请延期); nothing moves until another person approves. */
public record RequestExtension(TimeLimit by, String reason) implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.REQUEST_EXTENSION);
        if (refusal != null) return refusal;
        var objections = new Objections().addAll(it.ownCase(s.by()));
        Extensions.judge(it, by, s, objections);
        if (Extensions.pending(it).isPresent()) {
            objections.add(of("extension-pending").withGround(Extensions.GROUND));
        }
        objections.needed(reason, "reason-missing", "/reason", Extensions.GROUND);
        if (objections.any()) return objections.told();
        return it.with(List.of(new ExtensionRequested(s.stamp(), s.nextId().get(), by, reason)), s);
    }
}
