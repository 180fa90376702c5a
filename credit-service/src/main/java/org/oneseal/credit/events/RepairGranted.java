package org.oneseal.credit.events;

/** Repair is granted; the listing ends with it. */
public record RepairGranted(ListingReference listing, String repairId, String regime, String reason)
        implements ListingEvent {

    @Override
    public String type() {
        return "credit.repair-granted";
    }
}
