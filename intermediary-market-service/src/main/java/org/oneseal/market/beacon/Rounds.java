package org.oneseal.market.beacon;

import java.time.Duration;
import java.time.Instant;
import org.oneseal.market.projects.PublicValues.Coming;

/** The rounds of a source that publishes one value a period, numbered from 1. */
record Rounds(String source, Instant genesis, Duration period) {

    /** The first round that comes out at that instant or later. */
    Coming firstFrom(Instant instant) {
        long number = 1;
        if (instant.isAfter(genesis)) {
            long elapsed = Duration.between(genesis, instant).toMillis();
            if (Duration.ofMillis(elapsed).compareTo(Duration.between(genesis, instant)) < 0) {
                elapsed++;
            }
            number = 1 + Math.ceilDiv(elapsed, period.toMillis());
        }
        return new Coming(
                source,
                Long.toString(number),
                genesis.plusMillis(Math.multiplyExact(number - 1, period.toMillis())));
    }
}
