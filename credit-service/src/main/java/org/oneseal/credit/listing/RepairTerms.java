package org.oneseal.credit.listing;

import java.time.LocalDate;

/**
 * What a regime says about one decision on one day.
 *
 * @param regime the row that governs
 * @param earliest first day on which repair may be applied for, Asia/Shanghai
 * @param last last day on which the information may stay, Asia/Shanghai
 */
public record RepairTerms(
        String regime, LocalDate earliest, LocalDate last, boolean promiseRequired, String ground) {

    /** A month's term ends with the day of that number; the day after, repair is open. */
    static RepairTerms of(
            LocalDate decidedOn, int minMonths, int maxMonths, boolean promise, RepairRegime row) {
        LocalDate earliest =
                minMonths == 0 ? decidedOn : decidedOn.plusMonths(minMonths).plusDays(1);
        return new RepairTerms(
                row.id(), earliest, decidedOn.plusMonths(maxMonths), promise, row.ground());
    }
}
