package org.oneseal.cases.assignment;

import java.util.List;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.Handler;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.review.Steps;
import org.oneseal.platform.objection.Objection;

/** Whose desk a case may come to. */
final class Desk {

    private Desk() {}

    /** After acceptance: who may do what comes next. Before it the intake's roles do. */
    static List<Objection> mayHold(Case it, ItemVersion item, Handler officer) {
        if (it.acceptance().isEmpty()) return List.of();
        return Steps.next(it, item).map(step -> Steps.mayDo(it, step, officer)).orElse(List.of());
    }
}
