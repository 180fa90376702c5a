package org.oneseal.credit.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A calendar has moved the last day, or made it known at last. */
public record RecordRescheduled(
        RecordReference record, @Nullable LocalDate dueBefore, @Nullable String decree)
        implements CreditEvent {

    @Override
    public String type() {
        return "credit.record-rescheduled";
    }
}
