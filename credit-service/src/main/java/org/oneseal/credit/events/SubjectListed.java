package org.oneseal.credit.events;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The subject is on the list (列入) and its listing open to the public. */
public record SubjectListed(
        ListingReference listing,
        String facts,
        String ground,
        String basis,
        LocalDate since,
        @Nullable LocalDate until,
        List<String> restrictions)
        implements ListingEvent {

    @Override
    public String type() {
        return "credit.subject-listed";
    }
}
