package org.oneseal.market.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.projects.Terms;

/**
 * A rule of selection.
 *
 * @param region whose rule it is, twelve digits; regions below inherit it
 * @param effectiveFrom first day, today at the earliest
 * @param minimum fewer sign-ups are no draw
 * @param extensions how often sign-up is held open longer, each time by the hours given
 * @param signUpMinutes sign-up stays open at least so long
 * @param signUpDays and at most so long
 * @param valueMinutes the public value comes at least so long after the close
 * @param revealMinutes a draw not made so long after the value is void
 * @param confirmDays working days for the drawn institution to confirm
 * @param contractDays working days for the contract after that
 * @param priceLimitFen above it a project belongs to government procurement; null for no limit
 * @param ground by which document the rule was set
 */
record SelectionRuleRequest(
        @NotNull @Size(max = 12) String region,
        @NotNull Terms.Fund fund,
        @NotNull LocalDate effectiveFrom,
        @Min(1) @Max(1000) int minimum,
        @Min(0) @Max(10) int extensions,
        @Min(1) @Max(720) int extensionHours,
        @Min(1) @Max(43_200) int signUpMinutes,
        @Min(1) @Max(90) int signUpDays,
        @Min(1) @Max(20_160) int valueMinutes,
        @Min(1) @Max(1440) int revealMinutes,
        @Min(1) @Max(90) int confirmDays,
        @Min(1) @Max(180) int contractDays,
        @Nullable @Min(1) @Max(1_000_000_000_000L) Long priceLimitFen,
        @NotBlank @Size(max = 300) String ground) {}
