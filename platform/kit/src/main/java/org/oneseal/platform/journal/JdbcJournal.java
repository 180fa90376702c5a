package org.oneseal.platform.journal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.evidence.Entry;
import org.oneseal.platform.evidence.Salt;
import org.oneseal.platform.messaging.Announcement;
import org.oneseal.platform.messaging.Announcements;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.messaging.Written;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;

/** History and outbox in two statements, whatever the number of happenings. */
class JdbcJournal implements Journal {

    private static final String INSERT =
            """
            INSERT INTO history (aggregate_type, aggregate_id, sequence, type, occurred_at,
                                 recorded_at, region, department, party, actor, data, salt,
                                 commitment, hash)
            SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::timestamptz[],
                                 ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::json[],
                                 ?::json[], ?::text[], ?::text[], ?::text[])
            """;
    private static final int COLUMNS = 14;

    private final JdbcTemplate jdbc;
    private final Announcements announcements;
    private final CryptoProfile profile;
    private final InstantSource time;
    private final String topic;

    JdbcJournal(
            JdbcTemplate jdbc,
            Announcements announcements,
            CryptoProfile profile,
            InstantSource time,
            String service) {
        this.jdbc = jdbc;
        this.announcements = announcements;
        this.profile = profile;
        this.time = time;
        this.topic = "oneseal." + service + ".v1";
    }

    @Override
    public List<Chain> appendAll(List<Addition> additions) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("recorded outside a transaction");
        }
        Instant recordedAt = time.instant().truncatedTo(ChronoUnit.MICROS);
        List<Chain> ends = new ArrayList<>(additions.size());
        List<Announcement> outgoing = new ArrayList<>(additions.size());
        Rows rows = new Rows();
        Map<Actor, Spelled> actors = new HashMap<>();
        for (Addition addition : additions) {
            Spelled actor = actors.computeIfAbsent(addition.actor(), Spelled::of);
            ends.add(chain(addition, actor, recordedAt, rows, outgoing));
        }
        if (outgoing.isEmpty()) return ends;
        try {
            jdbc.update(INSERT, rows.columns());
        } catch (DuplicateKeyException e) {
            throw new OptimisticLockingFailureException(
                    "another transaction has appended to one of "
                            + additions.stream().map(a -> a.chain().aggregateId()).toList(),
                    e);
        }
        announcements.announce(outgoing);
        return ends;
    }

    /** As it is hashed and stored. */
    private record Spelled(JsonNode tree, String text) {
        static Spelled of(Object value) {
            JsonNode tree = EventJson.writer().valueToTree(value);
            return new Spelled(tree, CanonicalJson.write(tree));
        }
    }

    private Chain chain(
            Addition addition,
            Spelled actor,
            Instant recordedAt,
            Rows rows,
            List<Announcement> outgoing) {
        Chain end = addition.chain();
        for (Happening happening : addition.happenings()) {
            Spelled data = Spelled.of(happening.data());
            if (!data.tree().isObject()) {
                throw new IllegalArgumentException(happening.type() + " has no members");
            }
            Placement placement = happening.placement();
            Entry entry =
                    Entry.chained(
                            profile,
                            end.head(),
                            end.aggregateType(),
                            end.aggregateId(),
                            end.sequence() + 1,
                            happening.type(),
                            happening.occurredAt(),
                            recordedAt,
                            placement.region(),
                            placement.department(),
                            placement.party(),
                            actor.tree(),
                            data.tree(),
                            data.text(),
                            Salt.random());
            rows.add(entry, actor.text(), data.text());
            outgoing.add(
                    new Announcement(
                            topic,
                            entry.aggregateId(),
                            entry.type(),
                            entry.aggregateId(),
                            entry.sequence(),
                            entry.occurredAt(),
                            entry.region(),
                            entry.department(),
                            entry.recordedAt(),
                            new Written(data.text())));
            end =
                    new Chain(
                            end.aggregateType(),
                            end.aggregateId(),
                            entry.sequence(),
                            entry.hash().toString());
        }
        return end;
    }

    /** Arrays, a column each, so that any number of rows is one statement. */
    private static final class Rows {
        private final List<List<@Nullable String>> columns = new ArrayList<>(COLUMNS);

        Rows() {
            for (int i = 0; i < COLUMNS; i++) columns.add(new ArrayList<>());
        }

        void add(Entry entry, String actor, String data) {
            Salt salt = entry.salt();
            row(
                    entry.aggregateType(),
                    entry.aggregateId(),
                    Long.toString(entry.sequence()),
                    entry.type(),
                    entry.occurredAt().toString(),
                    entry.recordedAt().toString(),
                    entry.region(),
                    entry.department(),
                    entry.party(),
                    actor,
                    data,
                    salt == null ? null : salt.hex(),
                    entry.commitment().toString(),
                    entry.hash().toString());
        }

        private void row(@Nullable String... values) {
            for (int i = 0; i < COLUMNS; i++) columns.get(i).add(values[i]);
        }

        Object[] columns() {
            return columns.stream().map(column -> column.toArray(String[]::new)).toArray();
        }
    }
}
