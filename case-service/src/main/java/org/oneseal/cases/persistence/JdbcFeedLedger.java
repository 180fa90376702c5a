package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.instant;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.exchange.FeedLedger;
import org.oneseal.cases.exchange.FeedType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The book of what is taken; arrays as parameters, so that a batch of any size is one statement.
 */
@Repository
class JdbcFeedLedger implements FeedLedger {

    private final JdbcClient jdbc;
    private final FeedRefusals refusals;

    JdbcFeedLedger(JdbcClient jdbc, FeedRefusals refusals) {
        this.jdbc = jdbc;
        this.refusals = refusals;
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
        TextRows released = new TextRows(2);
        TextRows removed = new TextRows(2);
        TextRows accepted = new TextRows(2);
        TextRows pages = new TextRows(10);
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
        TextRows rows = new TextRows(8);
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
        refusals.reject(source, path, rejected, now);
    }

    @Override
    public Set<String> queue(String source, List<Contradiction> contradictions, Instant now) {
        return refusals.queue(source, contradictions, now);
    }

    /** Runs a statement whose parameters are single values and arrays, in their order. */
    private void update(String sql, Object... parameters) {
        List<Object> flat = new ArrayList<>();
        for (Object parameter : parameters) {
            if (parameter instanceof TextRows.Arrays(var arrays)) flat.addAll(arrays);
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
}
