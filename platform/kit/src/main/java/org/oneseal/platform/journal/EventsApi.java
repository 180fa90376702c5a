package org.oneseal.platform.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.evidence.Entry;
import org.oneseal.platform.journal.JdbcHistory.Position;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * The owner's event log, oldest first, in the envelope of the topic (CloudEvents, structured): what
 * a projection reads when the topic has forgotten. Department systems have subscriptions instead.
 */
@RestController
class EventsApi {

    private final JdbcHistory history;
    private final String source;

    EventsApi(JdbcHistory history, String service) {
        this.history = history;
        this.source = "urn:oneseal:" + service;
    }

    @GetMapping("/api/v1/${oneseal.service}/events")
    Feed<EventView> events(Caller caller, PageRequest page) {
        caller.require(Role.PLATFORM_OPERATOR, Role.AUDITOR);
        List<Long> after = page.numbers(2);
        Position position =
                after.isEmpty() ? Position.START : new Position(after.get(0), after.get(1));
        String within = caller.region() == null ? "" : caller.region().prefix();
        return Feed.of(
                        history.after(position, within, page.fetch()),
                        page,
                        row ->
                                List.of(
                                        Long.toString(row.position().tx()),
                                        Long.toString(row.position().id())))
                .map(row -> view(row.entry()));
    }

    private EventView view(Entry entry) {
        return new EventView(
                "1.0",
                entry.aggregateId() + "/" + entry.sequence(),
                "org.oneseal." + entry.type(),
                source,
                entry.aggregateId(),
                entry.occurredAt(),
                "urn:oneseal:schema:" + entry.type() + ":v1",
                "application/json",
                entry.sequence(),
                entry.recordedAt(),
                entry.region(),
                entry.department(),
                entry.data());
    }

    /**
     * One event.
     *
     * @param data null when it was erased
     */
    record EventView(
            String specversion,
            String id,
            String type,
            String source,
            String subject,
            Instant time,
            String dataschema,
            String datacontenttype,
            long sequence,
            Instant recordedat,
            String region,
            @Nullable String department,
            @Nullable JsonNode data) {}
}
