package org.oneseal.platform.worktime;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The 13 public holidays of 全国年节及纪念日放假办法, in force since 2025-01-01: New Year 1 day, Spring
 * Festival 4 (from the eve), Qingming 1, Labour Day 2, Dragon Boat 1, Mid-Autumn 1, National Day 3.
 */
final class StatutoryHolidays {

    static final int LAST_YEAR = 2040;

    /**
     * Year, then 正月初一, 清明, 五月初五 and 八月十五. Computed from the new moons and solar longitudes at 120°
     * E (Meeus, Astronomical Algorithms, ch. 25 and 49; months numbered as GB/T 33661 does) and
     * compared with the decrees of 2010–2026.
     */
    private static final String LUNAR =
            """
            2025 01-29 04-04 05-31 10-06
            2026 02-17 04-05 06-19 09-25
            2027 02-06 04-05 06-09 09-15
            2028 01-26 04-04 05-28 10-03
            2029 02-13 04-04 06-16 09-22
            2030 02-03 04-05 06-05 09-12
            2031 01-23 04-05 06-24 10-01
            2032 02-11 04-04 06-12 09-19
            2033 01-31 04-04 06-01 09-08
            2034 02-19 04-05 06-20 09-27
            2035 02-08 04-05 06-10 09-16
            2036 01-28 04-04 05-30 10-04
            2037 02-15 04-04 06-18 09-24
            2038 02-04 04-05 06-07 09-13
            2039 01-24 04-05 05-27 10-02
            2040 02-12 04-04 06-14 09-20
            """;

    private static final Map<Integer, String[]> BY_YEAR =
            LUNAR.lines()
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(row -> Integer.valueOf(row[0]), Function.identity()));

    private StatutoryHolidays() {}

    static SortedMap<LocalDate, String> of(int year) {
        String @Nullable [] row = BY_YEAR.get(year);
        if (row == null) {
            throw new UnknownYear(year);
        }
        SortedMap<LocalDate, String> days = new TreeMap<>();
        days.put(LocalDate.of(year, 1, 1), "元旦");
        put(days, "春节", date(year, row[1]).minusDays(1), 4);
        put(days, "清明", date(year, row[2]), 1);
        put(days, "劳动节", LocalDate.of(year, 5, 1), 2);
        put(days, "端午", date(year, row[3]), 1);
        put(days, "国庆节", LocalDate.of(year, 10, 1), 3);
        put(days, "中秋", date(year, row[4]), 1);
        return days;
    }

    private static void put(
            SortedMap<LocalDate, String> days, String name, LocalDate from, int length) {
        Stream.iterate(from, day -> day.plusDays(1))
                .limit(length)
                .forEach(day -> days.putIfAbsent(day, name));
    }

    private static LocalDate date(int year, String monthDay) {
        return MonthDay.parse("--" + monthDay).atYear(year);
    }
}
