package org.oneseal.cases.calendars;

import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * Counting the open cases of a region anew, as far as it has come: those of one range of ids.
 *
 * @param days what the decree changed
 * @param after id of the last case counted, or of the last one before the range
 * @param until id of the last case of the range, null where it has no end
 */
public record Recount(
        long id,
        RegionCode region,
        @Nullable String decree,
        ChangedDays days,
        Stage stage,
        String after,
        @Nullable String until) {

    /** How far it has come. */
    public enum Stage {
        /** Goes through all open cases of the region that the changed days concern. */
        ALL,
        /** Every replica's memory is fresh; what they were writing may not be committed yet. */
        SETTLED,
        /** It is: goes through the cases that were written since the calendar was published. */
        WRITTEN_SINCE
    }
}
