package org.oneseal.supervision.persistence;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.OfficeHours;

/** A year of a calendar as the catalog publishes it. */
record PublishedYear(
        int year,
        int version,
        boolean provisional,
        @Nullable List<LocalDate> holidays,
        @Nullable List<LocalDate> makeupDays,
        @Nullable List<Span> officeHours,
        @Nullable String decree) {

    record Span(String from, String to) {

        OfficeHours.Span span() {
            return new OfficeHours.Span(LocalTime.parse(from), LocalTime.parse(to));
        }
    }

    CalendarYear calendarYear() {
        return new CalendarYear(
                year, version, provisional, named(holidays), named(makeupDays), hours(), decree);
    }

    private OfficeHours hours() {
        return officeHours == null || officeHours.isEmpty()
                ? OfficeHours.USUAL
                : OfficeHours.of(
                        officeHours.stream().map(Span::span).toArray(OfficeHours.Span[]::new));
    }

    private static SortedMap<LocalDate, String> named(@Nullable List<LocalDate> days) {
        SortedMap<LocalDate, String> named = new TreeMap<>();
        if (days != null) days.forEach(d -> named.put(d, ""));
        return named;
    }
}
