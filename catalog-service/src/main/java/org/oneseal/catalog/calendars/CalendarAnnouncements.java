package org.oneseal.catalog.calendars;

import java.time.Instant;

/** Tells the other services which days are worked. */
public interface CalendarAnnouncements {

    void published(YearCalendar calendar, Instant at);
}
