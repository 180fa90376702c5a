package org.oneseal.market.events;

import org.jspecify.annotations.Nullable;

/** A buyer asks for a project to be announced (发布项目申请). */
public record ProjectSubmitted(
        String projectId,
        @Nullable String caseId,
        String role,
        String region,
        String serviceKind,
        String title,
        Buyer buyer,
        String fund,
        long priceFen,
        @Nullable String suspension)
        implements ProjectEvent {

    @Override
    public String type() {
        return "market.project-submitted";
    }
}
