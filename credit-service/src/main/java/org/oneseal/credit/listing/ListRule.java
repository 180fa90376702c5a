package org.oneseal.credit.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of list as in force when a subject is proposed; a row of data that is pinned then.
 *
 * @param id names the row, for explanations
 * @param code of the kind, such as {@code promise-breach}
 * @param basis the law that allows this list; there is no list without one
 * @param statementDays working days to state one's view, after the day of the notice
 * @param rectificationDays working days to make an overdue promise good before a notice
 * @param disputeDays working days to answer a dispute
 * @param repairDays working days to answer an application for repair
 * @param months how long a listing holds, null for as long as the regime allows
 */
public record ListRule(
        String id,
        String code,
        String name,
        String basis,
        InformationClass informationClass,
        List<Measure> measures,
        int statementDays,
        int rectificationDays,
        int disputeDays,
        int repairDays,
        @Nullable Integer months,
        String remedy) {

    public ListRule {
        measures = List.copyOf(measures);
    }

    /** What the listed may not do (惩戒措施), and the law that says so. */
    public record Measure(String kind, String ground) {}
}
