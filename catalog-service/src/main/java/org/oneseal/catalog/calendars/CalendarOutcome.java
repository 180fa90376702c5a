package org.oneseal.catalog.calendars;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** What becomes of a calendar that someone wants to publish. */
public sealed interface CalendarOutcome {

    /** In force from now on. */
    record Published(YearCalendar calendar) implements CalendarOutcome {}

    /** Says what the one in force says already; nothing was done. */
    record Unchanged(YearCalendar calendar) implements CalendarOutcome {}

    /** Not published, for these reasons. */
    record Objected(List<Objection> objections) implements CalendarOutcome {}
}
