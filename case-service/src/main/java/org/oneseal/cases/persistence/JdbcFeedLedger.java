package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.instant;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.exchange.Envelope;
import org.oneseal.cases.exchange.FeedBooks.Reason;
import org.oneseal.cases.exchange.FeedLedger;
import org.oneseal.cases.exchange.FeedType;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.persistence.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The book in five tables; arrays as parameters, so that a batch of any size is one statement. */
@Repository
class JdbcFeedLedger implements FeedLedger {

    private final JdbcClient jdbc;
    private final Json json;
    private final Ids ids;
    private final KeyRing keys;

    JdbcFeedLedger(JdbcClient jdbc, Json json, Ids ids, KeyRing keys) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.keys = keys;
    }

    /**
     * Opened and locked in the order of the keys, so that two batches never wait for each other.
     */
    @Override
    public Map<String, Held> lock(String source, Collection<String> sourceCases) {
        String[] sorted = new TreeSet<>(sourceCases).toArray(String[]::new);
        jdbc.sql(
                        """
                        INSERT INTO exchange_case (source, source_case)
                        SELECT ?, wanted FROM unnest(?::text[]) AS wanted
                        ON CONFLICT DO NOTHING
                        """)
                .params(List.of(source, sorted))
                .update();
        Map<String, Held> held = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT source_case, case_id, department, next_sequence FROM exchange_case
                         WHERE source = ? AND source_case = ANY(?)
                         ORDER BY source_case FOR UPDATE
                        """)
                .params(List.of(source, sorted))
                .query(
                        r -> {
                            held.put(
                                    r.getString(1),
                                    new Held(
                                            r.getString(1),
                                            r.getString(2),
                                            r.getString(3),
                                            r.getLong(4)));
                        });
        return held;
    }

    @Override
    public List<Known> known(String source, Set<Key> wanted) {
        return jdbc.sql(
                        """
                        SELECT source_case, sequence, type, hash, waiting, occurred_at, recorded_at,
                               payload
                          FROM exchange_message
                         WHERE source = :source
                           AND (source_case, sequence) IN
                               (SELECT * FROM unnest(:cases::text[], :sequences::bigint[]))
                        UNION
                        SELECT source_case, sequence, type, hash, waiting, occurred_at, recorded_at,
                               payload
                          FROM exchange_message
                         WHERE source = :source AND waiting AND source_case = ANY(:cases)
                        """)
                .param("source", source)
                .param("cases", wanted.stream().map(Key::sourceCase).toArray(String[]::new))
                .param("sequences", wanted.stream().map(Key::sequence).toArray(Long[]::new))
                .query(
                        (r, _) ->
                                new Known(
                                        r.getString("source_case"),
                                        r.getLong("sequence"),
                                        type(r.getString("type")),
                                        r.getString("hash"),
                                        r.getBoolean("waiting"),
                                        instant(r, "occurred_at"),
                                        instant(r, "recorded_at"),
                                        r.getString("payload")))
                .list();
    }

    @Override
    public void write(String source, String path, List<Progress> progress, Instant now) {
        writeMessages(source, path, progress);
        Rows released = new Rows(2);
        Rows removed = new Rows(2);
        Rows accepted = new Rows(2);
        Rows pages = new Rows(10);
        for (Progress p : progress) {
            p.released().forEach(s -> released.add(p.sourceCase(), s));
            p.removed().forEach(s -> removed.add(p.sourceCase(), s));
            p.accepted().forEach(s -> accepted.add(p.sourceCase(), s));
            pages.add(
                    p.sourceCase(),
                    p.caseId(),
                    p.department(),
                    p.next(),
                    p.waiting(),
                    p.duplicates(),
                    text(p.receivedAt()),
                    text(p.endedAt()),
                    p.afterEnd(),
                    p.endBeforeStart());
        }
        if (!released.isEmpty()) {
            update(
                    """
                    UPDATE exchange_message m SET waiting = false
                      FROM unnest(?::text[], ?::bigint[]) AS told (source_case, sequence)
                     WHERE m.source = ? AND m.source_case = told.source_case
                       AND m.sequence = told.sequence
                    """,
                    released.columns(),
                    source);
        }
        if (!removed.isEmpty()) {
            update(
                    """
                    DELETE FROM exchange_message m
                     USING unnest(?::text[], ?::bigint[]) AS told (source_case, sequence)
                     WHERE m.source = ? AND m.source_case = told.source_case
                       AND m.sequence = told.sequence AND m.waiting
                    """,
                    removed.columns(),
                    source);
        }
        if (!accepted.isEmpty()) {
            update(
                    """
                    UPDATE exchange_rejection r SET state = 'SUPERSEDED'
                      FROM unnest(?::text[], ?::bigint[]) AS told (source_case, sequence)
                     WHERE r.source = ? AND r.source_case = told.source_case
                       AND r.sequence = told.sequence AND r.state = 'OPEN'
                    """,
                    accepted.columns(),
                    source);
        }
        update(
                """
                UPDATE exchange_case c
                   SET case_id = coalesce(told.case_id, c.case_id),
                       department = coalesce(told.department, c.department),
                       next_sequence = told.next_sequence,
                       waiting = told.waiting,
                       duplicates = c.duplicates + told.duplicates,
                       received_at = coalesce(told.received_at, c.received_at),
                       ended_at = coalesce(told.ended_at, c.ended_at),
                       after_end = c.after_end OR told.after_end,
                       end_before_start = c.end_before_start OR told.end_before_start
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::integer[],
                              ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::boolean[],
                              ?::boolean[])
                       AS told (source_case, case_id, department, next_sequence, waiting,
                                duplicates, received_at, ended_at, after_end, end_before_start)
                 WHERE c.source = ? AND c.source_case = told.source_case
                """,
                pages.columns(),
                source);
    }

    private void writeMessages(String source, String path, List<Progress> progress) {
        Rows rows = new Rows(8);
        for (Progress p : progress) {
            for (Known m : p.added()) {
                rows.add(
                        m.sourceCase(),
                        m.sequence(),
                        m.type().word(),
                        m.hash(),
                        m.waiting(),
                        text(m.occurredAt()),
                        text(m.recordedAt()),
                        m.payload());
            }
        }
        if (rows.isEmpty()) return;
        update(
                """
                INSERT INTO exchange_message (source, path, source_case, sequence, type, hash,
                                              waiting, occurred_at, recorded_at, payload)
                SELECT ?, ?, told.*
                  FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::boolean[],
                              ?::timestamptz[], ?::timestamptz[], ?::text[]) AS told
                """,
                source,
                path,
                rows.columns());
    }

    @Override
    public void reject(String source, String path, List<Rejected> rejected, Instant now) {
        Map<String, Rejected> distinct = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (Rejected r : rejected) {
            String fingerprint = fingerprint(r.envelope());
            distinct.put(fingerprint, r);
            times.merge(fingerprint, 1, Integer::sum);
        }
        distinct.forEach(
                (fingerprint, r) ->
                        jdbc.sql(
                                        """
                                        INSERT INTO exchange_rejection (id, source, fingerprint,
                                            source_case, type, sequence, reasons, attributes,
                                            payload, path, state, first_at, last_at, times)
                                        VALUES (:id, :source, :fingerprint, :case, :type, :sequence,
                                            :reasons, :attributes, :payload, :path, 'OPEN', :now,
                                            :now, :times)
                                        ON CONFLICT (source, fingerprint) DO UPDATE
                                           SET reasons = excluded.reasons,
                                               state = CASE exchange_rejection.state
                                                       WHEN 'DISMISSED' THEN 'DISMISSED'
                                                       ELSE 'OPEN' END,
                                               last_at = excluded.last_at,
                                               times = exchange_rejection.times + excluded.times
                                        """)
                                .param("id", ids.next())
                                .param("source", source)
                                .param("fingerprint", fingerprint)
                                .params(shown(r.envelope()))
                                .param("reasons", json.write(reasons(r)))
                                .param("attributes", json.write(r.envelope().attributes()))
                                .param("payload", r.envelope().payload())
                                .param("path", path)
                                .param("now", Columns.at(now))
                                .param("times", times.get(fingerprint))
                                .update());
    }

    @Override
    public Set<String> queue(String source, List<Contradiction> contradictions, Instant now) {
        Set<String> fresh = new HashSet<>();
        for (Contradiction c : contradictions) {
            String id =
                    jdbc.sql(
                                    """
                                    INSERT INTO exchange_conflict (id, source, source_case, sequence,
                                        type, kind, hash, occurred_at, payload, first_at, last_at,
                                        times)
                                    VALUES (:id, :source, :case, :sequence, :type, :kind, :hash,
                                        :at, :payload, :now, :now, 1)
                                    ON CONFLICT (source, source_case, sequence, type, hash) DO UPDATE
                                       SET last_at = excluded.last_at,
                                           times = exchange_conflict.times + 1
                                    RETURNING id
                                    """)
                            .param("id", c.id())
                            .param("source", source)
                            .param("case", c.sourceCase())
                            .param("sequence", c.sequence())
                            .param("type", c.type().word())
                            .param("kind", c.kind().name())
                            .param("hash", c.hash())
                            .param("at", Columns.at(c.occurredAt()))
                            .param("payload", c.payload())
                            .param("now", Columns.at(now))
                            .query(String.class)
                            .single();
            if (id.equals(c.id())) fresh.add(id);
        }
        return fresh;
    }

    // --------------------------------------------------------------------------------------- own

    /**
     * What can be shown of a message that may be anything: never more than the columns can hold.
     */
    private static Map<String, @Nullable Object> shown(Envelope envelope) {
        Map<String, @Nullable Object> shown = new HashMap<>();
        String key = envelope.attribute("key");
        String subject = envelope.attribute("subject");
        String sequence = envelope.attribute("sequence");
        shown.put("case", storable(subject == null ? key : subject));
        shown.put("type", storable(envelope.attribute("type")));
        shown.put(
                "sequence",
                sequence != null && sequence.matches("[0-9]{1,18}")
                        ? Long.valueOf(sequence)
                        : null);
        return shown;
    }

    private static @Nullable String storable(@Nullable String text) {
        if (text == null) return null;
        String clean = text.replace("\u0000", "");
        return clean.length() <= 200 ? clean : clean.substring(0, 200);
    }

    private static List<Reason> reasons(Rejected rejected) {
        return rejected.objections().stream()
                .map(o -> new Reason(o.code(), o.arguments(), o.field()))
                .toList();
    }

    private String fingerprint(Envelope envelope) {
        return keys.profile()
                .digest(
                        json.write(new java.util.TreeMap<>(envelope.attributes()))
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        new byte[1],
                        envelope.payload())
                .toString();
    }

    /** Runs a statement whose parameters are single values and arrays, in their order. */
    private void update(String sql, Object... parameters) {
        List<Object> flat = new ArrayList<>();
        for (Object parameter : parameters) {
            if (parameter instanceof TextArrays(var arrays)) flat.addAll(arrays);
            else flat.add(parameter);
        }
        jdbc.sql(sql).params(flat).update();
    }

    private static FeedType type(String word) {
        return FeedType.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC).toString();
    }

    /** Rows turned into one text array a column; the statement casts them. */
    private static final class Rows {
        private final List<List<@Nullable String>> columns = new ArrayList<>();

        Rows(int width) {
            for (int i = 0; i < width; i++) columns.add(new ArrayList<>());
        }

        void add(@Nullable Object... values) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                columns.get(i).add(value == null ? null : value.toString());
            }
        }

        boolean isEmpty() {
            return columns.getFirst().isEmpty();
        }

        TextArrays columns() {
            return new TextArrays(
                    columns.stream().<Object>map(c -> c.toArray(new String[0])).toList());
        }
    }

    private record TextArrays(List<Object> arrays) {}
}
