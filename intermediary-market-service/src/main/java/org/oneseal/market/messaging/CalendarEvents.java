package org.oneseal.market.messaging;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.admission.Calendars;
import org.oneseal.market.admission.FollowCalendar;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;

/** Keeps the catalog's calendars and lets waiting applications follow them. */
@Component
class CalendarEvents implements Subscription {

    private final Calendars calendars;
    private final FollowCalendar followCalendar;
    private final InstantSource time;

    CalendarEvents(Calendars calendars, FollowCalendar followCalendar, InstantSource time) {
        this.calendars = calendars;
        this.followCalendar = followCalendar;
        this.time = time;
    }

    @Override
    public String name() {
        return "market-calendars";
    }

    @Override
    public String topic() {
        return "oneseal.catalog.calendars.v1";
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        Map<RegionCode, @Nullable String> changed = new LinkedHashMap<>();
        for (IncomingEvent event : events) {
            if (event.data() == null) continue;
            FromCatalog calendar = event.as(FromCatalog.class);
            RegionCode region = new RegionCode(calendar.region());
            calendars.keep(region, calendar.calendarYear(), calendar.hash());
            changed.put(region, calendar.decree());
        }
        changed.forEach((region, decree) -> followCalendar.follow(region, decree, time.instant()));
    }

    @Override
    public void reset() {
        calendars.clear();
    }
}
