package org.oneseal.market.events;

import org.jspecify.annotations.Nullable;

/** The draw is void; the project has to be announced anew. */
public record DrawVoided(
        String projectId,
        @Nullable String caseId,
        String role,
        String region,
        String serviceKind,
        String draw,
        String reason)
        implements ProjectEvent {

    @Override
    public String type() {
        return "market.draw-voided";
    }
}
