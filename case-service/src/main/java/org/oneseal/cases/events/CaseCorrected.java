package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The applicant has handed in the corrections (补正). */
public record CaseCorrected(
        @JsonProperty("case") CaseReference about, String noticeId, @Nullable Instant answerDue)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.corrected";
    }
}
