package org.oneseal.market.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A calendar has moved the last day to confirm or to conclude the contract, or made it known. */
public record SelectionRescheduled(
        String projectId,
        @Nullable String caseId,
        String role,
        String region,
        String serviceKind,
        InstitutionReference institution,
        String awaits,
        @Nullable LocalDate by,
        @Nullable LocalDate byBefore,
        @Nullable String decree)
        implements ProjectEvent {

    @Override
    public String type() {
        return "market.selection-rescheduled";
    }
}
