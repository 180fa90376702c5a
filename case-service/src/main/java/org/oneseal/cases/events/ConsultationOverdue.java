package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** The consulted department did not answer in its time; the delay is its own (逾期未反馈). */
public record ConsultationOverdue(
        @JsonProperty("case") CaseReference about,
        String consultationId,
        String department,
        String region,
        Instant due)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.consultation-overdue";
    }
}
