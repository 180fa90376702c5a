package org.oneseal.market.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The result is delivered; a case that was suspended for it may resume. */
public record ResultDelivered(
        String projectId,
        @Nullable String caseId,
        String role,
        String region,
        String serviceKind,
        InstitutionReference institution,
        Instant deliveredAt,
        String title,
        String digest,
        boolean inTime)
        implements ProjectEvent {

    @Override
    public String type() {
        return "market.result-delivered";
    }
}
