package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The case is closed (办结) with its result code. */
public record CaseFinished(
        @JsonProperty("case") CaseReference about,
        ClockTerms clock,
        String result,
        List<String> findings)
        implements CaseEvent {
    public CaseFinished {
        findings = List.copyOf(findings);
    }

    @Override
    public String eventType() {
        return "cases.finished";
    }
}
