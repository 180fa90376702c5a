package org.oneseal.cases.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.oneseal.cases.calendars.PublishedCalendars;
import org.oneseal.cases.calendars.Recounts;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.oneseal.platform.region.RegionCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps the calendars that the catalog publishes; what changes days has open cases counted anew.
 */
@Component
class CalendarsSubscription implements Subscription {

    private final PublishedCalendars calendars;
    private final Recounts recounts;
    private final InstantSource time;
    private final Duration pause;

    /**
     * @param pause how long is waited for the other pieces of a decree
     */
    CalendarsSubscription(
            PublishedCalendars calendars,
            Recounts recounts,
            InstantSource time,
            @Value("${oneseal.cases.decree-pause}") Duration pause) {
        this.calendars = calendars;
        this.recounts = recounts;
        this.time = time;
        this.pause = pause;
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
            Instant startsAt = time.instant().plus(pause);
            calendars
                    .keep(region, calendar.calendarYear())
                    .ifPresent(days -> recounts.begin(region, calendar.decree(), days, startsAt));
        }
    }

    @Override
    public void reset() {
        calendars.forgetAll();
    }
}
