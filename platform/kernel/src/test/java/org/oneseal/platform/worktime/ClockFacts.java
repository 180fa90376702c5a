package org.oneseal.platform.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.platform.worktime.DecreedCalendar.at;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Clocks of November 2026, when every weekday is a working day: Monday the 2nd, 9th, 16th, 23rd and
 * 30th.
 */
final class ClockFacts {

    static final WorkCalendar CALENDAR = DecreedCalendar.THROUGH_2026;
    static final TimeLimit TWENTY = TimeLimit.workingDays(20);
    static final TimeLimit FIVE = TimeLimit.workingDays(5);

    private ClockFacts() {}

    /** As read in January 2027, in whatever order the facts became known. */
    static ClockReading read(ClockFact... facts) {
        List<ClockFact> reversed = new ArrayList<>(Arrays.asList(facts)).reversed();
        ClockReading reading =
                ClockReading.of(ClockLedger.of(facts), CALENDAR, at("2027-01-05 10:00"));
        assertThat(ClockReading.of(new ClockLedger(reversed), CALENDAR, at("2027-01-05 10:00")))
                .isEqualTo(reading);
        return reading;
    }

    /** Twenty working days by law and five as promised. */
    static ClockFact accepted(String at) {
        return accepted(at, TWENTY, FIVE);
    }

    static ClockFact accepted(String at, @Nullable TimeLimit legal, @Nullable TimeLimit promised) {
        return new ClockFact.Accepted(at(at), at(at), legal, promised, null);
    }

    static ClockFact suspended(String at, String id, int days) {
        return new ClockFact.Suspended(
                at(at), at(at), id, "expert-review", TimeLimit.workingDays(days));
    }

    static ClockFact resumed(String at, String id) {
        return new ClockFact.Resumed(at(at), at(at), id);
    }

    static ClockFact extended(String at, int days, boolean movesPromise) {
        return new ClockFact.Extended(at(at), at(at), TimeLimit.workingDays(days), movesPromise);
    }

    /** By counting the days one by one. */
    static String after(String date, int workdays) {
        return DayWalker.workdaysAfter(LocalDate.parse(date), workdays).toString();
    }

    static String legalDay(ClockReading reading) {
        Due due = reading.legalDue();
        return due == null ? "" : due.day().toString();
    }

    static String promisedDay(ClockReading reading) {
        Due due = reading.promisedDue();
        return due == null ? "" : due.day().toString();
    }
}
