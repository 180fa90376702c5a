package org.oneseal.credit.events;

/** Repair is refused for now. */
public record RepairRefused(ListingReference listing, String repairId, String reason)
        implements ListingEvent {

    @Override
    public String type() {
        return "credit.repair-refused";
    }
}
