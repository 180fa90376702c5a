package org.oneseal.platform.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.oneseal.platform.worktime.DecreedCalendar.at;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.oneseal.platform.region.RegionCode;

class WorkCalendarTest {

    private static final RegionCode COUNTY = new RegionCode("431103000000");
    private static final RegionCode CITY = new RegionCode("431100000000");

    private final WorkCalendar calendar = DecreedCalendar.THROUGH_2026;

    @ParameterizedTest
    @CsvSource({
        "5, 2022-04-29, 2022-05-10",
        "5, 2022-04-22, 2022-04-28",
        "5, 2022-09-30, 2022-10-12",
        "5, 2023-01-20, 2023-02-01",
        "20, 2022-04-29, 2022-05-31",
        "20, 2022-12-30, 2023-02-02",
        "45, 2023-01-20, 2023-03-29",
        "3, 2023-06-21, 2023-06-27"
    })
    void workingDaysAreCountedFromTheNextDayOverHolidaysAndMakeUpDays(
            int days, LocalDate from, LocalDate due) {
        assertThat(calendar.plusWorkdays(from, days)).isEqualTo(due);
        assertThat(calendar.workdaysBetween(from, due)).isEqualTo(days);
        assertThat(calendar.workdaysBetween(due, from)).isEqualTo(-days);
        assertThat(calendar.due(calendar.closeOf(from), TimeLimit.workingDays(days)))
                .isEqualTo(new Due(due, at(due + " 17:00"), false));
    }

