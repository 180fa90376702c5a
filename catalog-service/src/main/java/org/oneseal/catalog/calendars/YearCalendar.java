package org.oneseal.catalog.calendars;

import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.OfficeHours;

/**
 * One region's working calendar of one year as published, immutable.
 *
 * @param version counts from 1 per region and year
 * @param hash digest of the content with its algorithm
 */
public record YearCalendar(
        RegionCode region, int year, int version, String hash, CalendarContent content) {

    /** The year for counting. */
    public CalendarYear countable() {
        return new CalendarYear(
                year,
                version,
                content.provisional(),
                content.holidays(),
                content.makeUpDays(),
                new OfficeHours(
                        content.officeHours().stream()
                                .map(span -> new OfficeHours.Span(span.from(), span.to()))
                                .toList(),
                        content.afterHoursIsNextDay()),
                content.decree());
    }
}
