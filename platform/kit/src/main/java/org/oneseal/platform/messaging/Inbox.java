package org.oneseal.platform.messaging;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * What was taken already, by subscription. Every method runs in the transaction of the effect, so
 * that repeats and late-comers have none.
 */
class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private final JdbcTemplate jdbc;
    private final InstantSource time;

    Inbox(JdbcTemplate jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * True if the subscription still reads this generation; holds it until the transaction ends.
     */
    boolean isCurrent(String subscription, String generation) {
        return !jdbc.queryForList(
                        """
                        SELECT 1 FROM inbox_subscription
                         WHERE subscription = ? AND generation = ? FOR SHARE
                        """,
                        subscription,
                        generation)
                .isEmpty();
    }

    /** Remembers the events and returns those that were not seen before, each for itself. */
    List<IncomingEvent> takeEach(String subscription, List<IncomingEvent> events) {
        Set<String> fresh = remember(subscription, events);
        List<IncomingEvent> firsts = new ArrayList<>(events.size());
        for (IncomingEvent event : events) if (fresh.remove(event.id())) firsts.add(event);
        return firsts;
    }

    /** Remembers the events and returns those that are to be handled now, in their order. */
    List<IncomingEvent> take(String subscription, List<IncomingEvent> events) {
        List<IncomingEvent> firsts = takeEach(subscription, events);
        if (firsts.isEmpty()) return List.of();
        String[] keys = firsts.stream().map(IncomingEvent::key).distinct().toArray(String[]::new);
        Map<String, Long> versions = versions(subscription, keys);
        Set<String> parkedKeys = parkedKeys(subscription, keys);
        List<IncomingEvent> due = new ArrayList<>(firsts.size());
        List<IncomingEvent> parked = new ArrayList<>();
        Map<String, Long> advanced = new TreeMap<>();
        for (IncomingEvent event : firsts) {
            if (parkedKeys.contains(event.key())) {
                parked.add(event);
            } else if (event.sequence() > versions.getOrDefault(event.key(), Long.MIN_VALUE)) {
                versions.put(event.key(), event.sequence());
                advanced.put(event.key(), event.sequence());
                due.add(event);
            } else {
                // Nothing here can make it good; whoever runs the platform must hear of it.
                log.warn(
                        "{}: {} of {} came after its successor {} and is not taken",
                        subscription,
                        event.id(),
                        event.key(),
                        versions.get(event.key()));
            }
        }
        for (IncomingEvent event : parked) park(subscription, event, null);
        advance(subscription, advanced);
        return due;
    }

    /** Sets an event aside; with a reason it is the poisoned one, without it waits behind one. */
    void park(String subscription, IncomingEvent event, @Nullable String reason) {
        jdbc.update(
                """
                INSERT INTO inbox_parked (subscription, event_id, key, sequence, event, reason,
                                          parked_at)
                VALUES (?, ?, ?, ?, ?::jsonb, ?, ?)
                ON CONFLICT (subscription, event_id) DO UPDATE SET reason = excluded.reason
                """,
                subscription,
                event.id(),
                event.key(),
                event.sequence(),
                EventJson.writer().writeValueAsString(event),
                reason,
                now());
    }

    boolean isParked(String subscription, String key) {
        return !parkedKeys(subscription, new String[] {key}).isEmpty();
    }

    /** Remembers an event that is set aside or replayed, so that a repeat has no effect. */
    boolean rememberOne(String subscription, IncomingEvent event) {
        return !remember(subscription, List.of(event)).isEmpty();
    }

    void advanceTo(String subscription, IncomingEvent event) {
        advance(subscription, Map.of(event.key(), event.sequence()));
    }

    /** The events of a key that wait for replay, oldest version first, locked. */
    List<IncomingEvent> parkedOf(String subscription, String key) {
        return jdbc.query(
                """
                SELECT event FROM inbox_parked WHERE subscription = ? AND key = ?
                 ORDER BY sequence FOR UPDATE
                """,
                (r, _) -> read(r.getString(1)),
                subscription,
                key);
    }

    void release(String subscription, IncomingEvent event) {
        jdbc.update(
                "DELETE FROM inbox_parked WHERE subscription = ? AND event_id = ?",
                subscription,
                event.id());
    }

    /** Forgets everything about a subscription, before a rebuild. */
    void forget(String subscription) {
        jdbc.update("DELETE FROM inbox WHERE subscription = ?", subscription);
        jdbc.update("DELETE FROM inbox_key WHERE subscription = ?", subscription);
        jdbc.update("DELETE FROM inbox_parked WHERE subscription = ?", subscription);
    }

    private static IncomingEvent read(String json) {
        JsonNode tree = EventJson.reader().readTree(json);
        IncomingEvent event = EventJson.reader().treeToValue(tree, IncomingEvent.class);
        return event.data() != null && event.data().isNull() ? event.withoutData() : event;
    }

    private Set<String> remember(String subscription, List<IncomingEvent> events) {
        String[] ids =
                events.stream().map(IncomingEvent::id).distinct().sorted().toArray(String[]::new);
        return new HashSet<>(
                jdbc.queryForList(
                        """
                        INSERT INTO inbox (subscription, event_id, received_at)
                        SELECT ?, id, ? FROM unnest(?::text[]) AS id
                        ON CONFLICT DO NOTHING
                        RETURNING event_id
                        """,
                        String.class,
                        subscription,
                        now(),
                        ids));
    }

    private Map<String, Long> versions(String subscription, String[] keys) {
        Map<String, Long> versions = new HashMap<>();
        jdbc.query(
                """
                SELECT key, last_sequence FROM inbox_key
                 WHERE subscription = ? AND key = ANY(?) ORDER BY key FOR UPDATE
                """,
                r -> {
                    versions.put(r.getString(1), r.getLong(2));
                },
                subscription,
                keys);
        return versions;
    }

    private Set<String> parkedKeys(String subscription, String[] keys) {
        return new HashSet<>(
                jdbc.queryForList(
                        """
                        SELECT DISTINCT key FROM inbox_parked
                         WHERE subscription = ? AND key = ANY(?)
                        """,
                        String.class,
                        subscription,
                        keys));
    }

    /** Keys sorted, so that two batches never wait for each other in a circle. */
    private void advance(String subscription, Map<String, Long> sequences) {
        if (sequences.isEmpty()) return;
        String[] keys = sequences.keySet().toArray(String[]::new);
        Long[] values = sequences.values().toArray(Long[]::new);
        jdbc.update(
                """
                INSERT INTO inbox_key (subscription, key, last_sequence)
                SELECT ?, k, s FROM unnest(?::text[], ?::bigint[]) AS t (k, s)
                ON CONFLICT (subscription, key) DO UPDATE
                   SET last_sequence = greatest(inbox_key.last_sequence, excluded.last_sequence)
                """,
                subscription,
                keys,
                values);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(time.instant(), ZoneOffset.UTC);
    }
}
