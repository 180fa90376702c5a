package org.oneseal.platform.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way out.
 *
 * @param topic where it goes
 * @param key the aggregate's id; order is kept per key
 * @param type short type such as {@code cases.accepted}; travels as {@code
 *     org.oneseal.cases.accepted}
 * @param subject what it is about, usually the key
 * @param sequence the aggregate's version, gap-free per key on fact topics
 * @param occurredAt when it happened
 * @param region twelve digits
 * @param department code of the department in charge, null where none is
 * @param recordedAt when we learned of it, null for the moment it is announced
 * @param data a record that Jackson writes as JSON, or what is {@link Written} already; null
 *     deletes the key on a state topic
 */
public record Announcement(
        String topic,
        String key,
        String type,
        String subject,
        long sequence,
        Instant occurredAt,
        String region,
        @Nullable String department,
        @Nullable Instant recordedAt,
        @Nullable Object data) {

    /** An event that is recorded at the moment it is announced. */
    public Announcement(
            String topic,
            String key,
            String type,
            String subject,
            long sequence,
            Instant occurredAt,
            String region,
            @Nullable String department,
            @Nullable Object data) {
        this(topic, key, type, subject, sequence, occurredAt, region, department, null, data);
    }
}
