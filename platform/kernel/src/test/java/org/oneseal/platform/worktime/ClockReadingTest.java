package org.oneseal.platform.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.platform.worktime.DecreedCalendar.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.worktime.ExplainedDay.Kind;
import org.oneseal.platform.worktime.ExplainedDay.Mark;

/**
 * Clocks of November 2026, when every weekday is a working day: Monday the 2nd, 9th, 16th, 23rd and
 * 30th.
 */
class ClockReadingTest {

    private static final WorkCalendar CALENDAR = DecreedCalendar.THROUGH_2026;
    private static final TimeLimit TWENTY = TimeLimit.workingDays(20);
    private static final TimeLimit FIVE = TimeLimit.workingDays(5);

    @Test
    void aClockWithoutSuspensionRunsFromTheDayAfterAcceptance() {
        ClockReading reading = read(accepted("2026-11-02 10:00"));
        assertThat(reading.startDay()).hasToString("2026-11-02");
        assertThat(reading.promisedDue())
                .isEqualTo(new Due(LocalDate.of(2026, 11, 9), at("2026-11-09 17:00"), false));
        assertThat(legalDay(reading)).isEqualTo("2026-11-30");
        assertThat(reading.provisional()).isFalse();
    }

    @Test
    void beforeAcceptanceNothingIsDueAndNothingUsed() {
        ClockReading reading =
                read(new ClockFact.Received(at("2026-11-02 10:00"), Instant.EPOCH, null));
        assertThat(reading.legalDue()).isNull();
        assertThat(reading.promisedDue()).isNull();
        assertThat(reading.usedWorkdays()).isNull();
        assertThat(reading.isLate(Deadline.LEGAL, Instant.MAX)).isFalse();
    }

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
    void aStartAfterHoursOrOnADayOfRestCountsFromTheNextDayToo() {
        assertThat(promisedDay(read(accepted("2026-11-06 22:00")))).isEqualTo("2026-11-13");
        assertThat(promisedDay(read(accepted("2026-11-07 10:00")))).isEqualTo("2026-11-13");
        assertThat(promisedDay(read(accepted("2026-11-08 10:00")))).isEqualTo("2026-11-13");
    }

