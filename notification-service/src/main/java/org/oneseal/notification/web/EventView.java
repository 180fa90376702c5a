package org.oneseal.notification.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
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
        JsonNode data) {}
