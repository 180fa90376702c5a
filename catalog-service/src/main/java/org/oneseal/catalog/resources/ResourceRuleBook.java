package org.oneseal.catalog.resources;

import java.time.LocalDate;
import org.oneseal.platform.region.RegionCode;

/** The rules of sharing by region and day. */
@FunctionalInterface
public interface ResourceRuleBook {

    /**
     * Those of a region on a day.
     *
     * @throws IllegalStateException where there are none
     */
    ResourceRule on(RegionCode region, LocalDate day);
}
