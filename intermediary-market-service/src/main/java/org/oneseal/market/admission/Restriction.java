package org.oneseal.market.admission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;

/**
 * A listing that keeps somebody out of the market (失信惩戒).
 *
 * @param until last day, null without end
 */
public record Restriction(
        String listing, @Nullable String ground, LocalDate since, @Nullable LocalDate until) {

    public boolean holdsOn(LocalDate day) {
        return !since.isAfter(day) && (until == null || !until.isBefore(day));
    }

    /** Why the institution may not take part. */
    public Objection objection() {
        Objection barred = Objection.of("institution-restricted", listing);
        return ground == null ? barred : barred.withGround(ground);
    }
}
