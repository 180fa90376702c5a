package org.oneseal.cases.limits;

import static org.oneseal.platform.objection.Objection.of;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.HandlingFact.ExtensionRequested;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;

/**
 * Approves the extension that was asked for (批准延期): once, before the limit is over, by another
 * person than who asked.
 *
 * @param approvalNumber of the government head's approval, needed where handling is joint
 */
public record Extend(@Nullable String approvalNumber) implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.EXTEND);
        if (refusal != null) return refusal;
        var objections = new Objections().addAll(it.ownCase(s.by()));
        Optional<ExtensionRequested> asked = judged(it, s, objections);
        asked.ifPresent(a -> Extensions.judge(it, a.by(), s, objections));
        if (s.item().joint()) {
            objections.needed(
                    approvalNumber,
                    "government-approval-missing",
                    "/approvalNumber",
                    Extensions.GROUND);
        }
        if (objections.any()) return objections.told();
        var request = asked.orElseThrow();
        return it.with(
                List.of(
                        new CaseFact.Extended(
                                s.stamp(),
                                request.by(),
                                request.reason(),
                                request.stamp().by(),
                                approvalNumber)),
                s);
    }

    /** Somebody asked, and it was somebody else. */
    static Optional<ExtensionRequested> judged(Case it, Situation s, Objections objections) {
        Optional<ExtensionRequested> asked = Extensions.pending(it);
        if (asked.isEmpty()) {
            objections.add(of("extension-not-requested").withGround(Extensions.GROUND));
        } else if (s.by().did(asked.get().stamp())) {
            objections.add(of("extension-four-eyes").withGround(Extensions.GROUND));
        }
        return asked;
    }
}
