package org.oneseal.market.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A calendar has moved the last day of the formal check, or made it known at last. */
public record InstitutionRescheduled(
        InstitutionReference institution,
        @Nullable LocalDate checkDue,
        @Nullable LocalDate checkDueBefore,
        boolean provisional,
        @Nullable String decree)
        implements InstitutionEvent {

    @Override
    public String type() {
        return "market.institution-rescheduled";
    }
}
