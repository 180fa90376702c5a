package org.oneseal.cases.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The department may not or need not take it up (不予受理), with its ground.
 *
 * @param cause NO_APPROVAL_NEEDED, NOT_COMPETENT, STILL_INCOMPLETE or OTHER; null where not told
 */
public record CaseNotAccepted(
        @JsonProperty("case") CaseReference about,
        String ground,
        String reason,
        String refusedBy,
        @Nullable String rightBody,
        @Nullable String cause)
        implements CaseEvent {

    @Override
    public String eventType() {
        return "cases.not-accepted";
    }
}
