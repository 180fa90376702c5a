package org.oneseal.cases.limits;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseFact.Stamp;
import org.oneseal.cases.handling.Deadlines;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Changed;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * A decree changed the calendar: the due dates move by themselves.
 *
 * @param before as they were told last
 */
public record Rebase(Deadlines before, @Nullable String decree) {

    /** Changed without events where no date moves; no item is needed to count anew. */
    public Outcome on(Case it, WorkCalendars calendars, Instant now) {
        var refusal = it.outOfTurn(Action.REBASE);
        if (refusal != null) return refusal;
        Deadlines after = it.deadlines(calendars, now);
        boolean moved =
                !Objects.equals(before.answerDue(), after.answerDue())
                        || !Objects.equals(before.legalDue(), after.legalDue())
                        || !Objects.equals(before.promisedDue(), after.promisedDue())
                        || !Objects.equals(before.stepDue(), after.stepDue())
                        || before.provisional() != after.provisional();
        if (!moved) return new Changed(it, after, List.of());
        return it.with(
                List.of(
                        new CaseFact.Rebased(
                                Stamp.now(now, "calendar"),
                                before.legalDue(),
                                after.legalDue(),
                                before.promisedDue(),
                                after.promisedDue(),
                                before.calendarVersion(),
                                after.calendarVersion(),
                                decree,
                                before.answerDue(),
                                after.answerDue(),
                                before.stepDue(),
                                after.stepDue())),
                after,
                calendars);
    }
}
