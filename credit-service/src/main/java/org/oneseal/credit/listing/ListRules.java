package org.oneseal.credit.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.region.RegionCode;

/** Kinds of list and regimes of repair, by region and date; a region inherits from those above. */
public interface ListRules {

    /** The kind in force; of several the nearest region's. */
    Optional<ListRule> inForce(RegionCode region, String code, LocalDate day);

    /** Every kind in force, by code. */
    List<ListRule> inForce(RegionCode region, LocalDate day);

    /** Every regime of repair that concerns the region, of all times. */
    RepairRegimes regimes(RegionCode region);
}
