package org.oneseal.cases.promises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/** How long promised materials may follow, by region, item and day. Rules are only added. */
public interface PromiseRules {

    /** The item's own rule before one for all items, the nearest region's before one above. */
    Optional<PromiseRule> inForce(RegionCode region, String itemCode, LocalDate day);

    /** Those of the region and of the regions above it, in the order in which they were added. */
    List<Entry> of(RegionCode region, long afterId, int limit);

    long add(Addition addition, String by, Instant at);

    /**
     * A rule to be added.
     *
     * @param itemCode null for all items
     * @param effectiveFrom first day on which it can be promised under
     */
    record Addition(
            RegionCode region,
            @Nullable String itemCode,
            PromiseRule rule,
            LocalDate effectiveFrom) {}

    /** A rule as it stands in the book. */
    record Entry(
            long id,
            String region,
            @Nullable String itemCode,
            PromiseRule rule,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            String addedBy,
            @Nullable Instant addedAt) {}
}
