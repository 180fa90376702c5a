package org.oneseal.platform.calendars;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.oneseal.platform.region.RegionCode;
import org.springframework.beans.factory.ObjectProvider;

/** Keeps the published years and tells the service's followers which regions have changed. */
class CalendarEvents implements Subscription {

    private final String service;
    private final JdbcCalendars calendars;
    private final ObjectProvider<CalendarFollower> followers;
    private final InstantSource time;

    CalendarEvents(
            String service,
            JdbcCalendars calendars,
            ObjectProvider<CalendarFollower> followers,
            InstantSource time) {
        this.service = service;
        this.calendars = calendars;
        this.followers = followers;
        this.time = time;
    }

    @Override
    public String name() {
        return service + "-calendars";
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
        for (CalendarFollower follower : followers) {
            changed.forEach((region, decree) -> follower.follow(region, decree, time.instant()));
        }
    }

    @Override
    public void reset() {
        calendars.clear();
    }
}
