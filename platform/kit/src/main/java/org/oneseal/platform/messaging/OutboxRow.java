package org.oneseal.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** An event that waits to be sent, in the order of the columns that {@link OutboxTable} reads. */
record OutboxRow(
        long id,
        String eventId,
        String topic,
        String key,
        String type,
        String subject,
        long sequence,
        Instant occurredAt,
        Instant recordedAt,
        String region,
        @Nullable String department,
        @Nullable String traceparent,
        @Nullable String payload,
        int attempts) {

    static OutboxRow of(ResultSet r) throws SQLException {
        return new OutboxRow(
                r.getLong(1),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                r.getString(6),
                r.getLong(7),
                r.getObject(8, OffsetDateTime.class).toInstant(),
                r.getObject(9, OffsetDateTime.class).toInstant(),
                r.getString(10),
                r.getString(11),
                r.getString(12),
                r.getString(13),
                r.getInt(14));
    }

    /** Order is kept within a lane, and only there. */
    String lane() {
        return topic + "\u0000" + key;
    }

    ProducerRecord<String, byte @Nullable []> asRecord(String source) {
        byte[] value = payload == null ? null : payload.getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte @Nullable []> message = new ProducerRecord<>(topic, key, value);
        Headers headers = message.headers();
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", eventId);
        header(headers, "ce_type", type);
        header(headers, "ce_source", source);
        header(headers, "ce_subject", subject);
        header(headers, "ce_time", occurredAt.toString());
        header(headers, "ce_dataschema", "urn:oneseal:schema:" + shortType() + ":v1");
        header(headers, "ce_sequence", Long.toString(sequence));
        header(headers, "ce_recordedat", recordedAt.toString());
        header(headers, "ce_region", region);
        if (department != null) header(headers, "ce_department", department);
        if (traceparent != null) header(headers, "traceparent", traceparent);
        header(headers, "content-type", "application/json");
        return message;
    }

    private String shortType() {
        return type.substring("org.oneseal.".length());
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
