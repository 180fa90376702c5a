package org.oneseal.cases.correction;

import java.util.List;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.HandlingFact.CorrectedOnTheSpot;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;

/**
 * What can be put right on the spot is (行政许可法 art. 32(3)): it is no correction notice and uses none
 * up, and the department's time to answer runs on.
 */
public record CorrectOnTheSpot(List<CaseFact.Material> materials) implements CaseCommand {

    public CorrectOnTheSpot {
        materials = List.copyOf(materials);
    }

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.CORRECT_ON_THE_SPOT);
        if (refusal != null) return refusal;
        var late = it.answeredByLaw(s.calendars(), s.now());
        if (late != null) return late;
        var objections = new Objections();
        Supplements.handedIn(materials, s.item(), objections);
        if (objections.any()) return objections.told();
        return it.with(List.of(new CorrectedOnTheSpot(s.stamp(), materials)), s);
    }
}
