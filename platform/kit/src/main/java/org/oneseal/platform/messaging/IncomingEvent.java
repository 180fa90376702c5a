package org.oneseal.platform.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Another service's event as it came in, CloudEvents attributes and data.
 *
 * @param type full type such as {@code org.oneseal.cases.accepted}
 * @param sequence version of the aggregate at its producer
 * @param time when it happened
 * @param recordedAt when its producer learned of it
 * @param data null for a tombstone of a state topic
 */
public record IncomingEvent(
        String id,
        String type,
        String source,
        String subject,
        String key,
        long sequence,
        Instant time,
        Instant recordedAt,
        @Nullable String region,
        @Nullable String department,
        @Nullable JsonNode data) {

    private static final JsonMapper READER = EventJson.reader();

    /**
     * The data as the consumer's own narrow record; members it does not name are ignored.
     *
     * @throws IllegalStateException for a tombstone
     */
    public <T> T as(Class<T> view) {
        if (data == null) throw new IllegalStateException("tombstone of " + key);
        return READER.treeToValue(data, view);
    }

    /** The same event as a tombstone. */
    IncomingEvent withoutData() {
        return new IncomingEvent(
                id,
                type,
                source,
                subject,
                key,
                sequence,
                time,
                recordedAt,
                region,
                department,
                null);
    }

    /** The last part of the type: {@code accepted} of {@code org.oneseal.cases.accepted}. */
    public String name() {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