    @ParameterizedTest
    @CsvSource({"2022, 249", "2023, 249", "2026, 248"})
    void aYearHasAsManyWorkingDaysAsDecreed(int year, int workdays) {
        assertThat(
                        calendar.workdaysBetween(
                                LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(workdays);
    }

    @ParameterizedTest
    @CsvSource({
        "CALENDAR_DAY, 7, 2026-09-30 10:00, 2026-10-08 17:00",
        "WORKING_DAY, 2, 2026-09-30 10:00, 2026-10-09 17:00",
        "CALENDAR_DAY, 3, 2026-11-19 23:59, 2026-11-23 17:00",
        "MONTH, 1, 2026-01-31 10:00, 2026-02-28 17:00",
        "MONTH, 3, 2025-11-30 10:00, 2026-02-28 17:00",
        "MONTH, 1, 2026-09-01 10:00, 2026-10-08 17:00",
        "OFFICE_HOUR, 2, 2026-11-20 16:00, 2026-11-23 10:00",
        "OFFICE_HOUR, 3, 2026-11-20 09:00, 2026-11-20 12:00",
        "OFFICE_HOUR, 4, 2026-11-20 10:00, 2026-11-20 15:00",
        "OFFICE_HOUR, 1, 2026-11-21 10:00, 2026-11-23 10:00",
        "WORKING_DAY, 0, 2026-11-20 16:59, 2026-11-20 17:00",
        "WORKING_DAY, 0, 2026-11-20 17:00, 2026-11-23 17:00",
        "WORKING_DAY, 0, 2026-11-21 08:00, 2026-11-23 17:00",
        "WORKING_DAY, 1, 2026-11-20 23:00, 2026-11-23 17:00",
        "WORKING_DAY, 1, 2026-11-21 10:00, 2026-11-23 17:00",
        "WORKING_DAY, 1, 2026-10-09 10:00, 2026-10-10 17:00"
    })
    void everyUnitEndsAsTheLawSays(LimitUnit unit, int amount, String start, String due) {
        assertThat(calendar.due(at(start), new TimeLimit(amount, unit)).at()).isEqualTo(at(due));
    }

    @Test
    void aRegionMayCountWhatHappensAfterHoursAsTheNextWorkingDay() {
        OfficeHours late = new OfficeHours(OfficeHours.USUAL.spans(), true);
        WorkCalendar strict = WorkCalendar.of(COUNTY, List.of(DecreedCalendar.year(2026, late)));
        TimeLimit oneDay = TimeLimit.workingDays(1);
        assertThat(strict.due(at("2026-11-19 16:59"), oneDay).day()).hasToString("2026-11-20");
        assertThat(strict.due(at("2026-11-19 17:00"), oneDay).day()).hasToString("2026-11-23");
        assertThat(strict.due(at("2026-11-21 10:00"), oneDay).day()).hasToString("2026-11-24");
    }

    @Test
    void aComingYearIsProvisionalAndAPastOneWithoutADecreeAnError() {
        WorkCalendar known2025 = DecreedCalendar.through(2025);
        Due due = known2025.due(at("2025-12-29 10:00"), TimeLimit.workingDays(5));
        assertThat(due).isEqualTo(new Due(LocalDate.of(2026, 1, 6), at("2026-01-06 17:00"), true));
        assertThat(calendar.due(at("2025-12-29 10:00"), TimeLimit.workingDays(5)))
                .isEqualTo(new Due(LocalDate.of(2026, 1, 6), at("2026-01-06 17:00"), false));
        assertThat(known2025.isWorkday(LocalDate.of(2026, 1, 2))).isTrue();
        assertThat(calendar.isWorkday(LocalDate.of(2026, 1, 2))).isFalse();

        assertThatExceptionOfType(UnknownYear.class)
                .isThrownBy(() -> calendar.plusWorkdays(LocalDate.of(2010, 1, 5), -20))
                .satisfies(e -> assertThat(e.year()).isEqualTo(2009));
        assertThatExceptionOfType(UnknownYear.class)
                .isThrownBy(() -> calendar.plusWorkdays(LocalDate.of(2040, 12, 20), 20))
                .satisfies(e -> assertThat(e.year()).isEqualTo(2041));
    }

    @Test
    void aGapBetweenYearsIsNoticedByWhateverCrossesIt() {
        List<CalendarYear> years = DecreedCalendar.years(2010, 2026);
        years.removeIf(year -> year.year() == 2020);
        WorkCalendar gap = WorkCalendar.of(RegionCode.NATION, years);
        assertThat(gap.plusWorkdays(LocalDate.of(2019, 3, 1), 20)).isNotNull();
        assertThat(gap.plusWorkdays(LocalDate.of(2021, 3, 1), 20)).isNotNull();
        assertThatThrownBy(() -> gap.plusWorkdays(LocalDate.of(2019, 12, 27), 20))
                .isInstanceOf(UnknownYear.class);
        assertThatThrownBy(
                        () ->
                                gap.workdaysBetween(
                                        LocalDate.of(2019, 12, 27), LocalDate.of(2021, 3, 1)))
                .isInstanceOf(UnknownYear.class);
        assertThatThrownBy(() -> gap.plusOfficeTime(at("2019-12-27 10:00"), Duration.ofHours(900)))
                .isInstanceOf(UnknownYear.class);
    }

    @ParameterizedTest
    @CsvSource({
        // as decreed: the statutory days are among the days off of the published years
        "2025, 13",
        "2026, 13",
        "2027, 13",
        "2028, 12",
        "2031, 12",
        "2033, 13",
        "2039, 12"
    })
    void aProvisionalYearHasTheStatutoryHolidays(int year, int days) {
        CalendarYear provisional = CalendarYear.provisional(year, OfficeHours.USUAL);
        assertThat(provisional.holidays()).hasSize(days);
        assertThat(provisional.makeUpDays()).isEmpty();
        if (year <= 2026) {
            assertThat(DecreedCalendar.HOLIDAYS.keySet())
                    .containsAll(provisional.holidays().keySet());
        }
    }

    @Test
    void theHashTellsContentAndTheVersionPublications() {
        WorkCalendar again = DecreedCalendar.through(2026);
        assertThat(again.hash()).isEqualTo(calendar.hash()).matches("SM3:[0-9a-f]{64}");
        assertThat(DecreedCalendar.through(2025).hash()).isNotEqualTo(calendar.hash());
        assertThat(calendar.version()).isEqualTo(17);
        WorkCalendar later = calendar.with(COUNTY, 1, Map.of(LocalDate.of(2026, 11, 25), "县庆"));
        assertThat(later.version()).isEqualTo(18);
        assertThat(later.hash()).isNotEqualTo(calendar.hash());
    }

    @Test
    void aRegionAddsItsOwnHolidaysAlsoOnMakeUpDaysAndInProvisionalYears() {
        LocalDate makeUp = LocalDate.of(2026, 10, 10);
        LocalDate coming = LocalDate.of(2027, 11, 25);
        WorkCalendar own =
                calendar.with(
                        COUNTY, 1, Map.of(makeUp, "县庆", coming, "县庆", coming.plusDays(1), "县庆"));
        assertThat(own.region()).isEqualTo(COUNTY);
        assertThat(own.day(makeUp))
                .isEqualTo(new CalendarDay(makeUp, CalendarDay.Kind.HOLIDAY, "县庆"));
        assertThat(own.isWorkday(coming)).isFalse();
        assertThat(own.isWorkday(coming.plusDays(1))).isFalse();
        assertThat(own.isProvisional(coming)).isTrue();
        assertThat(calendar.isWorkday(makeUp)).isTrue();
    }

    @Test
    void theNearestCalendarUpTheTreeGovernsAndTheNationsAtLast() {
        WorkCalendar citys = calendar.with(CITY, 1, Map.of());
        Map<RegionCode, WorkCalendar> published = Map.of(RegionCode.NATION, calendar, CITY, citys);
        WorkCalendars calendars = region -> Optional.ofNullable(published.get(region));
        assertThat(calendars.of(COUNTY)).isSameAs(citys);
        assertThat(calendars.of(new RegionCode("431103001001"))).isSameAs(citys);
        assertThat(calendars.of(new RegionCode("440100000000"))).isSameAs(calendar);
        WorkCalendars none = region -> Optional.empty();
        assertThatThrownBy(() -> none.of(COUNTY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void remainingDaysLeaveOutTheDayItselfAndGoBelowZero() {
        Due due = calendar.due(at("2026-11-16 10:00"), TimeLimit.workingDays(5));
        assertThat(due.day()).hasToString("2026-11-23");
        assertThat(calendar.remainingWorkdays(at("2026-11-19 10:00"), due)).isEqualTo(2);
        assertThat(calendar.remainingWorkdays(at("2026-11-23 18:00"), due)).isZero();
        assertThat(calendar.remainingWorkdays(at("2026-11-25 09:00"), due)).isEqualTo(-2);
        assertThat(calendar.minus(due.at(), TimeLimit.workingDays(2)))
                .isEqualTo(at("2026-11-19 17:00"));
        assertThat(calendar.minus(due.at(), TimeLimit.officeHours(2)))
                .isEqualTo(at("2026-11-23 15:00"));
    }

    @Test
    void aPromiseShorterByTheTableCanStillEndLaterThanTheLaw() {
        TimeLimit promised = TimeLimit.workingDays(4);
        TimeLimit legal = TimeLimit.calendarDays(7);
        assertThat(promised.isWithin(legal)).isTrue();
        assertThat(TimeLimit.workingDays(5).isWithin(legal)).isTrue();
        assertThat(TimeLimit.workingDays(6).isWithin(legal)).isFalse();
        assertThat(TimeLimit.workingDays(20).isWithin(TimeLimit.months(1))).isTrue();
        assertThat(TimeLimit.officeHours(9).isWithin(TimeLimit.workingDays(1))).isFalse();
        UnitTable longWeeks = new UnitTable(6, 7, 31, 7);
        assertThat(longWeeks.isWithin(TimeLimit.workingDays(6), legal)).isTrue();
        assertThat(longWeeks.isWithin(TimeLimit.workingDays(27), TimeLimit.months(1))).isFalse();
        assertThat(longWeeks.workingDays(TimeLimit.officeHours(8))).isEqualTo(2);

        List<PromiseSweep.Offender> offenders =
                PromiseSweep.offenders(calendar, promised, legal, LocalDate.of(2024, 1, 1), 3);
        assertThat(offenders)
                .extracting(PromiseSweep.Offender::startDay)
                .contains(LocalDate.of(2026, 9, 30))
                .doesNotContain(LocalDate.of(2026, 11, 16));
        assertThat(
                        PromiseSweep.offenders(
                                calendar,
                                TimeLimit.workingDays(5),
                                TimeLimit.workingDays(20),
                                LocalDate.of(2024, 1, 1),
                                3))
                .isEmpty();
    }
}
