package org.oneseal.market.admission;

import java.time.LocalDate;
import org.oneseal.platform.region.RegionCode;

/** The rules of the formal check; a region inherits from those above it. */
public interface CheckRules {

    /**
     * The nearest rule in force.
     *
     * @throws IllegalStateException if no rule covers the date
     */
    CheckRule inForce(RegionCode region, LocalDate day);
}
