package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The case came to an officer's desk or left it (签收、分派、转办、退回待办). */
public record CaseAssigned(
        @JsonProperty("case") CaseReference about,
        String kind,
        @Nullable String officer,
        @Nullable String previous,
        String by,
        @Nullable String actingFor,
        @Nullable String reason)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.assigned";
    }
}
