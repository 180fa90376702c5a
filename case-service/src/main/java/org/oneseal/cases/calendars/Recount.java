package org.oneseal.cases.calendars;

import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * Counting the open cases of a region anew, as far as it has come.
 *
 * @param after id of the last case counted, null before the first
 */
public record Recount(
        long id, RegionCode region, @Nullable String decree, Stage stage, @Nullable String after) {

    /** How far it has come. */
    public enum Stage {
        /** Goes through all open cases of the region. */
        ALL,
        /** Every replica's memory is fresh; what they were writing may not be committed yet. */
        SETTLED,
        /** It is: goes through the cases that were written since the calendar was published. */
        WRITTEN_SINCE
    }
}
