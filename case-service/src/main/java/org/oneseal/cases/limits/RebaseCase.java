package org.oneseal.cases.limits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.Cases.Change;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.worktime.WorkCalendars;

/** Counts cases anew after a decree changed their calendar. Runs in the caller's transaction. */
public final class RebaseCase {

    private static final Actor CALENDAR = Actor.system("calendar");

    private final Cases cases;
    private final WorkCalendars calendars;

    public RebaseCase(Cases cases, WorkCalendars calendars) {
        this.cases = cases;
        this.calendars = calendars;
    }

    /**
     * Closed cases keep their dates; nothing is written where none moves. Many are read and written
     * together, for a decree concerns every open case of a region.
     */
    public void rebaseAll(List<String> caseIds, @Nullable String decree, Instant now) {
        List<Change> changes = new ArrayList<>();
        for (CaseOnFile file : cases.lockAll(caseIds).values()) {
            if (new Rebase(file.deadlines(), decree).on(file.value(), calendars, now)
                            instanceof Outcome.Changed changed
                    && !changed.events().isEmpty()) {
                changes.add(new Change(file, changed));
            }
        }
        if (!changes.isEmpty()) cases.writeAll(changes, CALENDAR);
    }
}