    @Test
    void aClockThatReachesAComingYearIsProvisionalAndTheDecreeMovesIt() {
        ClockLedger ledger = ClockLedger.of(accepted("2025-12-29 10:00"));
        WorkCalendar before = DecreedCalendar.through(2025);
        ClockReading provisional = ClockReading.of(ledger, before, at("2025-12-30 10:00"));
        ClockReading decreed = ClockReading.of(ledger, CALENDAR, at("2025-12-30 10:00"));
        assertThat(provisional.provisional()).isTrue();
        assertThat(legalDay(provisional)).isEqualTo("2026-01-27");
        assertThat(decreed.provisional()).isFalse();
        // decreed: the 2nd off, Sunday the 4th worked
        assertThat(legalDay(decreed)).isEqualTo("2026-01-27");
        assertThat(CALENDAR.plusWorkdays(LocalDate.of(2025, 12, 29), 3))
                .isNotEqualTo(before.plusWorkdays(LocalDate.of(2025, 12, 29), 3));

        ClockFact.Rebased rebased =
                new ClockFact.Rebased(
                        at("2025-12-30 09:00"),
                        at("2025-12-30 09:00"),
                        "decree 2026",
                        CALENDAR.hash(),
                        provisional.legalDue(),
                        decreed.legalDue(),
                        provisional.promisedDue(),
                        decreed.promisedDue());
        ClockReading noted =
                ClockReading.of(ledger.with(rebased), CALENDAR, at("2025-12-30 10:00"));
        assertThat(noted.rebases()).containsExactly(rebased);
        assertThat(noted.legalDue()).isEqualTo(decreed.legalDue());
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
    void thePromiseNeverEndsAfterTheLaw() {
        ClockReading reading =
                read(
                        new ClockFact.Accepted(
                                at("2026-09-30 10:00"),
                                at("2026-09-30 10:00"),
                                TimeLimit.calendarDays(7),
                                TimeLimit.workingDays(2),
                                null));
        assertThat(legalDay(reading)).isEqualTo("2026-10-08");
        assertThat(promisedDay(reading)).isEqualTo("2026-10-08");
        ClockReading noPromise = read(accepted("2026-11-02 10:00", FIVE, null));
        assertThat(noPromise.promisedDue()).isEqualTo(noPromise.legalDue());
        ClockReading noLaw = read(accepted("2026-11-02 10:00", null, FIVE));
        assertThat(noLaw.legalDue()).isNull();
        assertThat(promisedDay(noLaw)).isEqualTo("2026-11-09");
    }

    @Test
    void atOnceMeansByCloseOfBusiness() {
        TimeLimit atOnce = TimeLimit.workingDays(0);
        assertThat(promisedDay(read(accepted("2026-11-06 10:00", TWENTY, atOnce))))
                .isEqualTo("2026-11-06");
        assertThat(promisedDay(read(accepted("2026-11-06 18:00", TWENTY, atOnce))))
                .isEqualTo("2026-11-09");
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

    @Test
    void theSourcesDueDateGovernsWhereItIsEarlierAndIsAFindingWhereLater() {
        ClockReading earlier = declared("2026-11-20 12:00");
        assertThat(earlier.legalDue())
                .isEqualTo(new Due(LocalDate.of(2026, 11, 20), at("2026-11-20 12:00"), false));
        assertThat(earlier.declaredLater()).isFalse();
        ClockReading later = declared("2026-12-20 12:00");
        assertThat(legalDay(later)).isEqualTo("2026-11-30");
        assertThat(later.declaredLater()).isTrue();
    }

    @Test
    void withoutACalendarTheDeclaredInstantAloneGoverns() {
        Instant due = Instant.parse("2011-05-06T22:00:00Z");
        ClockLedger ledger =
                ClockLedger.of(
                        new ClockFact.Received(
                                Instant.parse("2011-03-01T08:00:00Z"), Instant.EPOCH, due),
                        new ClockFact.Finished(due.plusSeconds(1), Instant.EPOCH));
        ClockReading reading = ClockReading.instantsOnly(ledger);
        assertThat(reading.legalDue()).isEqualTo(new Due(LocalDate.of(2011, 5, 7), due, false));
        assertThat(reading.usedWorkdays()).isNull();
        assertThat(reading.isLate(Deadline.LEGAL, Instant.EPOCH)).isTrue();
    }

    @Test
    void usedTimeGrowsWithTheMomentOfReadingAndDueDatesDoNot() {
        ClockLedger ledger =
                ClockLedger.of(accepted("2026-11-02 10:00"), suspended("2026-11-04 10:00", "p", 2));
        List<Integer> used = new ArrayList<>();
        for (int day = 2; day <= 10; day++) {
            Instant asOf =
                    LocalDate.of(2026, 11, day).atTime(12, 0).atZone(WorkCalendar.ZONE).toInstant();
            ClockReading reading = ClockReading.of(ledger, CALENDAR, asOf);
            used.add(reading.usedWorkdays());
            assertThat(promisedDay(reading)).isEqualTo("2026-11-11");
        }
        assertThat(used).containsExactly(0, 1, 2, 2, 2, 2, 2, 3, 4);
    }

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

    private static ClockReading declared(String due) {
        return read(
                new ClockFact.Accepted(
                        at("2026-11-02 10:00"), at("2026-11-02 10:00"), TWENTY, FIVE, at(due)));
    }

    private static ClockReading read(ClockFact... facts) {
        List<ClockFact> reversed = new ArrayList<>(Arrays.asList(facts)).reversed();
        ClockReading reading =
                ClockReading.of(ClockLedger.of(facts), CALENDAR, at("2027-01-05 10:00"));
        assertThat(ClockReading.of(new ClockLedger(reversed), CALENDAR, at("2027-01-05 10:00")))
                .isEqualTo(reading);
        return reading;
    }

    private static ClockFact accepted(String at) {
        return accepted(at, TWENTY, FIVE);
    }

    private static ClockFact accepted(
            String at, @Nullable TimeLimit legal, @Nullable TimeLimit promised) {
        return new ClockFact.Accepted(at(at), at(at), legal, promised, null);
    }

    private static ClockFact suspended(String at, String id, int days) {
        return new ClockFact.Suspended(
                at(at), at(at), id, "expert-review", TimeLimit.workingDays(days));
    }

    private static ClockFact resumed(String at, String id) {
        return new ClockFact.Resumed(at(at), at(at), id);
    }

    private static ClockFact extended(String at, int days, boolean movesPromise) {
        return new ClockFact.Extended(at(at), at(at), TimeLimit.workingDays(days), movesPromise);
    }

    private static String after(String date, int workdays) {
        return DayWalker.workdaysAfter(LocalDate.parse(date), workdays).toString();
    }

    private static String legalDay(ClockReading reading) {
        Due due = reading.legalDue();
        return due == null ? "" : due.day().toString();
    }

    private static String promisedDay(ClockReading reading) {
        Due due = reading.promisedDue();
        return due == null ? "" : due.day().toString();
    }
}
