package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The department has taken the application up (受理); the item version is pinned from here on. */
public record CaseAccepted(
        @JsonProperty("case") CaseReference about,
        ClockTerms clock,
        LimitTerms limits,
        String acceptedBy,
        @Nullable String calendar,
        List<String> findings)
        implements CaseEvent {
    public CaseAccepted {
        findings = List.copyOf(findings);
    }

    @Override
    public String eventType() {
        return "cases.accepted";
    }
}
