package org.oneseal.cases.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.CaseFact.Stamp;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.Handled;
import org.oneseal.cases.handling.Handler;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.promises.DraftPromise;
import org.oneseal.cases.promises.Promising;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * Takes an application in, with the promise that may come with it. Runs in the caller's
 * transaction.
 */
public final class SubmitCase {

    private final Cases cases;
    private final DraftPromise draftPromise;
    private final WorkCalendars calendars;
    private final Ids ids;

    public SubmitCase(Cases cases, DraftPromise draftPromise, WorkCalendars calendars, Ids ids) {
        this.cases = cases;
        this.draftPromise = draftPromise;
        this.calendars = calendars;
        this.ids = ids;
    }

    public Handled submit(
            Submission submission,
            ItemVersion item,
            @Nullable String form,
            Handler by,
            Actor actor,
            Instant now) {
        return switch (submission.submit(
                item, by, made(submission, item, by, now), calendars, now)) {
            case Outcome.Changed born -> new Handled.Done(cases.add(born, form, actor));
            case Outcome.Objected(var objections) -> new Handled.Objected(objections);
            case Outcome.OutOfTurn(var objections) -> new Handled.OutOfTurn(objections);
        };
    }

    private DraftPromise.Made made(
            Submission submission, ItemVersion item, Handler by, Instant now) {
        Promising promising = submission.promise();
        if (promising == null) return new DraftPromise.Made(null, List.of());
        return draftPromise.make(
                promising,
                ids.next(submission.place(item)),
                item,
                submission.place(item),
                submission.subject().promiser(),
                Stamp.now(now, by.subject()));
    }
}
