package org.oneseal.catalog.powers;

import java.time.LocalDate;
import org.oneseal.platform.region.RegionCode;

/** The rules of power lists, by region and day: a lower region's go before a higher one's. */
@FunctionalInterface
public interface PowerRuleBook {

    /**
     * What holds for a region on a day.
     *
     * @throws IllegalStateException if nothing does
     */
    PowerRules on(RegionCode region, LocalDate day);
}
