package org.oneseal.catalog.indicators;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/** A share, exact and in lowest terms; never with a denominator of zero. */
public record Ratio(long numerator, long denominator) {

    public Ratio {
        if (denominator <= 0) throw new IllegalArgumentException("a share of nothing");
        long common =
                Math.max(
                        1,
                        BigInteger.valueOf(numerator)
                                .gcd(BigInteger.valueOf(denominator))
                                .longValueExact());
        numerator /= common;
        denominator /= common;
    }

    /** The share, or nothing where there is nothing to share. */
    public static Optional<Ratio> of(long part, long whole) {
        return whole == 0 ? Optional.empty() : Optional.of(new Ratio(part, whole));
    }

    /** In per cent with two decimals, half up: for showing only. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(numerator)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP);
    }
}
