package org.oneseal.cases.promises;

import java.time.LocalDate;
import java.util.Optional;
import org.oneseal.platform.region.RegionCode;

/** The rules in force, by region and day. */
public interface PromiseRules {

    /** The item's own rule before one for all items, the nearest region's before one above. */
    Optional<PromiseRule> inForce(RegionCode region, String itemCode, LocalDate day);
}
