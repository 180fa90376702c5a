package org.oneseal.platform.worktime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.oneseal.platform.region.RegionCode;

/** The decreed days of 2010–2026 (npm package chinese-days 1.5.7, MIT). */
final class DecreedCalendar {

    static final Map<LocalDate, String> HOLIDAYS = read("HOLIDAY");
    static final Map<LocalDate, String> MAKE_UP_DAYS = read("MAKEUP_WORKDAY");
    static final WorkCalendar THROUGH_2026 = through(2026);

    private DecreedCalendar() {}

    static WorkCalendar through(int lastYear) {
        return WorkCalendar.of(RegionCode.NATION, years(2010, lastYear));
    }

    static List<CalendarYear> years(int first, int last) {
        List<CalendarYear> years = new ArrayList<>();
        for (int year = first; year <= last; year++) {
            years.add(year(year, OfficeHours.USUAL));
        }
        return years;
    }

    static CalendarYear year(int year, OfficeHours hours) {
        return CalendarYear.decreed(
                year, 1, only(HOLIDAYS, year), only(MAKE_UP_DAYS, year), hours, "decree " + year);
    }

    static Instant at(String local) {
        String[] parts = local.split(" ");
        return LocalDate.parse(parts[0])
                .atTime(LocalTime.parse(parts[1]))
                .atZone(WorkCalendar.ZONE)
                .toInstant();
    }

    private static Map<LocalDate, String> only(Map<LocalDate, String> days, int year) {
        Map<LocalDate, String> found = new TreeMap<>(days);
        found.keySet().removeIf(date -> date.getYear() != year);
        return found;
    }

    private static Map<LocalDate, String> read(String kind) {
        Map<LocalDate, String> days = new TreeMap<>();
        try (InputStream in = DecreedCalendar.class.getResourceAsStream("calendar-cn.csv")) {
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .filter(row -> row.length > 1 && row[1].equals(kind))
                    .forEach(row -> days.put(LocalDate.parse(row[0]), row[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return days;
    }
}
