package org.oneseal.credit.listing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a regime of repair (信用修复): how long information of a class stays at least and most.
 *
 * @param rank how near the region of the row is; of several rows that fit, the nearest counts
 * @param informationClass null for every class
 * @param field null for every field
 * @param minMonths before repair may be applied for, from the decision; 0 for at once
 * @param maxMonths after which it ends by itself, from the decision
 * @param effectiveTo first day on which it is no longer in force, null while it is
 */
public record RepairRegime(
        String id,
        int rank,
        @Nullable InformationClass informationClass,
        @Nullable SafetyField field,
        int minMonths,
        int maxMonths,
        boolean promiseRequired,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String ground) {

    public RepairRegime {
        if (minMonths < 0 || maxMonths < minMonths) throw new IllegalArgumentException(id);
    }

    boolean inForceOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || day.isBefore(effectiveTo));
    }

    boolean fits(InformationClass wanted, @Nullable SafetyField where) {
        return (informationClass == null || informationClass == wanted)
                && (field == null || field == where);
    }
}
