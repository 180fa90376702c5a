package org.oneseal.cases.handling;

import java.time.Instant;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * Accepts by law the case whose department stayed silent (视为受理). Runs in the caller's transaction.
 */
public final class DeemAccepted {

    private static final Actor TIMER = Actor.system("deemed-acceptance");

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
                            if (file.value().deemAccepted(item, calendars, now)
                                    instanceof Outcome.Changed changed) {
                                cases.save(file, changed, TIMER);
                            }
                        });
    }
}
