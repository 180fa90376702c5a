package org.oneseal.cases.handling;

import java.time.Instant;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.worktime.WorkCalendars;

/** Lets a timed rule act on one case. Runs in the caller's transaction. */
public final class HandleByTimer {

    private final Cases cases;
    private final ItemVersions items;
    private final WorkCalendars calendars;

    public HandleByTimer(Cases cases, ItemVersions items, WorkCalendars calendars) {
        this.cases = cases;
        this.items = items;
        this.calendars = calendars;
    }

    /** Nothing happens when somebody has acted meanwhile. */
    public void handle(TimedRule rule, String caseId, Instant now) {
        cases.lock(caseId, new Scope.Everywhere())
                .ifPresent(
                        file -> {
                            var item = HandleCase.item(items, file.value());
                            var situation =
                                    Situation.of(
                                            item, Handler.platform(rule.name()), calendars, now);
                            if (rule.command().on(file.value(), situation)
                                    instanceof Outcome.Changed changed) {
                                cases.save(file, changed, Actor.system(rule.name()));
                            }
                        });
    }
}
