package org.oneseal.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.feed.Audience;
import org.oneseal.notification.feed.EventLog;
import org.oneseal.notification.feed.Position;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happened, for department systems that come and read. */
@RestController
@Tag(name = "feed")
class FeedApi {

    private final EventLog log;
    private final Views views;

    FeedApi(EventLog log, Views views) {
        this.log = log;
        this.views = views;
    }

    /**
     * A page of the feed.
     *
     * @param next cursor of the next page, null when nothing more is there yet
     * @param cursor where to go on later: after the last event, or where this page began
     */
    record FeedView(List<EventView> items, @Nullable String next, @Nullable String cursor) {}

    @GetMapping("/api/v1/feed")
    @Operation(
            summary = "Events of the caller's department or region, oldest first",
            description =
                    "At least once: keep the cursor only after handling the page, and drop ids"
                            + " (source and id) that were seen before.")
    FeedView feed(Caller caller, PageRequest page) {
        caller.require(
                Role.DEPARTMENT_SYSTEM, Role.PLATFORM_OPERATOR, Role.AUDITOR, Role.SUPERVISOR);
        Position from = position(page);
        Page<EventLog.Placed> found =
                Page.of(
                        log.after(from, Audience.of(caller), page.fetch()),
                        page,
                        row -> keyset(row.position()));
        String cursor = page.isFirst() ? null : Page.encode(page.keyset());
        if (!found.items().isEmpty()) {
            cursor = Page.encode(keyset(found.items().getLast().position()));
        }
        return new FeedView(
                found.items().stream().map(row -> views.event(row.event())).toList(),
                found.next(),
                cursor);
    }

    static Position position(PageRequest page) {
        List<Long> numbers = page.numbers(2);
        return numbers.isEmpty() ? Position.START : new Position(numbers.get(0), numbers.get(1));
    }

    static List<String> keyset(Position position) {
        return List.of(Long.toString(position.tx()), Long.toString(position.no()));
    }
}
