package org.oneseal.catalog.indicators;

import java.time.LocalDate;
import org.oneseal.platform.region.RegionCode;

/** How an inspection counts, by region and day; a lower region's rules go before a higher one's. */
@FunctionalInterface
public interface InspectionRuleBook {

    /**
     * What holds for a region on a day.
     *
     * @throws IllegalStateException if nothing does
     */
    InspectionRules on(RegionCode region, LocalDate day);
}
