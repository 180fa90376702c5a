package org.oneseal.cases.messaging;

import java.util.List;
import org.oneseal.cases.calendars.PublishedCalendars;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;

/**
 * Keeps the calendars that the catalog publishes; what changes a year has open cases counted anew.
 */
@Component
class CalendarsSubscription implements Subscription {

    private final PublishedCalendars calendars;

    CalendarsSubscription(PublishedCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public String name() {
        return "cases-calendars";
    }

    @Override
    public String topic() {
        return "oneseal.catalog.calendars.v1";
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        for (IncomingEvent event : events) {
            if (event.data() == null) continue;
            var calendar = event.as(FromCatalog.Calendar.class);
            var region = new RegionCode(calendar.region());
            if (calendars.keep(region, calendar.calendarYear())) {
                calendars.countAnew(region, calendar.decree());
            }
        }
    }

    @Override
    public void reset() {
        calendars.forgetAll();
    }
}
