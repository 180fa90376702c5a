package org.oneseal.cases.calendars;

import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * Counting the open cases of a region anew, as far as it has come.
 *
 * @param after id of the last case counted, null before the first
 */
public record Recount(
        long id, RegionCode region, @Nullable String decree, @Nullable String after) {}
