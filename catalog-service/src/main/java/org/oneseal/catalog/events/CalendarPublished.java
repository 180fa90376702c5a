package org.oneseal.catalog.events;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The working calendar of one region and year; dates are ISO days of Asia/Shanghai. */
public record CalendarPublished(
        String region,
        int year,
        int version,
        String hash,
        boolean provisional,
        List<String> holidays,
        List<String> makeupDays,
        List<Hours> officeHours,
        boolean afterHoursIsNextDay,
        SortedMap<String, String> dayNames,
        @Nullable String decree)
        implements CatalogEvent {

    /** HH:mm to HH:mm. */
    public record Hours(String from, String to) {}

    @Override
    public String type() {
        return "catalog.calendar-published";
    }
}
