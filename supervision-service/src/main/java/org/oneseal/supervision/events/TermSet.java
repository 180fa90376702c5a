package org.oneseal.supervision.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The limit of a clock that no item states was set for a region (监察时限设定).
 *
 * @param stage what is waited for, null for every stage of the kind without a limit of its own
 */
public record TermSet(
        String kind,
        @Nullable String stage,
        String region,
        int amount,
        String unit,
        String ground,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String by)
        implements SupervisionEvent {

    @Override
    public String type() {
        return "supervision.term-set";
    }
}
