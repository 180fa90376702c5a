package org.oneseal.catalog.calendars;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.region.RegionCode;

/** Published calendars; a higher version supersedes a lower one, none is ever changed. */
public interface Calendars {

    /** The calendar in force, of exactly this region. */
    Optional<YearCalendar> current(RegionCode region, int year);

    /** Calendars in force of all regions, ordered by region and year. */
    List<YearCalendar> current();

    /**
     * Adds a version.
     *
     * @throws org.oneseal.platform.web.StaleVersion if another one has the number
     */
    void add(YearCalendar calendar, Instant publishedAt);

    /** The digest of the content, with its algorithm, as it is published. */
    String hash(RegionCode region, int year, CalendarContent content);
}
