package org.oneseal.supervision.messaging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Instants as tables keep them, to the microsecond: what is derived now then equals what was
 * derived and written before.
 */
final class Instants {

    private Instants() {}

    static Instant kept(Instant told) {
        return told.truncatedTo(ChronoUnit.MICROS);
    }

    static @Nullable Instant keptIfAny(@Nullable Instant told) {
        return told == null ? null : kept(told);
    }
}
