package org.oneseal.platform.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.platform.worktime.ClockFacts.CALENDAR;
import static org.oneseal.platform.worktime.ClockFacts.FIVE;
import static org.oneseal.platform.worktime.ClockFacts.TWENTY;
import static org.oneseal.platform.worktime.ClockFacts.accepted;
import static org.oneseal.platform.worktime.ClockFacts.legalDay;
import static org.oneseal.platform.worktime.ClockFacts.promisedDay;
import static org.oneseal.platform.worktime.ClockFacts.read;
import static org.oneseal.platform.worktime.ClockFacts.suspended;
import static org.oneseal.platform.worktime.DecreedCalendar.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a clock is due, by the law and by the promise, and how much of its time is used. */
class ClockReadingTest {

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

    private static ClockReading declared(String due) {
        return read(
                new ClockFact.Accepted(
                        at("2026-11-02 10:00"), at("2026-11-02 10:00"), TWENTY, FIVE, at(due)));
    }
}
