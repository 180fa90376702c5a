package org.oneseal.credit.events;

import java.time.LocalDate;

/** The party concerned is told beforehand (告知书) and may state its view until that day. */
public record ListingNoticed(
        ListingReference listing, String noticeId, LocalDate statementBy, String textDigest)
        implements ListingEvent {

    @Override
    public String type() {
        return "credit.listing-noticed";
    }
}
