package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/** Promised materials did not come by their last day. */
public record PromiseOverdue(
        @JsonProperty("case") CaseReference about,
        String promiseId,
        List<String> materials,
        LocalDate due)
        implements CaseEvent {
    public PromiseOverdue {
        materials = List.copyOf(materials);
    }

    @Override
    public String eventType() {
        return "cases.promise-overdue";
    }
}
