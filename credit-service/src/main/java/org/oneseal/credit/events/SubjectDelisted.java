package org.oneseal.credit.events;

import java.time.LocalDate;

/** The listing has ended and is closed to the public: EXPIRED, REPAIRED or REVOKED. */
public record SubjectDelisted(ListingReference listing, String how, String reason, LocalDate on)
        implements ListingEvent {

    @Override
    public String type() {
        return "credit.subject-delisted";
    }
}
