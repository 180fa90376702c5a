package org.oneseal.credit.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.oneseal.platform.calendars.CatalogCalendars;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;

/** Last days of the terms in working days, counted from the day after. */
@Component
class AnswerDays {

    private final CatalogCalendars calendars;

    AnswerDays(CatalogCalendars calendars) {
        this.calendars = calendars;
    }

    /** Empty while no calendar is known for the day. */
    Optional<LocalDate> after(Instant from, int workingDays, RegionCode region) {
        LocalDate day = Listing.dayOf(from);
        return calendars
                .forCounting(region, day)
                .map(calendar -> calendar.plusWorkdays(day, workingDays));
    }
}
