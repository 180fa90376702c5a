package org.oneseal.supervision.warning;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.supervision.watching.WatchKind;

/**
 * When a card of which colour is drawn, for whom and on what ground (发牌规则). A version never
 * changes; another threshold is a new version.
 *
 * @param region holds there and below, until a rule of the same code stands nearer
 * @param itemCode for this item alone, null for all
 * @param unit of the amount
 * @param limitFrom applies from this promised limit in working days, null without lower bound
 * @param limitTo applies up to this promised limit in working days, null without upper bound
 * @param recipients roles that are told
 * @param effectiveFrom first day; a watch follows the rules of the day it opened
 * @param effectiveTo last day, null while in force
 */
public record CardRule(
        String code,
        int version,
        RegionCode region,
        @Nullable String itemCode,
        WatchKind kind,
        Colour colour,
        Measure measure,
        int amount,
        LimitUnit unit,
        @Nullable Integer limitFrom,
        @Nullable Integer limitTo,
        int priority,
        String ground,
        List<String> recipients,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {

    public CardRule {
        recipients = List.copyOf(recipients);
        if (amount < 0) throw new IllegalArgumentException("amount " + amount);
    }

    boolean isInForce(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    /** True if the rule speaks about a promise of this length; a null length fits open bounds. */
    boolean fits(@Nullable Integer promisedDays) {
        if (limitFrom == null && limitTo == null) return true;
        return promisedDays != null
                && (limitFrom == null || promisedDays >= limitFrom)
                && (limitTo == null || promisedDays <= limitTo);
    }
}
