package org.oneseal.catalog.indicators;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/** Counts published items. */
public interface CountItems {

    /**
     * The figures of a region and everything below it.
     *
     * @param department only of this one, null for all
     * @param day whose table compares limits in different units
     */
    ItemFigures count(RegionCode within, @Nullable String department, LocalDate day);
}
