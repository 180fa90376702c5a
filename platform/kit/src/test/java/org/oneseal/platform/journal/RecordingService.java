package org.oneseal.platform.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.evidence.Entry;
import org.oneseal.platform.evidence.Evidence;
import org.oneseal.platform.evidence.Finding;
import org.oneseal.platform.evidence.Receipt;
import org.oneseal.platform.evidence.Salt;
import org.oneseal.platform.evidence.Seal;
import org.oneseal.platform.evidence.Verification;
import org.oneseal.platform.messaging.Announcement;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A service that records, seals and exports, by a clock of its own. */
final class RecordingService {

    static final Actor CLERK = Actor.person("u1", "window-clerk", "431103-SJ", null, "app");
    private static final Placement HERE = Placement.of("431103000000", "431103-SJ");

    final List<Announcement> announced = new ArrayList<>();
    final KeyRing keys;
    final Journal journal;
    final JdbcHistory history;
    final JdbcSeals seals;
    final Receipts receipts;
    final EvidenceExport export;
    final SealJob sealJob;
    private final JournalDatabase database;
    private final Path outside;
    private Instant now = Instant.parse("2026-09-01T01:00:00.123456789Z");
    private final InstantSource time = () -> now;

    RecordingService(JournalDatabase database, Path outside, CryptoProfile profile) {
        this(database, outside, profile, 1000);
    }

    /** Seals so many chains at once. */
    RecordingService(JournalDatabase database, Path outside, CryptoProfile profile, int batch) {
        this.database = database;
        this.outside = outside;
        keys = KeyRing.ephemeral(profile, "cases");
        journal =
                new JdbcJournal(
                        database.jdbc,
                        events -> {
                            synchronized (announced) {
                                announced.addAll(events);
                            }
                        },
                        profile,
                        time,
                        "cases");
        history = new JdbcHistory(database.jdbc);
        seals = new JdbcSeals(database.jdbc, "cases");
        receipts = new Receipts(keys, time, "cases");
        var manager = new JdbcTransactionManager(database.pool);
        export = new EvidenceExport(history, seals, receipts, keys, manager, "cases");
        sealJob =
                new SealJob(
                        seals,
                        announced::addAll,
                        keys,
                        manager,
                        time,
                        "cases",
                        outside.toString(),
                        batch);
    }

    Chain record(Chain chain, String... types) {
        Chain end = chain;
        for (String type : types) {
            now = now.plusSeconds(60);
            end = recordQuietly(end, type);
        }
        return end;
    }

    Chain recordQuietly(Chain chain, String type) {
        return database.transactions.execute(
                _ -> journal.append(chain, CLERK, List.of(happening(type))));
    }

    Instant now() {
        return now;
    }

    Happening happening(String type) {
        return new Happening(
                "cases." + type,
                now.minusSeconds(3600),
                HERE.concerning("party-1"),
                new Sample("备注 \"x\" 😀", 9007199254740993L, new BigDecimal("12.50"), null));
    }

    /** As it was exported, and read again. */
    Evidence export(String id) {
        Evidence evidence = export.of("case", id).orElseThrow();
        String json = CanonicalJson.mapper().writeValueAsString(evidence);
        return CanonicalJson.mapper().readValue(json, Evidence.class);
    }

    List<Finding> verify(Evidence evidence, @Nullable Receipt receipt) {
        return Verification.of(
                evidence,
                receipt == null ? List.of() : List.of(receipt),
                sealsOutside(),
                keys.publicKeys());
    }

    List<Seal> sealsOutside() {
        try (var files = Files.list(outside)) {
            return files.sorted()
                    .map(file -> CanonicalJson.mapper().readValue(file.toFile(), Seal.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An insider with every right: new data for one entry, all hashes of the history redone. */
    void rewrite(String id, long sequence) {
        database.jdbc.execute("ALTER TABLE history DISABLE TRIGGER USER");
        String previous = "";
        for (Entry e : history.of("case", id)) {
            Entry forged =
                    Entry.chained(
                            keys.profile(),
                            previous,
                            e.aggregateType(),
                            e.aggregateId(),
                            e.sequence(),
                            e.type(),
                            e.occurredAt().truncatedTo(ChronoUnit.MICROS),
                            e.recordedAt(),
                            e.region(),
                            e.department(),
                            e.party(),
                            e.actor(),
                            e.sequence() == sequence
                                    ? CanonicalJson.parse("{\"note\":\"nothing to see\"}")
                                    : Objects.requireNonNull(e.data()),
                            Salt.random());
            database.jdbc.update(
                    """
                    UPDATE history SET data = ?::jsonb, salt = ?, commitment = ?, hash = ?
                     WHERE aggregate_id = ? AND sequence = ?
                    """,
                    String.valueOf(forged.data()),
                    Objects.requireNonNull(forged.salt()).hex(),
                    text(forged.commitment()),
                    text(forged.hash()),
                    id,
                    forged.sequence());
            previous = forged.hash().toString();
        }
    }

    private String text(Digest digest) {
        return digest.toString();
    }

    /** The next page after what was read. */
    static PageRequest goingOn(Feed<?> feed, int limit) {
        return new PageRequest(limit, Page.decode(Objects.requireNonNull(feed.cursor())));
    }

    record Sample(String note, long fen, BigDecimal share, @Nullable Instant due) {}
}
