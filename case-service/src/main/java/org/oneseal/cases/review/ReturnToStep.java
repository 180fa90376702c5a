package org.oneseal.cases.review;

import static org.oneseal.platform.objection.Objection.of;

import java.util.List;
import java.util.Optional;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.HandlingFact.StepReturned;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Situation;
import org.oneseal.cases.items.ItemVersion;

/**
 * Back to an earlier step (退回): it and all after it are to be done again, first by who did it. The
 * clock runs on, for the applicant cannot help it.
 */
public record ReturnToStep(String step, String reason) implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.RETURN_STEP);
        if (refusal != null) return refusal;
        List<ItemVersion.Step> steps = s.item().middleSteps();
        var wanted = steps.stream().filter(x -> x.code().equals(step)).findFirst();
        if (wanted.isEmpty()) {
            return new Objected(List.of(of("step-not-listed", step).at("/step")));
        }
        var objections =
                new Objections()
                        .addAll(it.ownCase(s.by()))
                        .needed(reason, "reason-missing", "/reason", null);
        if (!Steps.completed(it, step)) {
            objections.add(of("step-not-completed", wanted.get().name()).at("/step"));
        }
        Steps.next(it, s.item())
                .filter(next -> !s.by().roles().contains(next.role()))
                .ifPresent(next -> objections.add(of("wrong-role", next.name(), next.role())));
        if (objections.any()) return objections.told();
        Optional<CaseFact.Stamp> done =
                Steps.completion(it, step).map(CaseFact.StepCompleted::stamp);
        return it.with(
                List.of(
                        new StepReturned(
                                s.stamp(),
                                step,
                                wanted.get().name(),
                                steps.subList(steps.indexOf(wanted.get()), steps.size()).stream()
                                        .map(ItemVersion.Step::code)
                                        .toList(),
                                done.map(d -> d.actingFor() == null ? d.by() : d.actingFor())
                                        .orElse(null),
                                reason)),
                s);
    }
}
