package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The applicant has acknowledged the result (签收). */
public record ResultAcknowledged(
        @JsonProperty("case") CaseReference about,
        String method,
        @Nullable String courierNumber,
        String acknowledgedBy,
        String byRole,
        Instant acknowledgedAt)
        implements DossierEvent {

    @Override
    public String eventType() {
        return "cases.result-acknowledged";
    }
}
