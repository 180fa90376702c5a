package org.oneseal.market.projects;

import java.time.LocalDate;
import org.oneseal.platform.region.RegionCode;

/** The rules of selection; a region inherits from those above it. */
public interface SelectionRules {

    /**
     * The nearest rule in force.
     *
     * @throws IllegalStateException if no rule covers the date
     */
    SelectionRule inForce(RegionCode region, Terms.Fund fund, LocalDate day);
}
