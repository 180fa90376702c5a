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
 * @param condition which watches it speaks of, in CEL over their {@link Trait}s; empty for all
 * @param priority of two rules reached in the same instant the higher one draws
 * @param recipients roles that are told
 * @param issuing when a card that was drawn is issued
 * @param terms times of the card's loop
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
        String condition,
        int priority,
        String ground,
        List<String> recipients,
        Issuing issuing,
        CardTerms terms,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {

    public CardRule {
        recipients = List.copyOf(recipients);
        if (amount < 0) throw new IllegalArgumentException("amount " + amount);
    }

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    /** The same rule under another version number. */
    public CardRule asVersion(int number) {
        return with(number, effectiveFrom, effectiveTo);
    }

    /** The same version with a last day. */
    public CardRule until(LocalDate lastDay) {
        return with(version, effectiveFrom, lastDay);
    }

    /** The same version as if it had been in force from that day on without end. */
    public CardRule since(LocalDate day) {
        return with(version, day, null);
    }

    private CardRule with(int number, LocalDate from, @Nullable LocalDate to) {
        return new CardRule(
                code,
                number,
                region,
                itemCode,
                kind,
                colour,
                measure,
                amount,
                unit,
                condition,
                priority,
                ground,
                recipients,
                issuing,
                terms,
                from,
                to);
    }
}
