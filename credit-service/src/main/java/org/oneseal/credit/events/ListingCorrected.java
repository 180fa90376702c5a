package org.oneseal.credit.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the public reads of a listing was wrong and is now this. */
public record ListingCorrected(
        ListingReference listing,
        String facts,
        String ground,
        @Nullable LocalDate until,
        String because)
        implements ListingEvent {

    @Override
    public String type() {
        return "credit.listing-corrected";
    }
}
