package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of handling is done (环节). */
public record StepCompleted(
        @JsonProperty("case") CaseReference about,
        String stepCode,
        String name,
        @Nullable String by,
        @Nullable String actingFor,
        @Nullable Instant due,
        List<String> findings)
        implements CaseEvent {
    public StepCompleted {
        findings = List.copyOf(findings);
    }

    @Override
    public String eventType() {
        return "cases.step-completed";
    }
}
