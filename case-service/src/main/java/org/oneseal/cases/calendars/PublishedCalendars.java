package org.oneseal.cases.calendars;

import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.WorkCalendars;

/** The calendars this service has learned of. */
public interface PublishedCalendars extends WorkCalendars {

    /** Keeps a year; false where this version or a later one was known already. */
    boolean keep(RegionCode region, CalendarYear year);

    /** Notes that the open cases of a region have to be counted anew because of a decree. */
    void countAnew(RegionCode region, @Nullable String decree);

    void forgetAll();
}
