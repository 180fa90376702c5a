package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Sent back before acceptance because it cannot be handled here as it is (退件). */
public record CaseReturned(
        @JsonProperty("case") CaseReference about, String reason, String returnedBy)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.returned";
    }
}
