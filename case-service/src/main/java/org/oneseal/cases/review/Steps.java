package org.oneseal.cases.review;

import static org.oneseal.platform.objection.Objection.of;

import java.util.ArrayList;
import java.util.List;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.Handler;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.objection.Objection;

/** How far a case has come through the steps of its item, and who may do one. */
public final class Steps {

    private Steps() {}

    public static boolean started(Case it, String step) {
        return it.facts(CaseFact.StepStarted.class).anyMatch(s -> s.step().equals(step));
    }

    public static boolean completed(Case it, String step) {
        return it.facts(CaseFact.StepCompleted.class).anyMatch(s -> s.step().equals(step));
    }

    /** The role of the step, and another person than the accepter where the item says so. */
    public static List<Objection> mayDo(Case it, ItemVersion.Step step, Handler by) {
        List<Objection> objections = new ArrayList<>();
        if (!by.roles().contains(step.role())) {
            objections.add(of("wrong-role", step.name(), step.role()));
        }
        boolean accepter =
                it.acceptance().filter(a -> a.stamp().by().equals(by.subject())).isPresent();
        if (step.separate() && accepter) objections.add(of("same-person", step.name()));
        return objections;
    }
}
