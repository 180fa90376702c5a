package org.oneseal.catalog.items;

import java.time.LocalDate;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.UnitTable;

/** How limits in different units compare, by region and day; a lower region's table goes before. */
@FunctionalInterface
public interface UnitTables {

    /**
     * What holds for a region on a day.
     *
     * @throws IllegalStateException if nothing does
     */
    UnitTable on(RegionCode region, LocalDate day);
}
