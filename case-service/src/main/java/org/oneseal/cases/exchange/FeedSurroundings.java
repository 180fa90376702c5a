package org.oneseal.cases.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.cases.limits.TimeRule;
import org.oneseal.cases.limits.TimeRules;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * What a batch of one source is taken in: the source, its items and its calendar, looked up once.
 */
final class FeedSurroundings {

    private final Source source;
    private final FeedReader reader;
    private final ItemVersions items;
    private final WorkCalendars calendars;
    private final TimeRules timeRules;
    private final Supplier<String> caseIds;
    private final Map<String, Optional<ItemVersion>> found = new HashMap<>();

    FeedSurroundings(
            Source source,
            FeedReader reader,
            ItemVersions items,
            WorkCalendars calendars,
            TimeRules timeRules,
            Supplier<String> caseIds) {
        this.source = source;
        this.reader = reader;
        this.items = items;
        this.calendars = calendars;
        this.timeRules = timeRules;
        this.caseIds = caseIds;
    }

    Source source() {
        return source;
    }

    FeedReader reader() {
        return reader;
    }

    WorkCalendars calendars() {
        return calendars;
    }

    String nextCaseId() {
        return caseIds.get();
    }

    /** The version in force on the day of the instant. */
    Optional<ItemVersion> item(String code, Instant at) {
        LocalDate day = Case.dayOf(at);
        return found.computeIfAbsent(code + "@" + day, _ -> items.latest(code, day));
    }

    /** Until when what happened then is told in time. */
    Instant toldInTimeUntil(Instant happened) {
        var limit = timeRules.limit(source.region(), TimeRule.Kind.REPORT, Case.dayOf(happened));
        return calendar().due(happened, limit).at();
    }

    /** The calendar of the source's region; the batch is tried again where there is none yet. */
    WorkCalendar calendar() {
        return calendars.of(source.region());
    }
}
