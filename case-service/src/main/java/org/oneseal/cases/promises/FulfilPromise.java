package org.oneseal.cases.promises;

import static org.oneseal.platform.objection.Objection.of;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;

/** Promised materials are handed in, all or some of them, in time or late. */
public record FulfilPromise(List<CaseFact.Material> materials) implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.FULFIL_PROMISE);
        if (refusal != null) return refusal;
        var objections = new Objections();
        var promise = Promise.of(it);
        if (promise.isEmpty()) return objections.add(of("no-promise-made")).told();
        if (promise.get().state() == PromiseState.VOID) {
            return objections.add(of("promise-void", it.header().caseNumber())).told();
        }
        if (materials.isEmpty()) objections.add(of("nothing-handed-in").at("/materials"));
        Set<String> open =
                promise.get().open().stream().map(Promise.Owed::code).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < materials.size(); i++) {
            String code = materials.get(i).code();
            String at = "/materials/" + i + "/code";
            if (!seen.add(code)) objections.add(of("material-twice", code).at(at));
            else if (!open.contains(code)) objections.add(of("material-not-owed", code).at(at));
        }
        if (objections.any()) return objections.told();
        String id = promise.get().made().promiseId();
        return it.with(
                materials.stream()
                        .map(m -> new CaseFact.PromiseFulfilled(s.stamp(), id, m))
                        .toList(),
                s);
    }
}
