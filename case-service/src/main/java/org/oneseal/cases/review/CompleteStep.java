package org.oneseal.cases.review;

import static org.oneseal.platform.objection.Objection.of;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.assignment.Holding;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.HandlingFact;
import org.oneseal.cases.handling.HandlingFact.AssignmentKind;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Changed;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Outcome.OutOfTurn;
import org.oneseal.cases.handling.Situation;
import org.oneseal.cases.items.ItemVersion;

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
        Case done = it.with(added, s).after();
        letGo(done, wanted, s).ifPresent(added::add);
        return it.with(added, s);
    }

    /** Who cannot do what comes next does not keep the case on their desk. */
    private static Optional<CaseFact> letGo(Case done, ItemVersion.Step step, Situation s) {
        boolean goesOn =
                Steps.next(done, s.item())
                        .filter(next -> next.role().equals(step.role()))
                        .filter(next -> !s.item().decidingStep().equals(Optional.of(next)))
                        .isPresent();
        if (goesOn) return Optional.empty();
        return Holding.of(done)
                .map(
                        holder ->
                                new HandlingFact.Assigned(
                                        s.stamp(), AssignmentKind.RELEASED, null, holder, null));
    }
}
