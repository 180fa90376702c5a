package org.oneseal.cases.intake;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Instant;
import java.util.List;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact.Stamp;
import org.oneseal.cases.handling.CaseHeader.Origin;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.HandleCase;
import org.oneseal.cases.handling.Handler;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Situation;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * Accepts by law the case whose department stayed silent (视为受理): counts from the receipt, or from
 * the corrections. Runs in the caller's transaction.
 */
public final class DeemAccepted {

    private static final String NAME = "deemed-acceptance";
    private static final Actor TIMER = Actor.system(NAME);

    /** The rule itself: refuses before its time, and on a case that another system handles. */
    public static final CaseCommand BY_LAW = DeemAccepted::byLaw;

    private final Cases cases;
    private final ItemVersions items;
    private final WorkCalendars calendars;

    public DeemAccepted(Cases cases, ItemVersions items, WorkCalendars calendars) {
        this.cases = cases;
        this.items = items;
        this.calendars = calendars;
    }

    /** Nothing happens when somebody has answered meanwhile. */
    public void deemAccepted(String caseId, Instant now) {
        cases.lock(caseId, new Scope.Everywhere())
                .ifPresent(
                        file -> {
                            var item = HandleCase.item(items, file.value());
                            var situation =
                                    Situation.of(item, Handler.platform(NAME), calendars, now);
                            if (BY_LAW.on(file.value(), situation)
                                    instanceof Outcome.Changed changed) {
                                cases.save(file, changed, TIMER);
                            }
                        });
    }

    private static Outcome byLaw(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.DEEM_ACCEPTED);
        if (refusal != null) return refusal;
        String number = it.header().caseNumber();
        if (it.header().origin() == Origin.EXCHANGE) {
            return new Objected(List.of(of("timer-on-fed-case", number)));
        }
        if (!it.silenceIsOver(s.calendars(), s.now())) {
            return new Objected(List.of(of("answer-not-due", number)));
        }
        var stamp = new Stamp(it.answerRunsFrom(), s.now(), NAME);
        return it.with(List.of(Accept.accepted(stamp, s.item(), true)), s);
    }
}
