package org.oneseal.credit.publicity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Share of records that were published in time (七天公示率) among those whose last day lies in the
 * period and that are published or overdue. Exact; rounded for display only.
 */
public record SevenDayRate(LocalDate from, LocalDate to, long numerator, long denominator) {

    public SevenDayRate {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException(numerator + "/" + denominator);
        }
    }

    /** Percent with two decimals, cut off; null when nothing was due. */
    public @Nullable BigDecimal percent() {
        if (denominator == 0) return null;
        return BigDecimal.valueOf(numerator)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.DOWN);
    }
}
