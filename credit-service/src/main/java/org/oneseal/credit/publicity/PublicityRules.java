package org.oneseal.credit.publicity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/** The rules of publicity, by region, item and date; a region inherits from those above it. */
public interface PublicityRules {

    /**
     * The most specific rule in force: one for the item before one for all, a near region before a
     * far one.
     *
     * @throws IllegalStateException if no rule covers the date
     */
    PublicityRule inForce(RegionCode region, @Nullable String itemCode, LocalDate day);
}
