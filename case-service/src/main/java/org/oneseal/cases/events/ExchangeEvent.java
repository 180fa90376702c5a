package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What happened in the exchange with department systems, beside what happened to cases. */
public sealed interface ExchangeEvent
        permits ExchangeConflict,
                ExchangeConflictSettled,
                ExchangeRejectionDismissed,
                SourceRegistered {

    /** As {@link CaseEvent#eventType}. */
    @JsonIgnore
    String eventType();
}
