package org.oneseal.credit.publicity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Share of records that were published in time (七天公示率) among those whose last day lies in the
 * period and that are published or overdue. Exact; rounded for display only.
 *
 * @param late published after their last day (迟报)
 */
public record SevenDayRate(
        LocalDate from, LocalDate to, long numerator, long denominator, long late) {

    public SevenDayRate {
        if (numerator < 0 || late < 0 || numerator + late > denominator) {
            throw new IllegalArgumentException(numerator + "/" + denominator);
        }
    }

    /** Those whose last day has passed unpublished. */
    public long overdue() {
        return denominator - numerator - late;
    }

    /** Percent with two decimals, cut off; null when nothing was due. */
    public @Nullable BigDecimal percent() {
        if (denominator == 0) return null;
        return BigDecimal.valueOf(numerator)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.DOWN);
    }
}
