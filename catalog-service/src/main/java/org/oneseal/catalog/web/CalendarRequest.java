package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
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
        @NotNull @Size(max = 366) Map<LocalDate, @NotNull @Size(max = 100) String> holidays,
        @Nullable @Size(max = 366) Map<LocalDate, @NotNull @Size(max = 100) String> makeupDays,
        @Nullable @Size(max = 4) List<@NotNull @Valid SpanBody> officeHours,
        @Nullable Boolean afterHoursIsNextDay) {

    /** A stretch of a working day, Asia/Shanghai. */
    record SpanBody(@NotNull LocalTime from, @NotNull LocalTime to) {

        CalendarContent.Span span() {
            return new CalendarContent.Span(from, to);
        }
    }

    CalendarContent content() {
        CalendarContent usual =
                CalendarContent.decreed(
                        new TreeMap<>(holidays),
                        new TreeMap<>(Objects.requireNonNullElse(makeupDays, Map.of())),
                        decree.strip());
        return new CalendarContent(
                usual.holidays(),
                usual.makeUpDays(),
                officeHours == null
                        ? usual.officeHours()
                        : officeHours.stream().map(SpanBody::span).toList(),
                afterHoursIsNextDay != null && afterHoursIsNextDay,
                usual.decree());
    }
}
