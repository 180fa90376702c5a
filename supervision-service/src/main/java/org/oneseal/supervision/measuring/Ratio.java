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

    public static Ratio of(long numerator, long denominator) {
        return new Ratio(
                numerator,
                denominator,
                denominator == 0
                        ? null
                        : BigDecimal.valueOf(numerator)
                                .multiply(BigDecimal.valueOf(100))
                                .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.DOWN));
    }
}
