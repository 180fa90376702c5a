package org.oneseal.cases.review;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Instant;
import java.util.List;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Situation;
import org.oneseal.cases.handling.StepClock;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.worktime.TimeLimit;

/** A step begins, after all those before it are done. */
public record StartStep(String step) implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.START_STEP);
        if (refusal != null) return refusal;
        var steps = s.item().middleSteps();
        var wanted = steps.stream().filter(x -> x.code().equals(step)).findFirst();
        if (wanted.isEmpty()) {
            return new Objected(List.of(of("step-not-listed", step).at("/step")));
        }
        String name = wanted.get().name();
        var objections = new Objections().addAll(Steps.mayDo(it, wanted.get(), s.by()));
        if (Steps.started(it, step)) objections.add(of("step-already-started", name));
        for (var before : steps.subList(0, steps.indexOf(wanted.get()))) {
            if (!Steps.completed(it, before.code())) {
                objections.add(of("step-before-open", before.name()).at("/step"));
            }
        }
        if (objections.any()) return objections.told();
        return it.with(List.of(started(it, wanted.get(), s)), s);
    }

    /** Its time runs from now, that of a lower body's prior examination (先行审查) from acceptance. */
    private static CaseFact started(Case it, ItemVersion.Step step, Situation s) {
        TimeLimit limit = step.limit();
        Instant due = null;
        Instant accepted = null;
        if (limit != null) {
            if (step.countsFromAcceptance()) {
                accepted = it.acceptance().orElseThrow().stamp().occurredAt();
            }
            Instant from = accepted == null ? s.now() : accepted;
            due = StepClock.due(it, from, limit, s.calendars().of(it.header().region()));
        }
        return new CaseFact.StepStarted(s.stamp(), step.code(), step.name(), due, limit, accepted);
    }
}
