package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The result has reached the applicant (送达). */
public record CaseDelivered(
        @JsonProperty("case") CaseReference about,
        String method,
        String deliveredBy,
        @Nullable String courierNumber)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.delivered";
    }
}
