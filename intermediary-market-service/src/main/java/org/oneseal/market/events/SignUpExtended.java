package org.oneseal.market.events;

import org.jspecify.annotations.Nullable;

/** Too few have signed up: sign-up stays open longer, the public value moves with it. */
public record SignUpExtended(
        String projectId,
        @Nullable String caseId,
        String role,
        String region,
        String serviceKind,
        int signUps,
        int minimum,
        Announcement announcement)
        implements ProjectEvent {

    @Override
    public String type() {
        return "market.sign-up-extended";
    }
}
