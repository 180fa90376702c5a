package org.oneseal.platform.worktime;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.Digest;

/**
 * The days of rest and of work of one year, as decreed (国务院办公厅节假日安排), or provisional while the
 * decree is not out.
 *
 * @param version counts the publications of this year, from 1; 0 for a year no one published
 * @param holidays days of rest with their names; weekends need not be in it
 * @param makeUpDays weekend days worked in exchange (调休上班日), with the holiday's name
 * @param decree document number of the decree, null while provisional or unknown
 */
public record CalendarYear(
        int year,
        int version,
        boolean provisional,
        SortedMap<LocalDate, String> holidays,
        SortedMap<LocalDate, String> makeUpDays,
        OfficeHours officeHours,
        @Nullable String decree) {

    public CalendarYear {
        holidays = Collections.unmodifiableSortedMap(new TreeMap<>(holidays));
        makeUpDays = Collections.unmodifiableSortedMap(new TreeMap<>(makeUpDays));
        for (LocalDate date : holidays.keySet()) {
            requireIn(year, date);
        }
        for (LocalDate date : makeUpDays.keySet()) {
            requireIn(year, date);
            if (holidays.containsKey(date)) {
                throw new IllegalArgumentException("both holiday and make-up day: " + date);
            }
        }
    }

    public static CalendarYear decreed(
            int year,
            int version,
            Map<LocalDate, String> holidays,
            Map<LocalDate, String> makeUpDays,
            OfficeHours officeHours,
            @Nullable String decree) {
        return new CalendarYear(
                year,
                version,
                false,
                new TreeMap<>(holidays),
                new TreeMap<>(makeUpDays),
                officeHours,
                decree);
    }

    /**
     * A year without a decree: weekends and the statutory holidays, no make-up days, and no days
     * off in place of holidays that fall on a weekend (both are for the decree to set).
     *
     * @throws UnknownYear before 2025 and after 2040
     */
    public static CalendarYear provisional(int year, OfficeHours officeHours) {
        return new CalendarYear(
                year,
                0,
                true,
                StatutoryHolidays.of(year),
                Collections.emptySortedMap(),
                officeHours,
                null);
    }

    /** Digest of the year's days and hours, written {@code SM3:<hex>}; the version is not in it. */
    public String hash() {
        String content =
                "year %d %b\n%s\n%s\n%s\n%s"
                        .formatted(year, provisional, holidays, makeUpDays, officeHours, decree);
        return Digest.of("SM3", content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static void requireIn(int year, LocalDate date) {
        if (date.getYear() != year) {
            throw new IllegalArgumentException(date + " is not in " + year);
        }
    }
}
