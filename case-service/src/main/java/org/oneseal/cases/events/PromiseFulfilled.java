package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** A promised material was handed in; late where its lapse was told before. */
public record PromiseFulfilled(
        @JsonProperty("case") CaseReference about,
        String promiseId,
        String material,
        Instant handedInAt)
        implements CaseEvent {
    @Override
    public String eventType() {
        return "cases.promise-fulfilled";
    }
}
