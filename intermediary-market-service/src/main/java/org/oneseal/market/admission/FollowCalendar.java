package org.oneseal.market.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.calendars.CalendarFollower;
import org.oneseal.platform.calendars.CatalogCalendars;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A calendar has changed: the due dates of waiting applications in its region move with it. */
@Component
public class FollowCalendar implements CalendarFollower {

    private static final int CHUNK = 500;

    private final Institutions institutions;
    private final CatalogCalendars calendars;
    private final Bookkeeping book;

    FollowCalendar(Institutions institutions, CatalogCalendars calendars, Bookkeeping book) {
        this.institutions = institutions;
        this.calendars = calendars;
        this.book = book;
    }

    @Override
    @Transactional
    public void follow(RegionCode region, @Nullable String decree, Instant now) {
        String after = "";
        List<Institution> chunk;
        do {
            chunk = institutions.waitingWithin(region, after, CHUNK);
            for (Institution institution : chunk) {
                LocalDate appliedOn = Institution.dayOf(institution.appliedAt());
                calendars
                        .forCounting(institution.region(), appliedOn)
                        .map(calendar -> CheckDue.derive(appliedOn, institution.rule(), calendar))
                        .flatMap(due -> institution.reschedule(due, decree))
                        .ifPresent(moved -> book.keep(moved, Actor.source("catalog", null), now));
                after = institution.id();
            }
        } while (chunk.size() == CHUNK);
    }
}
