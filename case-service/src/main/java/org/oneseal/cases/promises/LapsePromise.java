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

/** Records what was promised and did not come in time. Runs in the caller's transaction. */
public final class LapsePromise {

    private static final String NAME = "promise-timer";
    private static final Actor TIMER = Actor.system(NAME);

    /** The rule itself: once a material, from the end of its last day. */
    public static final CaseCommand WHEN_DUE = LapsePromise::whenDue;

    private final Cases cases;
    private final ItemVersions items;
    private final WorkCalendars calendars;

    public LapsePromise(Cases cases, ItemVersions items, WorkCalendars calendars) {
        this.cases = cases;
        this.items = items;
        this.calendars = calendars;
    }

    /** Nothing happens when everything has come meanwhile. */
    public void lapse(String caseId, Instant now) {
        cases.lock(caseId, new Scope.Everywhere())
                .ifPresent(
                        file -> {
                            var item = HandleCase.item(items, file.value());
                            var situation =
                                    Situation.of(item, Handler.platform(NAME), calendars, now);
                            if (WHEN_DUE.on(file.value(), situation)
                                    instanceof Outcome.Changed changed) {
                                cases.save(file, changed, TIMER);
                            }
                        });
    }

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
