package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** More time was not approved; the due dates stay. */
public record ExtensionRefused(
        @JsonProperty("case") CaseReference about,
        String requestId,
        String reason,
        String by,
        @Nullable String actingFor)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.extension-refused";
    }
}
