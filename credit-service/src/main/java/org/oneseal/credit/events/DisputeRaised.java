package org.oneseal.credit.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The listing is disputed (异议). */
public record DisputeRaised(
        ListingReference listing, String disputeId, @Nullable LocalDate answerBy, String textDigest)
        implements ListingEvent {

    @Override
    public String type() {
        return "credit.dispute-raised";
    }
}
