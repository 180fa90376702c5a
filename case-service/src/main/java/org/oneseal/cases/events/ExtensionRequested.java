package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** More time was asked for (申请延期); no due date moves before it is approved. */
public record ExtensionRequested(
        @JsonProperty("case") CaseReference about,
        String requestId,
        LimitTerm limit,
        String reason,
        String by,
        @Nullable String actingFor)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.extension-requested";
    }
}
