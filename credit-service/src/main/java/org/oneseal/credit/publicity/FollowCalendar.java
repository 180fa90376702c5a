package org.oneseal.credit.publicity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.calendars.CalendarFollower;
import org.oneseal.platform.calendars.CatalogCalendars;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A calendar has changed: the due dates of waiting records in its region move with it. */
@Component
public class FollowCalendar implements CalendarFollower {

    private static final int CHUNK = 500;

    private final PublicityRecords records;
    private final CatalogCalendars calendars;
    private final Bookkeeping book;

    FollowCalendar(PublicityRecords records, CatalogCalendars calendars, Bookkeeping book) {
        this.records = records;
        this.calendars = calendars;
        this.book = book;
    }

    @Override
    @Transactional
    public void follow(RegionCode region, @Nullable String decree, Instant now) {
        String after = "";
        List<PublicityRecord> chunk;
        do {
            chunk = records.pendingWithin(region, after, CHUNK);
            for (PublicityRecord record : chunk) {
                calendars
                        .forCounting(record.region(), record.licence().decidedOn())
                        .map(
                                calendar ->
                                        PublicityTerm.due(
                                                record.licence().decidedOn(),
                                                record.rule(),
                                                calendar))
                        .flatMap(due -> record.reschedule(due, decree))
                        .ifPresent(moved -> book.keep(moved, Actor.source("catalog", null), now));
                after = record.id();
            }
        } while (chunk.size() == CHUNK);
    }
}
