package org.oneseal.catalog.web;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.calendars.CalendarContent;
import org.oneseal.catalog.calendars.YearCalendar;

/** A year's calendar; holidays and make-up days with their names. */
record CalendarView(
        String region,
        int year,
        int version,
        String hash,
        boolean provisional,
        SortedMap<LocalDate, String> holidays,
        SortedMap<LocalDate, String> makeupDays,
        List<CalendarContent.Span> officeHours,
        boolean afterHoursIsNextDay,
        @Nullable String decree) {

    static CalendarView of(YearCalendar calendar) {
        CalendarContent content = calendar.content();
        return new CalendarView(
                calendar.region().value(),
                calendar.year(),
                calendar.version(),
                calendar.hash(),
                content.provisional(),
                content.holidays(),
                content.makeUpDays(),
                content.officeHours(),
                content.afterHoursIsNextDay(),
                content.decree());
    }
}
