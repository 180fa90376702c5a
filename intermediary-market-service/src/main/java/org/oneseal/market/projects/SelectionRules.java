package org.oneseal.market.projects;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;

/**
 * The rules of selection; a region inherits from those above it, the nearest governs. They are only
 * added, so that a project can always be read beside the rule it was announced by.
 */
public interface SelectionRules {

    /**
     * The nearest rule in force.
     *
     * @throws IllegalStateException if no rule covers the date
     */
    SelectionRule inForce(RegionCode region, Terms.Fund fund, LocalDate day);

    /** Those of the region and of the regions above it, nearest first, latest first. */
    Page<Entry> of(RegionCode region, PageRequest page);

    /** False, and nothing added, where the region has a rule for that money from that very day. */
    boolean add(Addition addition, String by, Instant at);

    /** A rule for a region and a kind of money from a day on, Asia/Shanghai. */
    record Addition(
            RegionCode region, Terms.Fund fund, LocalDate effectiveFrom, SelectionRule rule) {}

    /**
     * A rule as it stands in the book.
     *
     * @param lastDay the day before a later one begins, null while there is none
     * @param setAt null for those that came with the platform
     */
    record Entry(
            Addition set, @Nullable LocalDate lastDay, String setBy, @Nullable Instant setAt) {}
}
