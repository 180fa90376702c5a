package org.oneseal.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads CloudEvents in binary mode from Kafka records. */
public final class CloudEvents {

    private CloudEvents() {}

    /**
     * The event of a record.
     *
     * @throws Malformed if a required attribute is missing or the data are not JSON
     */
    public static IncomingEvent read(ConsumerRecord<String, byte @Nullable []> message)
            throws Malformed {
        try {
            return new IncomingEvent(
                    required(message, "ce_id"),
                    required(message, "ce_type"),
                    required(message, "ce_source"),
                    orElse(optional(message, "ce_subject"), orElse(message.key(), "")),
                    orElse(message.key(), required(message, "ce_id")),
                    Long.parseLong(required(message, "ce_sequence")),
                    Instant.parse(required(message, "ce_time")),
                    Instant.parse(
                            orElse(
                                    optional(message, "ce_recordedat"),
                                    required(message, "ce_time"))),
                    optional(message, "ce_region"),
                    optional(message, "ce_department"),
                    data(message.value()));
        } catch (NumberFormatException | DateTimeParseException | JacksonException e) {
            throw new Malformed(String.valueOf(e.getMessage()));
        }
    }

    static @Nullable String traceparent(ConsumerRecord<String, byte @Nullable []> message) {
        return optional(message, "traceparent");
    }

    private static @Nullable JsonNode data(byte @Nullable [] value) {
        return value == null ? null : EventJson.reader().readTree(value);
    }

    private static String required(ConsumerRecord<?, ?> message, String name) throws Malformed {
        String value = optional(message, name);
        if (value == null || value.isBlank()) throw new Malformed("attribute " + name + " missing");
        return value;
    }

    private static @Nullable String optional(ConsumerRecord<?, ?> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String orElse(@Nullable String value, String fallback) {
        return value == null ? fallback : value;
    }

    /** A record that is no event. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String reason) {
            super(reason);
        }

        /** Why, in words for an operator. */
        public String reason() {
            return String.valueOf(getMessage());
        }
    }
}
