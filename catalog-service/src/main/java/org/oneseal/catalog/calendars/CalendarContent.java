package org.oneseal.catalog.calendars;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.OfficeHours;

/**
 * What a calendar year says, as it was handed in.
 *
 * @param holidays days off with their names
 * @param makeUpDays weekend days that are worked (调休上班日), with the holiday's name
 * @param officeHours spans of a working day, in order
 * @param decree the notice that sets the days, null for a provisional year
 */
public record CalendarContent(
        SortedMap<LocalDate, String> holidays,
        SortedMap<LocalDate, String> makeUpDays,
        List<Span> officeHours,
        boolean afterHoursIsNextDay,
        @Nullable String decree) {

    private static final String GROUND = "全国年节及纪念日放假办法";

    /** A stretch of a working day during which an office is open, Asia/Shanghai. */
    public record Span(LocalTime from, LocalTime to) {}

    public CalendarContent {
        holidays = Collections.unmodifiableSortedMap(new TreeMap<>(holidays));
        makeUpDays = Collections.unmodifiableSortedMap(new TreeMap<>(makeUpDays));
        officeHours = List.copyOf(officeHours);
    }

    /** A decreed year with the usual office hours. */
    public static CalendarContent decreed(
            SortedMap<LocalDate, String> holidays,
            SortedMap<LocalDate, String> makeUpDays,
            String decree) {
        return new CalendarContent(holidays, makeUpDays, usualHours(), false, decree);
    }

    /** Weekends and the statutory holidays only. */
    static CalendarContent withoutDecree(int year) {
        return new CalendarContent(
                CalendarYear.provisional(year, OfficeHours.USUAL).holidays(),
                new TreeMap<>(),
                usualHours(),
                false,
                null);
    }

    private static List<Span> usualHours() {
        return OfficeHours.USUAL.spans().stream()
                .map(span -> new Span(span.from(), span.to()))
                .toList();
    }

    public boolean provisional() {
        return decree == null;
    }

    /** Everything that is wrong with this content as the calendar of the year. */
    List<Objection> objections(int year) {
        List<Objection> objections = new ArrayList<>();
        String notice = decree;
        if (notice == null || notice.isBlank()) {
            objections.add(
                    Objection.of("calendar-without-decree").withGround(GROUND).at("/decree"));
        }
        for (LocalDate day : holidays.keySet()) {
            if (day.getYear() != year) objections.add(outside(day, year).at("/holidays/" + day));
            if (makeUpDays.containsKey(day)) {
                objections.add(
                        Objection.of("calendar-day-both-off-and-worked", day.toString())
                                .at("/holidays/" + day));
            }
        }
        for (LocalDate day : makeUpDays.keySet()) {
            if (day.getYear() != year) objections.add(outside(day, year).at("/makeupDays/" + day));
            if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                objections.add(
                        Objection.of("calendar-makeup-on-weekday", day.toString())
                                .withGround(GROUND)
                                .at("/makeupDays/" + day));
            }
        }
        if (officeHours.isEmpty()) {
            objections.add(Objection.of("calendar-without-office-hours").at("/officeHours"));
        }
        LocalTime last = LocalTime.MIN;
        for (int i = 0; i < officeHours.size(); i++) {
            Span hours = officeHours.get(i);
            if (hours.from().isBefore(last) || !hours.from().isBefore(hours.to())) {
                objections.add(
                        Objection.of(
                                        "calendar-office-hours-unordered",
                                        hours.from().toString(),
                                        hours.to().toString())
                                .at("/officeHours/" + i));
            }
            last = hours.to();
        }
        return objections;
    }

    private static Objection outside(LocalDate day, int year) {
        return Objection.of("calendar-day-outside-year", day.toString(), String.valueOf(year));
    }
}
