package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How the case came in, where that was out of the ordinary: project, green channel, help, batch.
 */
public record CaseFiled(
        @JsonProperty("case") CaseReference about,
        @Nullable String projectNumber,
        boolean greenChannel,
        @Nullable String greenReason,
        @Nullable String help,
        @Nullable String helper,
        @Nullable String batch)
        implements DossierEvent {

    @Override
    public String eventType() {
        return "cases.filed";
    }
}
