package org.oneseal.supervision.watching;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.UnknownYear;
import org.oneseal.platform.worktime.WorkCalendar;

/** Days of the office between instants, in Asia/Shanghai. */
final class Workdays {

    private Workdays() {}

    /** Null when the calendar does not know a year of it. */
    static @Nullable Integer between(WorkCalendar calendar, Instant from, Instant to) {
        try {
            return calendar.workdaysBetween(day(from), day(to));
        } catch (UnknownYear e) {
            return null;
        }
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkCalendar.ZONE);
    }
}
