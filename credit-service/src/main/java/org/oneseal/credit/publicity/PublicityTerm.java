package org.oneseal.credit.publicity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.oneseal.platform.worktime.WorkCalendar;

/**
 * The clock of a record: so many working days after the decision date, counted from the next day. A
 * few steps by hand, because each day is shown to whoever asks.
 */
final class PublicityTerm {

    private PublicityTerm() {}

    /**
     * The last day in time.
     *
     * @throws IllegalStateException if the calendar knows nothing of a past year that is needed
     */
    static PublicityDue due(LocalDate decidedOn, PublicityRule rule, WorkCalendar calendar) {
        LocalDate day = decidedOn;
        LocalDate warnFrom = decidedOn;
        boolean provisional = false;
        for (int counted = 0; counted < rule.workingDays(); ) {
            day = day.plusDays(1);
            provisional |= calendar.isProvisional(day);
            if (calendar.isWorkday(day) && ++counted == rule.warnFrom()) warnFrom = day;
        }
        return new PublicityDue(
                day,
                warnFrom,
                provisional,
                calendar.region().value(),
                String.valueOf(calendar.version()));
    }

    /** Every day from the decision to the last day, with its number or why it does not count. */
    static List<CountedDay> explain(
            LocalDate decidedOn, PublicityRule rule, WorkCalendar calendar) {
        List<CountedDay> days = new ArrayList<>();
        days.add(new CountedDay(decidedOn, 0, "decision-day", calendar.isProvisional(decidedOn)));
        LocalDate day = decidedOn;
        for (int counted = 0; counted < rule.workingDays(); ) {
            day = day.plusDays(1);
            boolean works = calendar.isWorkday(day);
            if (works) counted++;
            days.add(
                    new CountedDay(
                            day,
                            works ? counted : 0,
                            works ? "working-day" : "rest-day",
                            calendar.isProvisional(day)));
        }
        return days;
    }

    /**
     * One day of the explanation.
     *
     * @param number of the working day, 0 where it does not count
     * @param reason decision-day, working-day or rest-day
     */
    record CountedDay(LocalDate day, int number, String reason, boolean provisional) {}
}
