package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several officers are asked to sign (会签).
 *
 * @param needed how many must agree: all, one, or a part of them
 */
public record CoSignRequested(
        @JsonProperty("case") CaseReference about,
        String coSignId,
        String matter,
        List<String> signers,
        int needed,
        String by,
        @Nullable String actingFor)
        implements CaseEvent {
    public CoSignRequested {
        signers = List.copyOf(signers);
    }

    @Override
    public String eventType() {
        return "cases.co-sign-requested";
    }
}
