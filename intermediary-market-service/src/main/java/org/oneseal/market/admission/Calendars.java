package org.oneseal.market.admission;

import java.time.LocalDate;
import java.util.Optional;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.WorkCalendar;

/** The working-day calendars as the catalog has told them. */
public interface Calendars {

    /** The calendar to count on from that day; empty while none is known for it. */
    Optional<WorkCalendar> forCounting(RegionCode region, LocalDate from);

    /** Keeps a year as published; a year already there is replaced. */
    void keep(RegionCode region, CalendarYear year, String hash);

    /** Forgets all years, before a rebuild. */
    void clear();
}
