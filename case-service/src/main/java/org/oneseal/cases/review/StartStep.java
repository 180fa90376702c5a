package org.oneseal.cases.review;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Instant;
import java.util.List;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseClock;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Situation;
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
        TimeLimit limit = wanted.get().limit();
        Instant due = limit == null ? null : CaseClock.stepDue(it, limit, s.now(), s.calendars());
        return it.with(List.of(new CaseFact.StepStarted(s.stamp(), step, name, due, limit)), s);
    }
}
