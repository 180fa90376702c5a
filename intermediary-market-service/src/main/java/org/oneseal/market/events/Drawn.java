package org.oneseal.market.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An institution is drawn; the proof holds all that is needed to recompute it (随机抽取). */
public record Drawn(
        String projectId,
        @Nullable String caseId,
        String role,
        String region,
        String serviceKind,
        InstitutionReference institution,
        Proof proof,
        @Nullable LocalDate confirmBy)
        implements ProjectEvent {

    @Override
    public String type() {
        return "market.drawn";
    }
}
