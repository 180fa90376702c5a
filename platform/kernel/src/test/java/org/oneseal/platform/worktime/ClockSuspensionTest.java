package org.oneseal.platform.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.platform.worktime.ClockFacts.TWENTY;
import static org.oneseal.platform.worktime.ClockFacts.accepted;
import static org.oneseal.platform.worktime.ClockFacts.after;
import static org.oneseal.platform.worktime.ClockFacts.extended;
import static org.oneseal.platform.worktime.ClockFacts.legalDay;
import static org.oneseal.platform.worktime.ClockFacts.promisedDay;
import static org.oneseal.platform.worktime.ClockFacts.read;
import static org.oneseal.platform.worktime.ClockFacts.resumed;
import static org.oneseal.platform.worktime.ClockFacts.suspended;
import static org.oneseal.platform.worktime.DecreedCalendar.at;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What stops a clock or makes it longer: special procedures and extensions. */
class ClockSuspensionTest {

    @Test
    void aSuspensionEndedTheSameDayIsNoCredit() {
        ClockReading reading =
                read(
                        accepted("2026-11-02 10:00"),
                        suspended("2026-11-04 09:00", "p", 5),
                        resumed("2026-11-04 16:00", "p"));
        assertThat(promisedDay(reading)).isEqualTo("2026-11-09");
    }

    @Test
    void aSuspensionOverAMakeUpSaturdayCreditsIt() {
        // National Day 2026 ends on Wednesday 10-07; Saturday 10-10 is worked
        ClockReading reading =
                read(
                        accepted("2026-10-08 10:00"),
                        suspended("2026-10-09 10:00", "p", 10),
                        resumed("2026-10-12 10:00", "p"));
        assertThat(reading.creditedWorkdays()).isEqualTo(2);
        assertThat(promisedDay(reading)).isEqualTo("2026-10-16");
    }

    @Test
    void overlappingSuspensionsCountOnce() {
        ClockReading reading =
                read(
                        accepted("2026-11-02 10:00"),
                        suspended("2026-11-03 10:00", "a", 5),
                        resumed("2026-11-09 10:00", "a"),
                        suspended("2026-11-05 10:00", "b", 10),
                        resumed("2026-11-12 10:00", "b"));
        assertThat(reading.creditedWorkdays()).isEqualTo(7);
        assertThat(promisedDay(reading)).isEqualTo("2026-11-18");
    }

