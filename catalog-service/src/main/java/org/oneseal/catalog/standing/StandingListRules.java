package org.oneseal.catalog.standing;

import java.time.LocalDate;
import org.oneseal.platform.region.RegionCode;

/**
 * What stands in which list, by region and day; a lower region's rule goes before a higher one's.
 */
@FunctionalInterface
public interface StandingListRules {

    /**
     * What holds for a list of a region on a day.
     *
     * @throws IllegalStateException if nothing does
     */
    StandingListRule on(StandingList list, RegionCode region, LocalDate day);
}
