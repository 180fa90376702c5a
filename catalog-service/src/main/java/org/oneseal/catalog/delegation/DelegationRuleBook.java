package org.oneseal.catalog.delegation;

import java.time.LocalDate;
import java.util.Optional;
import org.oneseal.platform.region.RegionCode;

/**
 * What acts of delegation need, by region and day: a lower region's rule goes before a higher's.
 */
@FunctionalInterface
public interface DelegationRuleBook {

    /** The rule of a kind, empty on a day on which nothing allows such acts. */
    Optional<DelegationRule> on(DelegationKind kind, RegionCode region, LocalDate day);
}
