package org.oneseal.catalog.web;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.indicators.Ratio;

/** A share, exact; the percentage is rounded half up and for showing only. */
record RatioView(long numerator, long denominator, BigDecimal percent) {

    /** Null where there is nothing to share. */
    static @Nullable RatioView of(Optional<Ratio> ratio) {
        return ratio.map(r -> new RatioView(r.numerator(), r.denominator(), r.percent()))
                .orElse(null);
    }
}
