package org.oneseal.cases.office;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/** The rules of offices by region and day. Rules are only added. */
public interface OfficeRules {

    /**
     * The nearest region's before one above, the latest before an earlier one; the nation has one
     * of each kind.
     */
    OfficeRule inForce(RegionCode region, OfficeRule.Kind kind, LocalDate day);

    /** Those of the region and of the regions above it, in the order in which they were added. */
    List<Entry> of(RegionCode region, long afterId, int limit);

    long add(Addition addition, String by, Instant at);

    /**
     * A rule to be added.
     *
     * @param effectiveFrom first day on which it counts
     */
    record Addition(
            RegionCode region, OfficeRule.Kind kind, OfficeRule rule, LocalDate effectiveFrom) {}

    /** A rule as it stands in the book. */
    record Entry(
            long id,
            String region,
            OfficeRule.Kind kind,
            OfficeRule.Unit unit,
            OfficeRule rule,
            LocalDate effectiveFrom,
            String addedBy,
            @Nullable Instant addedAt) {}
}
