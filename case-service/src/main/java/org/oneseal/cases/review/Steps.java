package org.oneseal.cases.review;

import static org.oneseal.platform.objection.Objection.of;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.Handler;
import org.oneseal.cases.handling.HandlingFact;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.objection.Objection;

/** How far a case has come through the steps of its item, and who may do one. */
public final class Steps {

    private Steps() {}

    public static boolean started(Case it, String step) {
        return sinceReturn(it, step)
                .anyMatch(f -> f instanceof CaseFact.StepStarted s && s.step().equals(step));
    }

    public static boolean completed(Case it, String step) {
        return sinceReturn(it, step)
                .anyMatch(f -> f instanceof CaseFact.StepCompleted s && s.step().equals(step));
    }

    /** Who completed it, the last time. */
    public static Optional<CaseFact.StepCompleted> completion(Case it, String step) {
        return it.facts(CaseFact.StepCompleted.class)
                .filter(s -> s.step().equals(step))
                .reduce((_, later) -> later);
    }

    /** What happened since the case last came back to this step or one before it (退回). */
    private static Stream<CaseFact> sinceReturn(Case it, String step) {
        List<CaseFact> facts = it.facts();
        for (int i = facts.size() - 1; i >= 0; i--) {
            if (facts.get(i) instanceof HandlingFact.StepReturned r
                    && r.reopened().contains(step)) {
                return facts.subList(i + 1, facts.size()).stream();
            }
        }
        return facts.stream();
    }

    /** What is to be done next: the first open middle step, else the one that decides. */
    public static Optional<ItemVersion.Step> next(Case it, ItemVersion item) {
        return item.middleSteps().stream()
                .filter(step -> !completed(it, step.code()))
                .findFirst()
                .or(item::decidingStep);
    }

    /** The role of the step, and another person than the accepter where the item says so. */
    public static List<Objection> mayDo(Case it, ItemVersion.Step step, Handler by) {
        List<Objection> objections = new ArrayList<>();
        if (!by.roles().contains(step.role())) {
            objections.add(of("wrong-role", step.name(), step.role()));
        }
        boolean accepter = it.acceptance().filter(a -> by.did(a.stamp())).isPresent();
        if (step.separate() && accepter) objections.add(of("same-person", step.name()));
        return objections;
    }
}
