package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The limit was extended once, with approval and reasons (延期). */
public record CaseExtended(
        @JsonProperty("case") CaseReference about,
        ClockTerms clock,
        LimitTerm by,
        String approver,
        String reason)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.extended";
    }
}
