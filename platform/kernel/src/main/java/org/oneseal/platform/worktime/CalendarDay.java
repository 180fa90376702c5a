package org.oneseal.platform.worktime;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a day is in a calendar.
 *
 * @param name of the holiday, also of the one a make-up day is worked for; null on other days
 */
public record CalendarDay(LocalDate date, Kind kind, @Nullable String name) {

    /** Kind of a day. */
    public enum Kind {
        WORKDAY,
        WEEKEND,
        HOLIDAY,
        MAKE_UP
    }

    public boolean isWorkday() {
        return kind == Kind.WORKDAY || kind == Kind.MAKE_UP;
    }
}
