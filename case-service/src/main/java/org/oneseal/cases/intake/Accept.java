package org.oneseal.cases.intake;

import static org.oneseal.platform.objection.Objection.of;

import java.util.List;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseFact.Stamp;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;
import org.oneseal.cases.items.ItemVersion;

/** Taken up (受理): the version of the item in force is pinned, both clocks start. */
public record Accept() implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.ACCEPT);
        if (refusal != null) return refusal;
        var late = it.answeredByLaw(s.calendars(), s.now());
        if (late != null) return late;
        ItemVersion item = s.inForce().get();
        var objections = new Objections().addAll(it.ownCase(s.by()));
        for (var missing : SubmissionRule.missing(it.materials(), item)) {
            objections.add(
                    of("material-missing", missing.code(), missing.name())
                            .withGround(item.legalBasis()));
        }
        for (var missing : SubmissionRule.unpromised(it.materials(), promised(it), item)) {
            objections.add(
                    of("material-not-promised", missing.code(), missing.name())
                            .withGround(item.legalBasis()));
        }
        if (objections.any()) return objections.told();
        return it.with(
                List.of(accepted(s.stamp(), item, false)), item, null, s.calendars(), s.now());
    }

    private static List<String> promised(Case it) {
        return it.facts(CaseFact.Promised.class)
                .flatMap(p -> p.materials().stream())
                .map(CaseFact.PromisedMaterial::code)
                .toList();
    }

    static CaseFact.Accepted accepted(Stamp stamp, ItemVersion item, boolean deemed) {
        return CaseFact.Accepted.under(item, stamp, deemed);
    }
}
