package org.oneseal.catalog.calendars;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.oneseal.catalog.calendars.CalendarOutcome.Objected;
import org.oneseal.catalog.calendars.CalendarOutcome.Published;
import org.oneseal.catalog.calendars.CalendarOutcome.Unchanged;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a decreed calendar into force; the one before is superseded, open clocks move by themselves.
 */
@Component
public class PublishCalendar {

    private final Calendars calendars;
    private final CalendarAnnouncements announcements;

    PublishCalendar(Calendars calendars, CalendarAnnouncements announcements) {
        this.calendars = calendars;
        this.announcements = announcements;
    }

    @Transactional
    public CalendarOutcome publish(
            RegionCode region, int year, CalendarContent content, Instant now) {
        List<Objection> objections = content.objections(year);
        if (!objections.isEmpty()) return new Objected(objections);
        Optional<YearCalendar> before = calendars.current(region, year);
        if (before.isPresent() && before.get().content().equals(content)) {
            return new Unchanged(before.get());
        }
        return new Published(put(region, year, content, before, now));
    }

    YearCalendar put(
            RegionCode region,
            int year,
            CalendarContent content,
            Optional<YearCalendar> before,
            Instant now) {
        int version = before.map(YearCalendar::version).orElse(0) + 1;
        YearCalendar calendar =
                new YearCalendar(
                        region, year, version, calendars.hash(region, year, content), content);
        calendars.add(calendar, now);
        announcements.published(calendar, now);
        return calendar;
    }
}
