package org.oneseal.cases.assignment;

import static org.oneseal.platform.objection.Objection.of;

import java.util.List;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.HandlingFact.Assigned;
import org.oneseal.cases.handling.HandlingFact.AssignmentKind;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;

/** Taken from the pool onto one's own desk (签收); a substitute takes it for whom they act. */
public record Claim() implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.CLAIM);
        if (refusal != null) return refusal;
        String taker = s.by().actingFor() == null ? s.by().subject() : s.by().actingFor();
        var objections = new Objections().addAll(it.ownCase(s.by()));
        Holding.of(it)
                .ifPresent(
                        holder ->
                                objections.add(
                                        holder.equals(taker)
                                                ? of("held-already")
                                                : of("held-by-another", holder)));
        objections.addAll(Desk.mayHold(it, s.item(), s.by()));
        if (objections.any()) return objections.told();
        return it.with(
                List.of(new Assigned(s.stamp(), AssignmentKind.CLAIMED, taker, null, null)), s);
    }
}
