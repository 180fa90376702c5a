package org.oneseal.platform.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.platform.worktime.ClockFacts.CALENDAR;
import static org.oneseal.platform.worktime.ClockFacts.TWENTY;
import static org.oneseal.platform.worktime.ClockFacts.accepted;
import static org.oneseal.platform.worktime.ClockFacts.resumed;
import static org.oneseal.platform.worktime.ClockFacts.suspended;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.worktime.ExplainedDay.Kind;
import org.oneseal.platform.worktime.ExplainedDay.Mark;

/** Each day of a clock says how it counts and why. */
class ExplainedDayTest {

    @Test
    void everyDayIsExplained() {
        List<ExplainedDay> days =
                ExplainedDay.of(
                        ClockLedger.of(
                                accepted("2026-09-29 10:00"),
                                suspended("2026-10-08 10:00", "p", 2),
                                resumed("2026-10-12 10:00", "p")),
                        CALENDAR,
                        Deadline.PROMISED);
        assertThat(days.getFirst().kind()).isEqualTo(Kind.START);
        assertThat(days)
                .extracting(d -> d.date().getDayOfMonth() + " " + d.kind() + " " + d.count())
                .containsExactly(
                        "29 START 0",
                        "30 COUNTED 1",
                        "1 HOLIDAY 1",
                        "2 HOLIDAY 1",
                        "3 HOLIDAY 1",
                        "4 HOLIDAY 1",
                        "5 HOLIDAY 1",
                        "6 HOLIDAY 1",
                        "7 HOLIDAY 1",
                        "8 COUNTED 2",
                        "9 SUSPENDED 2",
                        "10 SUSPENDED 2",
                        "11 REST_DAY 2",
                        "12 COUNTED 3",
                        "13 COUNTED 4",
                        "14 COUNTED 5");
        assertThat(days.get(2).name()).isEqualTo("国庆节");
        assertThat(days.get(9).marks()).containsExactly(Mark.SUSPENDED);
        assertThat(days.get(10).procedures()).containsExactly("p");
        assertThat(days.get(13).procedures()).as("runs longer than announced").containsExactly("p");
        assertThat(days.get(13).marks()).containsExactly(Mark.RESUMED);
        assertThat(days.getLast().marks()).isEqualTo(Set.of(Mark.PROMISED_DUE));
    }

    @Test
    void theExplanationShowsMakeUpDaysAndDaysMovedOn() {
        List<ExplainedDay> worked =
                ExplainedDay.of(
                        ClockLedger.of(
                                accepted("2026-10-09 10:00", TWENTY, TimeLimit.workingDays(1))),
                        CALENDAR,
                        Deadline.PROMISED);
        assertThat(worked).extracting(ExplainedDay::kind).containsExactly(Kind.START, Kind.MAKE_UP);
        List<ExplainedDay> moved =
                ExplainedDay.of(
                        ClockLedger.of(
                                accepted("2026-11-19 10:00", null, TimeLimit.calendarDays(2))),
                        CALENDAR,
                        Deadline.PROMISED);
        assertThat(moved)
                .extracting(ExplainedDay::kind)
                .containsExactly(
                        Kind.START, Kind.COUNTED, Kind.COUNTED, Kind.MOVED_ON, Kind.MOVED_ON);
        assertThat(
                        ExplainedDay.of(
                                ClockLedger.of(
                                        accepted(
                                                "2026-11-19 15:00",
                                                null,
                                                TimeLimit.officeHours(4))),
                                CALENDAR,
                                Deadline.PROMISED))
                .extracting(ExplainedDay::count)
                .containsExactly(2L, 4L);
        assertThat(ExplainedDay.of(ClockLedger.EMPTY, CALENDAR, Deadline.LEGAL)).isEmpty();
    }
}
