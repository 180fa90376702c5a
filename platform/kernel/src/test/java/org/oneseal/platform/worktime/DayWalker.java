package org.oneseal.platform.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts by walking from day to day, and from minute to minute, over the decreed days: a slow
 * reference that shares nothing with what it checks.
 */
final class DayWalker {

    /** The statutory holidays of 2027, as 全国年节及纪念日放假办法 gives them; no decree is out. */
    private static final Set<LocalDate> HOLIDAYS_2027 =
            Stream.of(
                            "2027-01-01",
                            "2027-02-05",
                            "2027-02-06",
                            "2027-02-07",
                            "2027-02-08",
                            "2027-04-05",
                            "2027-05-01",
                            "2027-05-02",
                            "2027-06-09",
                            "2027-09-15",
                            "2027-10-01",
                            "2027-10-02",
                            "2027-10-03")
                    .map(LocalDate::parse)
                    .collect(Collectors.toSet());

    /** A special procedure: days after its start, up to and with its end, are covered. */
    record Pause(LocalDate from, LocalDate to) {
        boolean covers(LocalDate day) {
            return day.isAfter(from) && !day.isAfter(to);
        }
    }

    record Extension(LocalDate on, int by) {}

    private DayWalker() {}

    static boolean works(LocalDate day) {
        if (DecreedCalendar.MAKE_UP_DAYS.containsKey(day)) {
            return true;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !DecreedCalendar.HOLIDAYS.containsKey(day)
                && !HOLIDAYS_2027.contains(day);
    }

    static LocalDate workdaysAfter(LocalDate day, int n) {
        LocalDate at = day;
        for (int left = n; left > 0; ) {
            at = at.plusDays(1);
            left -= works(at) ? 1 : 0;
        }
        return at;
    }

    static LocalDate workdaysBefore(LocalDate day, int n) {
        LocalDate at = day;
        for (int left = n; left > 0; ) {
            at = at.minusDays(1);
            left -= works(at) ? 1 : 0;
        }
        return at;
    }

    static int workdaysIn(LocalDate fromExclusive, LocalDate toInclusive) {
        int count = 0;
        for (LocalDate at = fromExclusive; at.isBefore(toInclusive); ) {
            at = at.plusDays(1);
            count += works(at) ? 1 : 0;
        }
        return count;
    }

    static LocalDate workdayOnOrAfter(LocalDate day) {
        LocalDate at = day;
        while (!works(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    /** Whether the minute that begins then is office time: 09–12 and 13–17 on working days. */
    static boolean open(LocalDateTime minute) {
        int hour = minute.getHour();
        return hour >= 9 && hour < 17 && hour != 12 && works(minute.toLocalDate());
    }

    static LocalDateTime minutesAfter(LocalDateTime from, int minutes) {
        LocalDateTime at = from;
        for (int left = minutes; left > 0; at = at.plusMinutes(1)) {
            left -= open(at) ? 1 : 0;
        }
        return at;
    }

    static LocalDateTime minutesBefore(LocalDateTime from, int minutes) {
        LocalDateTime at = from;
        for (int left = minutes; left > 0; ) {
            at = at.minusMinutes(1);
            left -= open(at) ? 1 : 0;
        }
        return at;
    }

    static int minutesIn(LocalDateTime from, LocalDateTime to) {
        int count = 0;
        for (LocalDateTime at = from; at.isBefore(to); at = at.plusMinutes(1)) {
            count += open(at) ? 1 : 0;
        }
        return count;
    }

    /** The due day of a limit with pauses and extensions, those begun after the due day ignored. */
    static LocalDate due(
            LocalDate start,
            int amount,
            LimitUnit unit,
            List<Pause> pauses,
            List<Extension> extensions) {
        int total = amount;
        LocalDate due = walk(start, total, unit, pauses);
        while (true) {
            int longer = amount;
            for (Extension extension : extensions) {
                longer += extension.on().isAfter(due) ? 0 : extension.by();
            }
            if (longer == total) {
                return due;
            }
            total = longer;
            due = walk(start, total, unit, pauses);
        }
    }

    private static LocalDate walk(LocalDate start, int amount, LimitUnit unit, List<Pause> pauses) {
        LocalDate end = start;
        if (unit == LimitUnit.MONTH) {
            end = start.plusMonths(amount);
            for (LocalDate at = start.plusDays(1); !at.isAfter(end); at = at.plusDays(1)) {
                end = covered(at, pauses) ? end.plusDays(1) : end;
            }
        } else {
            for (int left = amount; left > 0; ) {
                end = end.plusDays(1);
                boolean counts = unit == LimitUnit.CALENDAR_DAY || works(end);
                left -= counts && !covered(end, pauses) ? 1 : 0;
            }
        }
        LocalDate due = workdayOnOrAfter(end);
        for (LocalDate at = end.plusDays(1); ; at = at.plusDays(1)) {
            if (covered(at, pauses)) {
                if (beginning(at, pauses).isAfter(due)) {
                    return due;
                }
                if (unit != LimitUnit.WORKING_DAY || works(at)) {
                    end = at;
                }
                due = workdayOnOrAfter(end);
            } else if (at.isAfter(due)) {
                return due;
            }
        }
    }

    private static boolean covered(LocalDate day, List<Pause> pauses) {
        return pauses.stream().anyMatch(pause -> pause.covers(day));
    }

    /** The day before the unbroken run of covered days in which this one lies. */
    private static LocalDate beginning(LocalDate day, List<Pause> pauses) {
        LocalDate at = day;
        while (covered(at, pauses)) {
            at = at.minusDays(1);
        }
        return at;
    }
}
