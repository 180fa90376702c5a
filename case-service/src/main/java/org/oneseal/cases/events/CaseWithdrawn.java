package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The applicant has withdrawn before the decision (撤回). */
public record CaseWithdrawn(
        @JsonProperty("case") CaseReference about, @Nullable String reason, String withdrawnBy)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.withdrawn";
    }
}
