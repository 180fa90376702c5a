package org.oneseal.cases.calendars;

import java.util.Optional;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.WorkCalendars;

/** The calendars this service has learned of. */
public interface PublishedCalendars extends WorkCalendars {

    /**
     * Keeps a year.
     *
     * @return the days that are counted differently now; nothing where this version or a later one
     *     was known already
     */
    Optional<ChangedDays> keep(RegionCode region, CalendarYear year);

    /** Counts by the newest from now on, whatever was remembered. */
    void refresh();

    void forgetAll();
}
