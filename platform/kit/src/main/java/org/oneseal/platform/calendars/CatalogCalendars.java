package org.oneseal.platform.calendars;

import java.time.LocalDate;
import java.util.Optional;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.WorkCalendar;

/** The working-day calendars as the catalog has told them. */
public interface CatalogCalendars {

    /**
     * The calendar to count on from that day, each year that of the nearest region; empty while
     * none is known for the day.
     */
    Optional<WorkCalendar> forCounting(RegionCode region, LocalDate from);
}
