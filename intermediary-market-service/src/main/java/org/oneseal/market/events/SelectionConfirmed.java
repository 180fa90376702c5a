package org.oneseal.market.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The drawn institution takes the project. */
public record SelectionConfirmed(
        String projectId,
        @Nullable String caseId,
        String role,
        String region,
        String serviceKind,
        InstitutionReference institution,
        @Nullable LocalDate contractBy)
        implements ProjectEvent {

    @Override
    public String type() {
        return "market.selection-confirmed";
    }
}
