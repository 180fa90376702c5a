package org.oneseal.cases.correction;

import java.util.List;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;

/** The applicant hands in what the notice asked for. */
public record Correct(List<CaseFact.Material> materials) implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.CORRECT);
        if (refusal != null) return refusal;
        var notice = it.last(CaseFact.CorrectionRequested.class).orElseThrow();
        var objections = new Objections();
        Supplements.handedIn(materials, s.item(), objections);
        if (objections.any()) return objections.told();
        return it.with(List.of(new CaseFact.Corrected(s.stamp(), notice.noticeId(), materials)), s);
    }
}
