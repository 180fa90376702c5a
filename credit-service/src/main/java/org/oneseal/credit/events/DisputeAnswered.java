package org.oneseal.credit.events;

/** A dispute was verified and answered; AMEND and REMOVE uphold it. */
public record DisputeAnswered(
        ListingReference listing, String disputeId, String verdict, String reason)
        implements ListingEvent {

    @Override
    public String type() {
        return "credit.dispute-answered";
    }
}
