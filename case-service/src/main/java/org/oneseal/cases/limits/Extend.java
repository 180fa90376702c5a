package org.oneseal.cases.limits;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Instant;
import java.util.List;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;
import org.oneseal.platform.worktime.TimeLimit;

/** More time, once, before the limit is over, with approval and reasons. */
public record Extend(TimeLimit by, String reason) implements CaseCommand {

    private static final String EXTENSION = "行政许可法 art. 42";

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.EXTEND);
        if (refusal != null) return refusal;
        var objections = new Objections().addAll(it.ownCase(s.by()));
        if (it.last(CaseFact.Extended.class).isPresent()) {
            objections.add(of("extended-already").withGround(EXTENSION));
        }
        TimeLimit most = s.item().extensionMaximum();
        if (most == null) {
            objections.add(of("extension-not-foreseen", s.item().name()).withGround(EXTENSION));
        } else if (by.amount() < 1 || by.unit() != most.unit() || by.amount() > most.amount()) {
            objections.add(
                    of("extension-too-long", most.amount(), most.unit().name())
                            .withGround(EXTENSION)
                            .at("/by"));
        }
        Instant due = it.deadlines(s.calendars(), s.now()).legalDue();
        if (due == null) {
            objections.add(of("no-statutory-limit", s.item().name()));
        } else if (s.now().isAfter(due)) {
            objections.add(of("extension-too-late", due.toString()).withGround(EXTENSION));
        }
        objections.needed(reason, "reason-missing", "/reason", EXTENSION);
        if (objections.any()) return objections.told();
        return it.with(List.of(new CaseFact.Extended(s.stamp(), by, reason)), s);
    }
}
