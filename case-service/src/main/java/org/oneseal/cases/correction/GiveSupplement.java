package org.oneseal.cases.correction;

import static org.oneseal.platform.objection.Objection.of;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.HandlingFact.SupplementGiven;
import org.oneseal.cases.handling.HandlingFact.SupplementRequested;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;

/** The applicant hands in what was asked for during the review; a stopped clock runs again. */
public record GiveSupplement(List<CaseFact.Material> materials) implements CaseCommand {

    public GiveSupplement {
        materials = List.copyOf(materials);
    }

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.GIVE_SUPPLEMENT);
        if (refusal != null) return refusal;
        var objections = new Objections();
        Optional<SupplementRequested> asked = Supplements.pending(it);
        if (asked.isEmpty()) objections.add(of("no-supplement-asked"));
        Supplements.handedIn(materials, s.item(), objections);
        if (objections.any()) return objections.told();
        SupplementRequested request = asked.orElseThrow();
        List<CaseFact> added = new ArrayList<>();
        added.add(new SupplementGiven(s.stamp(), request.noticeId(), materials));
        String procedure = request.procedureId();
        if (procedure != null && it.openProcedures().containsKey(procedure)) {
            added.add(new CaseFact.Resumed(s.stamp(), procedure));
        }
        return it.with(added, s);
    }
}
