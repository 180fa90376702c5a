package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The department has answered.
 *
 * @param position AGREED, AGREED_WITH_CONDITIONS or OPPOSED
 * @param late after its due instant
 */
public record ConsultationAnswered(
        @JsonProperty("case") CaseReference about,
        String consultationId,
        String department,
        String region,
        String position,
        Instant due,
        boolean late,
        String by,
        @Nullable String actingFor)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.consultation-answered";
    }
}
