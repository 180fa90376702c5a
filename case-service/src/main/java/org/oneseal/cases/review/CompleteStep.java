package org.oneseal.cases.review;

import static org.oneseal.platform.objection.Objection.of;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Changed;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Outcome.OutOfTurn;
import org.oneseal.cases.handling.Situation;

/** Done; a step that was never started is started and completed in one go. */
public record CompleteStep(String step, @Nullable String opinion) implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.COMPLETE_STEP);
        if (refusal != null) return refusal;
        List<CaseFact> added = new ArrayList<>();
        Case at = it;
        if (!Steps.started(it, step)) {
            switch (new StartStep(step).on(it, s)) {
                case Changed(var after, _, _) -> {
                    added.add(after.facts().getLast());
                    at = after;
                }
                case Objected objected -> {
                    return objected;
                }
                case OutOfTurn late -> {
                    return late;
                }
            }
        }
        var wanted = s.item().step(step).orElseThrow();
        var objections = new Objections().addAll(Steps.mayDo(it, wanted, s.by()));
        if (Steps.completed(at, step)) {
            objections.add(of("step-already-completed", wanted.name()));
        }
        if (objections.any()) return objections.told();
        added.add(new CaseFact.StepCompleted(s.stamp(), step, wanted.name(), opinion));
        return it.with(added, s);
    }
}
