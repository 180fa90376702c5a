package org.oneseal.market.admission;

import java.time.LocalDate;
import org.oneseal.platform.worktime.WorkCalendar;

/** The last day of the formal check and the calendar it was counted on; derived, never typed in. */
public record CheckDue(
        LocalDate lastDay, boolean provisional, String calendarRegion, String calendarVersion) {

    /** So many working days after the day of the application, counted from the next day. */
    static CheckDue derive(LocalDate appliedOn, CheckRule rule, WorkCalendar calendar) {
        LocalDate day = appliedOn;
        boolean provisional = false;
        for (int counted = 0; counted < rule.workingDays(); ) {
            day = day.plusDays(1);
            provisional |= calendar.isProvisional(day);
            if (calendar.isWorkday(day)) counted++;
        }
        return new CheckDue(
                day, provisional, calendar.region().value(), String.valueOf(calendar.version()));
    }
}
