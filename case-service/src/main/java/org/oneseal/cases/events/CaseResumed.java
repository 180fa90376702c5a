package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The special procedure is over; the clock runs again. */
public record CaseResumed(
        @JsonProperty("case") CaseReference about,
        ClockTerms clock,
        String procedureId,
        List<String> findings)
        implements CaseEvent {
    public CaseResumed {
        findings = List.copyOf(findings);
    }

    @Override
    public String eventType() {
        return "cases.resumed";
    }
}
