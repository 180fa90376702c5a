package org.oneseal.catalog.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.calendars.CalendarContent;

/**
 * A decreed year.
 *
 * @param officeHours the usual ones when left out
 */
record CalendarRequest(
        @NotNull @Size(max = 300) String decree,
        @NotNull @Size(max = 366) Map<LocalDate, String> holidays,
        @Nullable @Size(max = 366) Map<LocalDate, String> makeupDays,
        @Nullable @Size(max = 4) List<CalendarContent.Span> officeHours,
        @Nullable Boolean afterHoursIsNextDay) {

    CalendarContent content() {
        CalendarContent usual =
                CalendarContent.decreed(
                        new TreeMap<>(holidays),
                        new TreeMap<>(Objects.requireNonNullElse(makeupDays, Map.of())),
                        decree.strip());
        return new CalendarContent(
                usual.holidays(),
                usual.makeUpDays(),
                officeHours == null ? usual.officeHours() : officeHours,
                afterHoursIsNextDay != null && afterHoursIsNextDay,
                usual.decree());
    }
}
