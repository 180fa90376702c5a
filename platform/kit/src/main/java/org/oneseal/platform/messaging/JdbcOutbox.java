package org.oneseal.platform.messaging;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outbox as a table: written in the caller's transaction, emptied by {@link OutboxRelay}. */
class JdbcOutbox implements Announcements {

    /** Below the broker's default of 1 MiB with room for headers: checked before it is written. */
    private static final int MAX_BYTES = 900_000;

    private static final String INSERT =
            """
            INSERT INTO outbox (event_id, topic, key, type, subject, sequence, occurred_at,
                                recorded_at, region, department, traceparent, payload)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                                 ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[],
                                 ?::text[], ?::text[])
            """;

    private final JdbcTemplate jdbc;
    private final InstantSource time;
    private final TraceContext trace;
    private final Runnable wakeRelay;

    JdbcOutbox(JdbcTemplate jdbc, InstantSource time, TraceContext trace, Runnable wakeRelay) {
        this.jdbc = jdbc;
        this.time = time;
        this.trace = trace;
        this.wakeRelay = wakeRelay;
    }

    @Override
    public void announce(List<Announcement> announcements) {
        if (announcements.isEmpty()) return;
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("announced outside a transaction");
        }
        int n = announcements.size();
        Columns columns = new Columns(n);
        String traceparent = trace.current();
        String recordedAt = time.instant().toString();
        for (Announcement a : announcements) columns.add(a, recordedAt, traceparent);
        jdbc.update(INSERT, columns.all());
        wakeAfterCommit();
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        wakeRelay.run();
                    }
                });
    }

    /** Arrays, a column each, so that any number of events is one statement. */
    private static final class Columns {
        private final List<List<@Nullable String>> columns = new ArrayList<>();

        Columns(int rows) {
            for (int i = 0; i < 12; i++) columns.add(new ArrayList<>(rows));
        }

        void add(Announcement a, String recordedAt, @Nullable String traceparent) {
            String payload =
                    switch (a.data()) {
                        case null -> null;
                        case Written written -> written.json();
                        case Object data -> EventJson.writer().writeValueAsString(data);
                    };
            if (payload != null
                    && payload.length() > MAX_BYTES / 3
                    && utf8Length(payload) > MAX_BYTES) {
                throw new IllegalArgumentException(
                        "event %s of %s is too large to be sent".formatted(a.type(), a.key()));
            }
            row(
                    a.key() + "/" + a.sequence(),
                    a.topic(),
                    a.key(),
                    "org.oneseal." + a.type(),
                    a.subject(),
                    Long.toString(a.sequence()),
                    text(a.occurredAt()),
                    a.recordedAt() == null ? recordedAt : text(a.recordedAt()),
                    a.region(),
                    a.department(),
                    traceparent,
                    payload);
        }

        private void row(@Nullable String... values) {
            for (int i = 0; i < values.length; i++) columns.get(i).add(values[i]);
        }

        Object[] all() {
            return columns.stream().map(c -> c.toArray(new String[0])).toArray();
        }

        private static String text(Instant instant) {
            return instant.atOffset(ZoneOffset.UTC).toString();
        }

        private static int utf8Length(String text) {
            return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        }
    }
}
