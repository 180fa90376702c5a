package org.oneseal.market.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A region's rule of selection was set; it governs what is announced from its first day on.
 *
 * @param effectiveFrom first day, Asia/Shanghai
 * @param signUpMinutes sign-up stays open at least so long
 * @param signUpDays and at most so long
 * @param valueMinutes the public value comes at least so long after the close
 * @param revealMinutes a draw not made so long after the value is void
 * @param confirmDays working days, as are those of the contract
 * @param priceLimitFen null for no limit
 */
public record SelectionRuleSet(
        String ruleId,
        String region,
        String fund,
        LocalDate effectiveFrom,
        int minimum,
        int extensions,
        int extensionHours,
        int signUpMinutes,
        int signUpDays,
        int valueMinutes,
        int revealMinutes,
        int confirmDays,
        int contractDays,
        @Nullable Long priceLimitFen,
        String ground)
        implements MarketEvent {

    @Override
    public String type() {
        return "market.selection-rule-set";
    }
}
