package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Materials that will follow were promised with the application (告知承诺). */
public record CasePromised(@JsonProperty("case") CaseReference about, PromiseTerms promise)
        implements CaseEvent {
    @Override
    public String eventType() {
        return "cases.promised";
    }
}
