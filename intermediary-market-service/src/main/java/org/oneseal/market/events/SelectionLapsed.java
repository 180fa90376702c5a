package org.oneseal.market.events;

import org.jspecify.annotations.Nullable;

/** The drawn institution gives up, stays silent, or may not take part any more. */
public record SelectionLapsed(
        String projectId,
        @Nullable String caseId,
        String role,
        String region,
        String serviceKind,
        InstitutionReference institution,
        String reason)
        implements ProjectEvent {

    @Override
    public String type() {
        return "market.selection-lapsed";
    }
}
