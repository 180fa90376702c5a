package org.oneseal.platform.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.identity.CitizenNumber;
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
 * @param sender whose topic it came by, where each sender has one; null otherwise
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
        @Nullable JsonNode data,
        @Nullable String sender) {

    private static final JsonMapper READER = EventJson.reader();

    public IncomingEvent(
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
        this(
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
                data,
                null);
    }

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
        return with(id, subject, key, null, sender);
    }

    /** The same event as that sender's: what it calls its id and key is unique with it alone. */
    IncomingEvent from(String whose) {
        return with(whose + ":" + id, subject, whose + ":" + key, data, whose);
    }

    /** The same event with every citizen number in it masked. */
    IncomingEvent masked() {
        return with(
                CitizenNumber.maskIn(id),
                CitizenNumber.maskIn(subject),
                CitizenNumber.maskIn(key),
                data == null ? null : MaskedJson.of(data),
                sender);
    }

    private IncomingEvent with(
            String itsId,
            String itsSubject,
            String itsKey,
            @Nullable JsonNode itsData,
            @Nullable String whose) {
        return new IncomingEvent(
                itsId,
                type,
                source,
                itsSubject,
                itsKey,
                sequence,
                time,
                recordedAt,
                region,
                department,
                itsData,
                whose);
    }

    /** The last part of the type: {@code accepted} of {@code org.oneseal.cases.accepted}. */
    public String name() {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
