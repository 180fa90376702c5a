package org.oneseal.market.web;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.projects.Terms;

/**
 * A rule of selection as it stands.
 *
 * @param effectiveTo last day, null while no later rule is set
 * @param governs whether it is the one that a project announced today in the region follows
 * @param setAt null for a rule that came with the platform
 */
record SelectionRuleView(
        String id,
        String region,
        Terms.Fund fund,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        boolean governs,
        int minimum,
        int extensions,
        long extensionHours,
        long signUpMinutes,
        long signUpDays,
        long valueMinutes,
        long revealMinutes,
        int confirmDays,
        int contractDays,
        @Nullable Long priceLimitFen,
        String ground,
        @Nullable Instant setAt) {}
