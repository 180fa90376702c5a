package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The answer is no longer needed. */
public record ConsultationWithdrawn(
        @JsonProperty("case") CaseReference about,
        String consultationId,
        String department,
        String region,
        String reason,
        String by,
        @Nullable String actingFor)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.consultation-withdrawn";
    }
}
