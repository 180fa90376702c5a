package org.oneseal.catalog.calendars;

import java.util.Map;

/** The decreed years that come with the service, of the whole country. */
public interface ShippedCalendars {

    Map<Integer, CalendarContent> decreed();
}
