package org.oneseal.cases.limits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.TimeLimit;

/** The time rules by region and day. Rules are only added. */
public interface TimeRules {

    /** The nearest region's before one above, the latest before an earlier one. */
    Optional<TimeRule> inForce(RegionCode region, TimeRule.Kind kind, LocalDate day);

    /** The length in force, for kinds that the nation has a rule of. */
    default TimeLimit limit(RegionCode region, TimeRule.Kind kind, LocalDate day) {
        return inForce(region, kind, day)
                .orElseThrow(() -> new IllegalStateException("no time rule: " + kind))
                .limit();
    }

    /** Those of the region and of the regions above it, in the order in which they were added. */
    List<Entry> of(RegionCode region, long afterId, int limit);

    long add(Addition addition, String by, Instant at);

    /**
     * A rule to be added.
     *
     * @param effectiveFrom first day on which it counts
     */
    record Addition(
            RegionCode region, TimeRule.Kind kind, TimeRule rule, LocalDate effectiveFrom) {}

    /** A rule as it stands in the book. */
    record Entry(
            long id,
            String region,
            TimeRule.Kind kind,
            TimeRule rule,
            LocalDate effectiveFrom,
            String addedBy,
            @Nullable Instant addedAt) {}
}
