package org.oneseal.credit.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody should be listed, says an officer or a broken promise (认定建议). */
public record ListingProposed(
        ListingReference listing,
        String facts,
        String ground,
        @Nullable String promise,
        @Nullable LocalDate rectifyBy)
        implements ListingEvent {

    @Override
    public String type() {
        return "credit.listing-proposed";
    }
}
