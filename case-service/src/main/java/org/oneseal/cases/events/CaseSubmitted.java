package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application has come in (收件); the receiving clock of five working days starts. */
public record CaseSubmitted(
        @JsonProperty("case") CaseReference about,
        ClockTerms clock,
        @Nullable Instant answerDue,
        @Nullable String queryNumber,
        String submittedBy,
        boolean actingFor,
        @Nullable String calendar,
        List<String> findings)
        implements CaseEvent {
    public CaseSubmitted {
        findings = List.copyOf(findings);
    }

    @Override
    public String eventType() {
        return "cases.submitted";
    }
}
