package org.oneseal.platform.calendars;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.OfficeHours;

/** What is read of the catalog's calendars. */
record FromCatalog(
        String region,
        int year,
        int version,
        String hash,
        boolean provisional,
        List<LocalDate> holidays,
        List<LocalDate> makeupDays,
        @Nullable List<Span> officeHours,
        boolean afterHoursIsNextDay,
        @Nullable Map<String, String> dayNames,
        @Nullable String decree) {

    record Span(String from, String to) {}

    CalendarYear calendarYear() {
        return new CalendarYear(
                year, version, provisional, named(holidays), named(makeupDays), hours(), decree);
    }

    private TreeMap<LocalDate, String> named(List<LocalDate> days) {
        TreeMap<LocalDate, String> named = new TreeMap<>();
        for (LocalDate day : days) {
            String name = dayNames == null ? null : dayNames.get(day.toString());
            named.put(day, name == null ? "" : name);
        }
        return named;
    }

    private OfficeHours hours() {
        if (officeHours == null || officeHours.isEmpty()) return OfficeHours.USUAL;
        return new OfficeHours(
                officeHours.stream()
                        .map(
                                s ->
                                        new OfficeHours.Span(
                                                LocalTime.parse(s.from()), LocalTime.parse(s.to())))
                        .toList(),
                afterHoursIsNextDay);
    }
}
