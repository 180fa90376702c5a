package org.oneseal.catalog.indicators;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.regions.Regional;

/**
 * A table of levels of online depth (网办深度分级), for a region from a day on.
 *
 * @param region twelve digits with everything below, null for the whole country
 * @param from first day it holds, null where nobody knows it
 * @param until first day it no longer holds, null for no end
 * @param ground what lays it down, null where nobody knows it
 * @param levels best first; an item is of the first level whose conditions it meets
 */
public record DepthTable(
        @Nullable String region,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String ground,
        List<DepthLevel> levels)
        implements Regional {

    public DepthTable {
        levels = List.copyOf(levels);
    }
}
