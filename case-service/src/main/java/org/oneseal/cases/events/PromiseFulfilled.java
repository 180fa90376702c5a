package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A promised material was handed in; late where its lapse was told before.
 *
 * @param material its code
 * @param name as the promise names it
 */
public record PromiseFulfilled(
        @JsonProperty("case") CaseReference about,
        String promiseId,
        String material,
        String name,
        Instant handedInAt)
        implements CaseEvent {
    @Override
    public String eventType() {
        return "cases.promise-fulfilled";
    }
}
