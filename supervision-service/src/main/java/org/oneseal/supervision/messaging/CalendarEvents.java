package org.oneseal.supervision.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.supervising.Almanac;
import org.springframework.stereotype.Component;

/** Calendars as the catalog publishes them; a decree moves open watches. */
@Component
class CalendarEvents implements Subscription {

    /** What the catalog tells comes first: nothing can be counted without days and limits. */
    static final Set<String> CATALOG = Set.of("calendars", ItemEvents.NAME);

    private final Almanac almanac;

    CalendarEvents(Almanac almanac) {
        this.almanac = almanac;
    }

    /** A published year of a region. */
    record FromCalendar(
            String region,
            int year,
            int version,
            boolean provisional,
            List<LocalDate> holidays,
            List<LocalDate> makeupDays,
            List<Span> officeHours,
            @Nullable String decree) {

        record Span(String from, String to) {}
    }

    @Override
    public String name() {
        return "calendars";
    }

    @Override
    public String topic() {
        return "oneseal.catalog.calendars.v1";
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        for (IncomingEvent event : events) {
            if (event.data() == null) continue;
            FromCalendar year = event.as(FromCalendar.class);
            almanac.publish(new RegionCode(year.region()), year.year(), year.version(), year);
        }
    }

    @Override
    public void reset() {
        almanac.forgetCalendars();
    }
}
