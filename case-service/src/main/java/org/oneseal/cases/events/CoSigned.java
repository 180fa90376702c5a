package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One of those asked has signed.
 *
 * @param state of the whole from then on: OPEN, PASSED or FAILED
 */
public record CoSigned(
        @JsonProperty("case") CaseReference about,
        String coSignId,
        String signer,
        boolean agreed,
        String state,
        String by,
        @Nullable String actingFor)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.co-signed";
    }
}
