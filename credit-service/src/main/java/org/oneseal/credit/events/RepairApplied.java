package org.oneseal.credit.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The party asks for repair of its credit (信用修复). */
public record RepairApplied(
        ListingReference listing, String repairId, String regime, @Nullable LocalDate answerBy)
        implements ListingEvent {

    @Override
    public String type() {
        return "credit.repair-applied";
    }
}
