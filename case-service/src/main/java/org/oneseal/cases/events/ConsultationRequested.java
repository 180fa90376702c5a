package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Another department is asked (征求意见), within a time of its own. */
public record ConsultationRequested(
        @JsonProperty("case") CaseReference about,
        String consultationId,
        String department,
        String region,
        String question,
        LimitTerm limit,
        Instant due,
        String by,
        @Nullable String actingFor)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.consultation-requested";
    }
}