    @Test
    void anOverrunCountsAsUsedAndIsShown() {
        ClockReading reading =
                read(
                        accepted("2026-11-02 10:00"),
                        suspended("2026-11-03 10:00", "p", 3),
                        resumed("2026-11-12 10:00", "p"),
                        new ClockFact.Decided(at("2026-11-13 10:00"), at("2026-11-13 10:00")));
        assertThat(promisedDay(reading)).isEqualTo("2026-11-12");
        assertThat(reading.creditedWorkdays()).isEqualTo(3);
        assertThat(reading.usedWorkdays()).isEqualTo(6);
        assertThat(reading.procedures())
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.announcedEnd().day()).hasToString("2026-11-06");
                            assertThat(p.overrunWorkdays()).isEqualTo(4);
                        });
        assertThat(reading.isLate(Deadline.PROMISED, Instant.MAX)).isTrue();
        assertThat(reading.isLate(Deadline.LEGAL, Instant.MAX)).isFalse();
    }

    @Test
    void anOpenSuspensionIsProjectedAsAnnouncedAndAnEarlyEndMovesTheDueDateBack() {
        ClockFact accepted = accepted("2026-11-02 10:00");
        ClockFact suspended = suspended("2026-11-03 10:00", "p", 10);
        assertThat(promisedDay(read(accepted, suspended))).isEqualTo("2026-11-23");
        assertThat(promisedDay(read(accepted, suspended, resumed("2026-11-06 10:00", "p"))))
                .isEqualTo("2026-11-12");
        assertThat(promisedDay(read(accepted, suspended, resumed("2026-11-01 10:00", "p"))))
                .isEqualTo("2026-11-09");
    }

    @Test
    void anExtensionWithASuspensionMovesTheLawAndThePromiseOnlyWhenToldTo() {
        ClockFact suspended = suspended("2026-11-03 10:00", "p", 5);
        ClockReading lawOnly =
                read(
                        accepted("2026-11-02 10:00"),
                        suspended,
                        extended("2026-11-10 10:00", 10, false));
        assertThat(legalDay(lawOnly)).isEqualTo(after("2026-11-02", 35));
        assertThat(promisedDay(lawOnly)).isEqualTo(after("2026-11-02", 10));
        ClockReading both =
                read(
                        accepted("2026-11-02 10:00"),
                        suspended,
                        extended("2026-11-10 10:00", 10, true));
        assertThat(legalDay(both)).isEqualTo(after("2026-11-02", 35));
        assertThat(promisedDay(both)).isEqualTo(after("2026-11-02", 20));
    }

    @Test
    void whatBeginsWhenTheDueDateHasPassedMovesNothing() {
        ClockReading reading =
                read(
                        accepted("2026-11-02 10:00"),
                        suspended("2026-11-10 10:00", "late", 5),
                        extended("2026-12-10 10:00", 10, true));
        assertThat(promisedDay(reading)).isEqualTo("2026-11-09");
        assertThat(legalDay(reading)).isEqualTo(after("2026-11-02", 25));
        ClockReading justInTime =
                read(accepted("2026-11-02 10:00"), suspended("2026-11-09 16:00", "p", 5));
        assertThat(promisedDay(justInTime)).isEqualTo("2026-11-16");
    }

    @Test
    void onlyWhatLiesBetweenAcceptanceAndDecisionIsCredited() {
        ClockReading reading =
                read(
                        accepted("2026-11-04 10:00"),
                        suspended("2026-11-02 10:00", "early", 4),
                        suspended("2026-11-09 10:00", "open", 10),
                        new ClockFact.Decided(at("2026-11-11 10:00"), at("2026-11-11 10:00")),
                        suspended("2026-11-12 10:00", "after", 5));
        assertThat(reading.creditedWorkdays()).isEqualTo(4); // 5th, 6th, 10th, 11th
        assertThat(reading.usedWorkdays()).isEqualTo(1); // 9th
        assertThat(promisedDay(reading)).isEqualTo(after("2026-11-04", 9));
    }

    @Test
    void officeHoursStandStillDuringASuspension() {
        TimeLimit four = TimeLimit.officeHours(4);
        ClockFact accepted = accepted("2026-11-03 10:00", TWENTY, four);
        assertThat(read(accepted).promisedDue())
                .isEqualTo(new Due(LocalDate.of(2026, 11, 3), at("2026-11-03 15:00"), false));
        ClockReading paused =
                read(
                        accepted,
                        suspended("2026-11-03 11:00", "p", 1),
                        resumed("2026-11-03 14:00", "p"));
        assertThat(paused.promisedDue())
                .isEqualTo(new Due(LocalDate.of(2026, 11, 3), at("2026-11-03 17:00"), false));
        ClockReading open = read(accepted, suspended("2026-11-03 11:00", "p", 1));
        assertThat(open.promisedDue())
                .isEqualTo(new Due(LocalDate.of(2026, 11, 5), at("2026-11-05 12:00"), false));
    }

    @Test
    void aSuspensionBegunOnTheDayToWhichALimitMovedOnMovesThatDay() {
        TimeLimit sevenDays = TimeLimit.calendarDays(7);
        // the 7th day is Saturday the 14th, which moves on to Monday the 16th
        ClockFact accepted = accepted("2026-11-07 10:00", TimeLimit.months(3), sevenDays);
        assertThat(promisedDay(read(accepted))).isEqualTo("2026-11-16");
        assertThat(
                        promisedDay(
                                read(
                                        accepted,
                                        suspended("2026-11-16 10:00", "p", 10),
                                        resumed("2026-11-18 10:00", "p"))))
                .isEqualTo("2026-11-18");
    }
}
