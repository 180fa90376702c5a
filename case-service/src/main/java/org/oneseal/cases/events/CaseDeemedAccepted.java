package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Nobody answered in time, so the law takes the application as accepted (视为受理), from the day of
 * receipt or of the corrections.
 */
public record CaseDeemedAccepted(
        @JsonProperty("case") CaseReference about,
        ClockTerms clock,
        LimitTerms limits,
        Instant acceptedFrom,
        String ground)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.deemed-accepted";
    }
}
