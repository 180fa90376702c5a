package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/**
 * Promised materials did not come by their last day.
 *
 * @param materials their codes
 * @param names as the promise names them, in the same order
 */
public record PromiseOverdue(
        @JsonProperty("case") CaseReference about,
        String promiseId,
        List<String> materials,
        List<String> names,
        LocalDate due)
        implements CaseEvent {
    public PromiseOverdue {
        materials = List.copyOf(materials);
        names = List.copyOf(names);
    }

    @Override
    public String eventType() {
        return "cases.promise-overdue";
    }
}
