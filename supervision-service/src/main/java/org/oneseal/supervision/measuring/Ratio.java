package org.oneseal.supervision.measuring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact ratio with its percentage for the eye.
 *
 * @param percent two decimals, truncated; null where the denominator is zero
 */
public record Ratio(long numerator, long denominator, @Nullable BigDecimal percent) {

    private static final long HUNDREDTHS = 10_000;

    /** Up to here hundredths of a percent can be reckoned without numbers of any length. */
    private static final long SMALL = Long.MAX_VALUE / HUNDREDTHS;

    public static Ratio of(long numerator, long denominator) {
        return new Ratio(
                numerator, denominator, denominator == 0 ? null : percent(numerator, denominator));
    }

    private static BigDecimal percent(long numerator, long denominator) {
        if (Math.abs(numerator) <= SMALL && numerator != Long.MIN_VALUE) {
            return BigDecimal.valueOf(numerator * HUNDREDTHS / denominator, 2);
        }
        return BigDecimal.valueOf(numerator)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.DOWN);
    }
}
