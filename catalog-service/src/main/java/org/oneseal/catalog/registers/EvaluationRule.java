package org.oneseal.catalog.registers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.regions.Regional;

/**
 * What may be evaluated for an area at once (区域评估), from a day on.
 *
 * @param region twelve digits with everything below, null for the whole country
 * @param from first day it holds, null where nobody knows it
 * @param until first day it no longer holds, null for no end
 * @param ground what lays it down, null where nobody knows it
 * @param kinds what may be evaluated so
 * @param mostMonths how long an evaluation may hold, null for any time
 */
public record EvaluationRule(
        @Nullable String region,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String ground,
        List<String> kinds,
        @Nullable Integer mostMonths)
        implements Regional {

    public EvaluationRule {
        kinds = List.copyOf(kinds);
    }

    /** Whether what begins on one day and ends on another holds too long. */
    public boolean exceeds(LocalDate first, LocalDate last) {
        return mostMonths != null && !last.isBefore(first.plusMonths(mostMonths));
    }
}
