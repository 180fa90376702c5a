package org.oneseal.catalog.delegation;

import java.time.LocalDate;
import org.oneseal.platform.region.RegionCode;

/**
 * What acts of delegation need, by region and day: a lower region's rule goes before a higher's.
 */
public interface DelegationRuleBook {

    /**
     * The rule of a kind.
     *
     * @throws IllegalStateException if there is none
     */
    DelegationRule on(DelegationKind kind, RegionCode region, LocalDate day);
}
