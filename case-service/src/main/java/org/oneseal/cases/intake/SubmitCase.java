package org.oneseal.cases.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.Handled;
import org.oneseal.cases.handling.Handler;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.worktime.WorkCalendars;

/** Takes an application in. Runs in the caller's transaction. */
public final class SubmitCase {

    private final Cases cases;
    private final WorkCalendars calendars;

    public SubmitCase(Cases cases, WorkCalendars calendars) {
        this.cases = cases;
        this.calendars = calendars;
    }

    public Handled submit(
            Submission submission,
            ItemVersion item,
            @Nullable String form,
            Handler by,
            Actor actor,
            Instant now) {
        return switch (submission.submit(item, by, calendars, now)) {
            case Outcome.Changed born -> new Handled.Done(cases.add(born, form, actor));
            case Outcome.Objected(var objections) -> new Handled.Objected(objections);
            case Outcome.OutOfTurn(var objections) -> new Handled.OutOfTurn(objections);
        };
    }
}
