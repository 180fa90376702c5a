package org.oneseal.market.events;

import org.jspecify.annotations.Nullable;

/** No draw: too few have signed up. */
public record ProjectFailed(
        String projectId,
        @Nullable String caseId,
        String role,
        String region,
        String serviceKind,
        String draw,
        int signUps,
        int minimum)
        implements ProjectEvent {

    @Override
    public String type() {
        return "market.project-failed";
    }
}
