package org.oneseal.catalog.indicators;

import java.time.LocalDate;
import java.util.List;
import org.oneseal.platform.region.RegionCode;

/** The levels of online depth (网办深度分级), by region and day; a lower region's go before. */
@FunctionalInterface
public interface DepthLevels {

    /**
     * Best first.
     *
     * @throws IllegalStateException if there is no table
     */
    List<DepthLevel> on(RegionCode region, LocalDate day);
}
