package org.oneseal.cases.promises;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseFact.Stamp;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Situation;
import org.oneseal.cases.handling.TimedRule;

/** Records what was promised and did not come in time. */
public final class LapsePromise {

    private static final String NAME = "promise-timer";

    /** The rule itself: once a material, from the end of its last day. */
    public static final CaseCommand WHEN_DUE = LapsePromise::whenDue;

    /** The same with the timer's name. */
    public static final TimedRule RULE = new TimedRule(NAME, WHEN_DUE);

    private LapsePromise() {}

    private static Outcome whenDue(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.LAPSE_PROMISE);
        if (refusal != null) return refusal;
        Map<Instant, List<Promise.Owed>> late =
                Promise.of(it).stream()
                        .flatMap(p -> p.open().stream())
                        .filter(o -> !o.toldOverdue() && !s.now().isBefore(o.lateFrom()))
                        .collect(
                                Collectors.groupingBy(
                                        Promise.Owed::lateFrom, TreeMap::new, Collectors.toList()));
        if (late.isEmpty()) {
            return new Objected(List.of(of("promise-not-due", it.header().caseNumber())));
        }
        String id = Promise.of(it).orElseThrow().made().promiseId();
        List<CaseFact> lapses = new ArrayList<>();
        late.forEach(
                (from, owed) ->
                        lapses.add(
                                new CaseFact.PromiseOverdue(
                                        new Stamp(from, s.now(), NAME),
                                        id,
                                        owed.stream().map(Promise.Owed::code).toList(),
                                        owed.getFirst().due())));
        return it.with(lapses, s);
    }
}
