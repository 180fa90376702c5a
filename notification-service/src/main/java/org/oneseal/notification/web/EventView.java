package org.oneseal.notification.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.feed.FedEvent;
import tools.jackson.databind.JsonNode;

/** An event as CloudEvents 1.0 writes it in structured mode. */
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
        JsonNode data) {

    static EventView of(FedEvent event) {
        return new EventView(
                "1.0",
                event.id(),
                event.type(),
                event.source(),
                event.subject(),
                event.time(),
                event.schema(),
                "application/json",
                event.sequence(),
                event.recordedAt(),
                event.region().value(),
                event.department(),
                event.data());
    }
}
