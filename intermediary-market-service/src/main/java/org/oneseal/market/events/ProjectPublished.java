package org.oneseal.market.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The project is announced, its conditions frozen, the nonce committed (发布项目). */
public record ProjectPublished(
        String projectId,
        @Nullable String caseId,
        String role,
        String region,
        String serviceKind,
        String title,
        Buyer buyer,
        String fund,
        long priceFen,
        @Nullable String suspension,
        int serviceDays,
        int minimum,
        List<String> avoided,
        Announcement announcement)
        implements ProjectEvent {

    public ProjectPublished {
        avoided = List.copyOf(avoided);
    }

    @Override
    public String type() {
        return "market.project-published";
    }
}
