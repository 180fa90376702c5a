package org.oneseal.credit.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened in credit, as others read it on its topics. Additive changes only. */
public sealed interface CreditEvent
        permits RecordOpened,
                RecordPublished,
                RecordWithheld,
                RecordRescheduled,
                RecordCorrected,
                ListingEvent,
                RestrictionsChanged {

    /** Last two segments of the event type. */
    @JsonIgnore
    String type();

    /**
     * What every event of a publicity record says about it.
     *
     * @param due last day in time, Asia/Shanghai; null while no calendar is known
     * @param provisional the due date was counted on a calendar without a decree
     */
    record RecordReference(
            String recordId,
            String caseId,
            String caseNumber,
            String decisionNumber,
            LocalDate decidedOn,
            @Nullable LocalDate due,
            boolean provisional) {}
}
