package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The case went back to an earlier step (退回), which is open again with all after it.
 *
 * @param officer who has it again
 */
public record StepReturned(
        @JsonProperty("case") CaseReference about,
        String stepCode,
        String name,
        List<String> reopened,
        @Nullable String officer,
        String by,
        @Nullable String actingFor,
        String reason)
        implements CaseEvent {
    public StepReturned {
        reopened = List.copyOf(reopened);
    }

    @Override
    public String eventType() {
        return "cases.step-returned";
    }
}
