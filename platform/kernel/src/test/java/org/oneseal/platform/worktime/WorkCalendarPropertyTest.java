package org.oneseal.platform.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.platform.worktime.WorkCalendar.ZONE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every unit against the walker, over 2010–2027, the last of these years provisional. */
class WorkCalendarPropertyTest {

    private static final long SEED = 20261122;
    private static final int FIRST = (int) LocalDate.of(2010, 1, 1).toEpochDay();
    private static final int DAYS = (int) LocalDate.of(2027, 12, 31).toEpochDay() - FIRST + 1;

    private final WorkCalendar calendar = DecreedCalendar.THROUGH_2026;
    private final Random random = new Random(SEED);

    @Test
    void everyDayIsAWorkingDayOrNotAsTheWalkerSees() {
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = LocalDate.ofEpochDay(FIRST + (long) i);
            assertThat(calendar.isWorkday(day)).as("%s", day).isEqualTo(DayWalker.works(day));
            assertThat(calendar.isProvisional(day)).as("%s", day).isEqualTo(day.getYear() == 2027);
        }
    }

    @Test
    void workingDaysAddSubtractAndCountAsTheWalkerDoes() {
        for (int i = 0; i < 5_000; i++) {
            LocalDate day = day(150);
            int n = random.nextInt(0, 91);
            String as = "seed %d, %d: %s and %d".formatted(SEED, i, day, n);
            LocalDate after = DayWalker.workdaysAfter(day, n);
            LocalDate before = DayWalker.workdaysBefore(day, n);
            LocalDate other = day.plusDays(random.nextInt(0, 120));
            assertThat(calendar.plusWorkdays(day, n)).as(as).isEqualTo(after);
            assertThat(calendar.plusWorkdays(day, -n)).as(as).isEqualTo(before);
            assertThat(calendar.workdaysBetween(day, other))
                    .as(as)
                    .isEqualTo(DayWalker.workdaysIn(day, other));
            assertThat(calendar.workdaysBetween(other, day))
                    .as(as)
                    .isEqualTo(-DayWalker.workdaysIn(day, other));
            assertThat(calendar.minus(noon(day), TimeLimit.workingDays(n)))
                    .as(as)
                    .isEqualTo(close(before));
            if (n > 0) {
                assertThat(calendar.due(noon(day), TimeLimit.workingDays(n)).at())
                        .as(as)
                        .isEqualTo(close(after));
            }
        }
    }

    @Test
    void calendarDaysAndMonthsEndOnTheNextWorkingDayAsTheWalkerDoes() {
        for (int i = 0; i < 5_000; i++) {
            LocalDate day = day(150);
            int days = random.nextInt(1, 91);
            int months = random.nextInt(1, 4);
            String as = "seed %d, %d: %s, %d, %d".formatted(SEED, i, day, days, months);
            assertThat(calendar.due(noon(day), TimeLimit.calendarDays(days)).at())
                    .as(as)
                    .isEqualTo(close(DayWalker.workdayOnOrAfter(day.plusDays(days))));
            assertThat(calendar.due(noon(day), TimeLimit.months(months)).at())
                    .as(as)
                    .isEqualTo(close(DayWalker.workdayOnOrAfter(day.plusMonths(months))));
            assertThat(calendar.minus(noon(day), TimeLimit.calendarDays(days)))
                    .as(as)
                    .isEqualTo(close(day.minusDays(days)));
            assertThat(calendar.minus(noon(day), TimeLimit.months(months)))
                    .as(as)
                    .isEqualTo(close(day.minusMonths(months)));
            LocalDate other = day.plusDays(days);
            assertThat(calendar.between(noon(day), noon(other), LimitUnit.CALENDAR_DAY))
                    .as(as)
                    .isEqualTo(days);
            assertThat(calendar.between(noon(day), noon(day.plusMonths(months)), LimitUnit.MONTH))
                    .as(as)
                    .isEqualTo(
                            day.plusMonths(months).getDayOfMonth() == day.getDayOfMonth()
                                    ? months
                                    : months - 1);
        }
    }

    @Test
    void officeTimeAddsSubtractsAndCountsAsTheWalkerDoesMinuteByMinute() {
        for (int i = 0; i < 2_000; i++) {
            LocalDateTime from = day(40).atStartOfDay().plusMinutes(random.nextInt(0, 1440));
            int minutes = random.nextInt(1, 1_300);
            String as = "seed %d, %d: %s and %d".formatted(SEED, i, from, minutes);
            Duration time = Duration.ofMinutes(minutes);
            assertThat(calendar.plusOfficeTime(instant(from), time))
                    .as(as)
                    .isEqualTo(instant(DayWalker.minutesAfter(from, minutes)));
            assertThat(calendar.plusOfficeTime(instant(from), time.negated()))
                    .as(as)
                    .isEqualTo(instant(DayWalker.minutesBefore(from, minutes)));
            LocalDateTime to = from.plusMinutes(random.nextInt(0, 6_000));
            assertThat(calendar.officeTimeBetween(instant(from), instant(to)).toMinutes())
                    .as(as)
                    .isEqualTo(DayWalker.minutesIn(from, to));
            int hours = 1 + minutes / 60;
            assertThat(calendar.due(instant(from), TimeLimit.officeHours(hours)).at())
                    .as(as)
                    .isEqualTo(instant(DayWalker.minutesAfter(from, hours * 60)));
        }
    }

    private LocalDate day(int margin) {
        return LocalDate.ofEpochDay(FIRST + (long) random.nextInt(margin, DAYS - margin));
    }

    private static Instant noon(LocalDate day) {
        return instant(day.atTime(12, 0));
    }

    private static Instant close(LocalDate day) {
        return instant(day.atTime(17, 0));
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }
}
