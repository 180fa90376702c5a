package org.oneseal.credit.events;

/** The proposal came to nothing (不予列入). */
public record ListingDismissed(ListingReference listing, String reason) implements ListingEvent {

    @Override
    public String type() {
        return "credit.listing-dismissed";
    }
}
