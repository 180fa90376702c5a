package org.oneseal.cases.limits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.worktime.WorkCalendars;

/** Counts a case anew after a decree changed its calendar. Runs in the caller's transaction. */
public final class RebaseCase {

    private static final Actor CALENDAR = Actor.system("calendar");

    private final Cases cases;
    private final WorkCalendars calendars;

    public RebaseCase(Cases cases, WorkCalendars calendars) {
        this.cases = cases;
        this.calendars = calendars;
    }

    /** Closed cases keep their dates; nothing is written where none moves. */
    public void rebase(String caseId, @Nullable String decree, Instant now) {
        cases.lock(caseId, new Scope.Everywhere())
                .ifPresent(
                        file -> {
                            if (new Rebase(file.deadlines(), decree)
                                                    .on(file.value(), calendars, now)
                                            instanceof Outcome.Changed changed
                                    && !changed.events().isEmpty()) {
                                cases.save(file, changed, CALENDAR);
                            }
                        });
    }
}
