package org.oneseal.market.projects;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an institution is selected; the numbers are data by region, kind of money and date.
 *
 * @param minimum fewer sign-ups are no draw
 * @param extensions how often sign-up is held open longer before the project fails
 * @param signUp sign-up stays open at least so long
 * @param longestSignUp and at most so long
 * @param valueAfter the public value comes at least so long after the close
 * @param revealWithin a draw not made so long after the public value is void
 * @param confirmDays working days for the drawn institution to confirm
 * @param contractDays working days for the contract after that
 * @param priceLimitFen above it the project belongs to government procurement, null for no limit
 */
public record SelectionRule(
        String id,
        int minimum,
        int extensions,
        Duration extension,
        Duration signUp,
        Duration longestSignUp,
        Duration valueAfter,
        Duration revealWithin,
        int confirmDays,
        int contractDays,
        @Nullable Long priceLimitFen,
        String ground) {}
