package org.oneseal.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.evidence.Entry;
import org.oneseal.platform.evidence.Evidence;
import org.oneseal.platform.evidence.Finding;
import org.oneseal.platform.evidence.Finding.Code;
import org.oneseal.platform.evidence.Receipt;
import org.oneseal.platform.evidence.Salt;
import org.oneseal.platform.evidence.Seal;
import org.oneseal.platform.evidence.Verification;
import org.oneseal.platform.journal.JdbcHistory.Position;
import org.oneseal.platform.journal.JdbcHistory.Positioned;
import org.oneseal.platform.messaging.Announcement;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.Forbidden;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JournalTest {

    private static final Placement HERE = Placement.of("431103000000", "431103-SJ");
    private static final Actor CLERK = Actor.person("u1", "window-clerk", "431103-SJ", null, "app");

    private static EmbeddedPostgres postgres;

    @TempDir Path outside;
    private HikariDataSource pool;
    private JdbcTemplate jdbc;
    private TransactionTemplate transactions;
    private final List<Announcement> announced = new ArrayList<>();
    private Instant now = Instant.parse("2026-09-01T01:00:00.123456789Z");
    private final InstantSource time = () -> now;

    @BeforeAll
    static void startPostgres() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stopPostgres() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void freshDatabase() {
        var admin = new JdbcTemplate(postgres.getPostgresDatabase());
        String name = "journal_" + System.nanoTime();
        admin.execute("CREATE DATABASE " + name);
        var config = new HikariConfig();
        config.setDataSource(postgres.getDatabase("postgres", name));
        config.setMaximumPoolSize(16);
        pool = new HikariDataSource(config);
        Flyway.configure().dataSource(pool).locations("classpath:db/platform").load().migrate();
        jdbc = new JdbcTemplate(pool);
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRecordedIsExportedAndHolds(CryptoProfile profile) {
        var platform = new Platform(profile);
        Chain chain = platform.record(Chain.start("case", "a"), "submitted", "accepted");
        assertThat(platform.sealJob.seal()).isEqualTo(1);
        Receipt receipt = platform.receipts.issue(chain);
        chain = platform.record(chain, "decided");
        platform.record(Chain.start("case", "b"), "submitted");
        assertThat(platform.sealJob.seal()).isEqualTo(1);

        Evidence evidence = platform.export("a");
        assertThat(evidence.entries()).extracting(Entry::sequence).containsExactly(1L, 2L, 3L);
        assertThat(evidence.entries().getLast().hash()).hasToString(chain.head());
        assertThat(evidence.seals()).hasSize(2);
        assertThat(platform.verify(evidence, receipt)).isEmpty();
    }

    @Test
    void theAnnouncedEventIsTheRecordedOne() {
        var platform = new Platform(CryptoProfile.CN);
        platform.record(Chain.start("case", "a"), "submitted");

        Entry entry = platform.history.of("case", "a").getFirst();
        assertThat(announced).hasSize(1);
        Announcement event = announced.getFirst();
        assertThat(event.topic()).isEqualTo("oneseal.cases.v1");
        assertThat(event.key()).isEqualTo("a");
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.occurredAt()).isEqualTo(entry.occurredAt());
        assertThat(event.recordedAt()).isEqualTo(entry.recordedAt());
        assertThat(CanonicalJson.write(CanonicalJson.parse(String.valueOf(event.data()))))
                .isEqualTo(CanonicalJson.write(java.util.Objects.requireNonNull(entry.data())));
    }

    @Test
    void nothingIsRecordedOutsideATransaction() {
        var platform = new Platform(CryptoProfile.CN);
        assertThatThrownBy(
                        () ->
                                platform.journal.append(
                                        Chain.start("case", "a"), CLERK, List.of(happening("x"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oneOfManyWritersOfOneSequenceWins() throws Exception {
        var platform = new Platform(CryptoProfile.CN);
        Chain chain = platform.record(Chain.start("case", "a"), "submitted");
        int writers = 8;
        var start = new CountDownLatch(1);
        int won = 0;
        try (var threads = Executors.newFixedThreadPool(writers)) {
            Callable<Chain> write =
                    () -> {
                        start.await();
                        return platform.recordQuietly(chain, "accepted");
                    };
            List<Future<Chain>> attempts =
                    IntStream.range(0, writers).mapToObj(_ -> threads.submit(write)).toList();
            start.countDown();
            for (Future<Chain> attempt : attempts) {
                try {
                    assertThat(attempt.get().sequence()).isEqualTo(2);
                    won++;
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(OptimisticLockingFailureException.class);
                }
            }
        }
        assertThat(won).isEqualTo(1);
        assertThat(platform.history.of("case", "a")).hasSize(2);
    }

    @Test
    void aSweepAppendsToManyAggregatesAtOnce() {
        var platform = new Platform(CryptoProfile.CN);
        List<Journal.Addition> additions =
                IntStream.range(0, 1000)
                        .mapToObj(
                                i ->
                                        new Journal.Addition(
                                                Chain.start("card", "card-" + i),
                                                Actor.system("sweep"),
                                                List.of(happening("card-issued"))))
                        .toList();
        List<Chain> ends = transactions.execute(_ -> platform.journal.appendAll(additions));

        assertThat(ends).hasSize(1000).allMatch(end -> end.sequence() == 1);
        assertThat(ends.get(17).aggregateId()).isEqualTo("card-17");
        assertThat(platform.history.of("card", "card-17").getFirst().hash())
                .hasToString(ends.get(17).head());
        assertThat(announced).hasSize(1000);
    }

    @Test
    void aLowerIdThatCommitsLaterIsNeverSkipped() throws Exception {
        var platform = new Platform(CryptoProfile.CN);
        platform.record(Chain.start("case", "first"), "submitted");
        List<Positioned> seen = new ArrayList<>(platform.history.after(Position.START, "", 100));
        assertThat(seen).hasSize(1);

        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<?> slow =
                    thread.submit(
                            () ->
                                    transactions.execute(
                                            _ -> {
                                                Chain end =
                                                        platform.journal.append(
                                                                Chain.start("case", "slow"),
                                                                CLERK,
                                                                List.of(happening("submitted")));
                                                written.countDown();
                                                await(mayCommit);
                                                return end;
                                            }));
            written.await();
            platform.recordQuietly(Chain.start("case", "quick"), "submitted");

            assertThat(platform.history.after(seen.getLast().position(), "", 100)).isEmpty();
            assertThat(platform.sealJob.seal()).as("first only").isEqualTo(1);
            mayCommit.countDown();
            slow.get();
        }
        assertThat(platform.history.after(seen.getLast().position(), "", 100))
                .extracting(row -> row.entry().aggregateId())
                .containsExactly("slow", "quick");
        assertThat(platform.sealJob.seal()).isEqualTo(1);
        assertThat(platform.export("slow").seals()).hasSize(1);
        assertThat(platform.verify(platform.export("slow"), null)).noneMatch(Finding::isFlaw);
    }

    @Test
    void manyWritersAndATailingReaderAgreeOnEveryRow() throws Exception {
        var platform = new Platform(CryptoProfile.INTL);
        List<String> seen = new ArrayList<>();
        int writers = 6;
        int each = 60;
        var running = new CountDownLatch(writers);
        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (int w = 0; w < writers; w++) {
                String id = "case-" + w;
                threads.submit(
                        () -> {
                            Chain chain = Chain.start("case", id);
                            for (int i = 0; i < each; i++) {
                                chain = platform.recordQuietly(chain, "noted");
                            }
                            running.countDown();
                            return chain;
                        });
            }
            Position position = Position.START;
            while (seen.size() < writers * each) {
                boolean finished = running.getCount() == 0;
                List<Positioned> rows = platform.history.after(position, "", 37);
                for (Positioned row : rows) {
                    seen.add(row.entry().aggregateId() + "/" + row.entry().sequence());
                    position = row.position();
                }
                if (finished && rows.isEmpty()) break;
            }
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(writers * each);
        for (int w = 0; w < writers; w++) {
            String start = "case-" + w + "/";
            assertThat(seen.stream().filter(id -> id.startsWith(start)))
                    .as("in order")
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, each).mapToObj(i -> start + i).toList());
        }
    }

    @Test
    void historyAndSealsAreAppendOnly() {
        var platform = new Platform(CryptoProfile.CN);
        platform.record(Chain.start("case", "a"), "submitted");
        platform.sealJob.seal();
        for (String sql :
                List.of(
                        "UPDATE history SET region = '110000000000'",
                        "UPDATE history SET data = '{}'",
                        "UPDATE history SET data = NULL, salt = NULL, type = 'x'",
                        "DELETE FROM history",
                        "TRUNCATE history",
                        "UPDATE seal SET root = 'x'",
                        "DELETE FROM seal",
                        "TRUNCATE seal")) {
            assertThatThrownBy(() -> jdbc.execute(sql))
                    .as(sql)
                    .hasMessageContaining("is append-only");
        }
    }

    @Test
    void erasedDataLeaveTheProofWhole() {
        var platform = new Platform(CryptoProfile.CN);
        Chain chain = platform.record(Chain.start("case", "a"), "submitted", "accepted");
        Receipt receipt = platform.receipts.issue(chain);
        platform.sealJob.seal();

        assertThat(new Erasure(jdbc).erase("a", List.of(1L))).isEqualTo(1);
        assertThat(new Erasure(jdbc).erase("a", List.of(1L))).isZero();
        assertThat(platform.verify(platform.export("a"), receipt))
                .containsExactly(new Finding(Code.ERASED, List.of(1L)));
        assertThat(platform.history.after(Position.START, "", 10).getFirst().entry().data())
                .isNull();
    }

    @Test
    void aHistoryRewrittenInTheDatabaseAndSealedAnewIsFound() {
        var platform = new Platform(CryptoProfile.CN);
        Chain chain = platform.record(Chain.start("case", "a"), "submitted", "accepted");
        platform.record(Chain.start("case", "b"), "submitted");
        Receipt receipt = platform.receipts.issue(chain);
        platform.sealJob.seal();
        List<Seal> kept = platform.sealsOutside();
        assertThat(kept).hasSize(1);

        platform.rewrite("a", 1);
        jdbc.execute("ALTER TABLE seal DISABLE TRIGGER USER");
        jdbc.execute("DELETE FROM seal");
        platform.sealJob.seal();

        Evidence forged = platform.export("a");
        assertThat(Verification.of(forged, List.of(), List.of(), platform.keys.publicKeys()))
                .as("by itself the forgery holds")
                .noneMatch(Finding::isFlaw);
        assertThat(Verification.of(forged, List.of(receipt), List.of(), List.of()))
                .extracting(Finding::code)
                .contains(Code.RECEIPT_CONTRADICTS);
        assertThat(Verification.of(forged, List.of(), kept, List.of()))
                .extracting(Finding::code)
                .contains(Code.SEAL_DIFFERS_OUTSIDE);
        assertThat(platform.sealsOutside()).as("the outside copy is not replaced").isEqualTo(kept);
    }

    @Test
    void sealsFollowEachOtherAreAnnouncedAndGivenAway() {
        var platform = new Platform(CryptoProfile.CN, 2);
        for (int i = 0; i < 5; i++) platform.record(Chain.start("case", "c" + i), "submitted");
        announced.clear();

        assertThat(platform.sealJob.seal()).isEqualTo(3);
        assertThat(platform.sealJob.seal()).isZero();
        List<Seal> all = platform.seals.after(0, 10);
        assertThat(all).extracting(Seal::number).containsExactly(1L, 2L, 3L);
        assertThat(all.get(1).previous()).isEqualTo(all.get(0).hash());
        assertThat(all.get(2).previous()).isEqualTo(all.get(1).hash());
        assertThat(announced)
                .extracting(Announcement::topic, Announcement::key, Announcement::sequence)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(SealJob.TOPIC, "cases", 1L),
                        org.assertj.core.groups.Tuple.tuple(SealJob.TOPIC, "cases", 2L),
                        org.assertj.core.groups.Tuple.tuple(SealJob.TOPIC, "cases", 3L));
        assertThat(platform.sealsOutside()).isEqualTo(all);
        for (int i = 0; i < 5; i++) {
            assertThat(platform.verify(platform.export("c" + i), null))
                    .extracting(Finding::code)
                    .containsExactly(Code.NO_OUTSIDE_RECEIPT);
        }

        var api = new SealsApi(platform.seals, platform.keys);
        Feed<Seal> page = api.seals(new PageRequest(2, List.of()));
        assertThat(page.items()).hasSize(2);
        Feed<Seal> rest = api.seals(goingOn(page, 2));
        assertThat(rest.items()).containsExactly(all.get(2));
        assertThat(rest.next()).isNull();
        assertThat(api.seals(goingOn(rest, 2)).items()).isEmpty();
    }

    @Test
    void theFeedIsForOperatorsAndAuditorsOfTheRegion() {
        var platform = new Platform(CryptoProfile.CN);
        platform.record(Chain.start("case", "a"), "submitted", "accepted");
        transactions.execute(
                _ ->
                        platform.journal.append(
                                Chain.start("case", "elsewhere"),
                                CLERK,
                                List.of(
                                        new Happening(
                                                "cases.submitted",
                                                now,
                                                Placement.of("431102000000", null),
                                                Map.of("n", 1)))));
        var api = new EventsApi(platform.history, "cases");
        PageRequest all = new PageRequest(50, List.of());

        for (Role role :
                List.of(Role.DEPARTMENT_SYSTEM, Role.APPLICANT, Role.CASE_OFFICER, Role.BUYER)) {
            assertThatThrownBy(() -> api.events(caller(role, null), all))
                    .as(role.name())
                    .isInstanceOf(Forbidden.class);
        }
        assertThat(api.events(caller(Role.PLATFORM_OPERATOR, null), all).items()).hasSize(3);
        Feed<EventsApi.EventView> mine =
                api.events(caller(Role.AUDITOR, "431103000000"), new PageRequest(1, List.of()));
        assertThat(mine.items()).extracting(EventsApi.EventView::id).containsExactly("a/1");
        assertThat(mine.items().getFirst().type()).isEqualTo("org.oneseal.cases.submitted");
        Feed<EventsApi.EventView> then =
                api.events(caller(Role.AUDITOR, "431103000000"), goingOn(mine, 1));
        assertThat(then.items()).extracting(EventsApi.EventView::id).containsExactly("a/2");
        assertThat(then.next()).isNull();
        assertThatThrownBy(
                        () ->
                                api.events(
                                        caller(Role.AUDITOR, null),
                                        new PageRequest(1, List.of("no", "number"))))
                .hasMessage("cursor-invalid");
    }

    private static Caller caller(Role role, @Nullable String region) {
        return new Caller(
                "s",
                "s",
                Set.of(role),
                region == null ? null : new RegionCode(region),
                null,
                null,
                "client");
    }

    private static PageRequest goingOn(Feed<?> feed, int limit) {
        return new PageRequest(limit, Page.decode(java.util.Objects.requireNonNull(feed.cursor())));
    }

    private Happening happening(String type) {
        return new Happening(
                "cases." + type,
                now.minusSeconds(3600),
                HERE.concerning("party-1"),
                new Sample(
                        "备注 \"x\" 😀", 9007199254740993L, new java.math.BigDecimal("12.50"), null));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    record Sample(String note, long fen, java.math.BigDecimal share, @Nullable Instant due) {}

    private final class Platform {
        final KeyRing keys;
        final Journal journal;
        final JdbcHistory history;
        final JdbcSeals seals;
        final Receipts receipts;
        final EvidenceExport export;
        final SealJob sealJob;

        Platform(CryptoProfile profile) {
            this(profile, 1000);
        }

        Platform(CryptoProfile profile, int batch) {
            keys = KeyRing.ephemeral(profile, "cases");
            journal =
                    new JdbcJournal(
                            jdbc,
                            events -> {
                                synchronized (announced) {
                                    announced.addAll(events);
                                }
                            },
                            profile,
                            time,
                            "cases");
            history = new JdbcHistory(jdbc);
            seals = new JdbcSeals(jdbc, "cases");
            receipts = new Receipts(keys, time, "cases");
            var manager = new JdbcTransactionManager(pool);
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
            return transactions.execute(
                    _ -> journal.append(chain, CLERK, List.of(happening(type))));
        }

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
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        /**
         * An insider with every right: new data for one entry, all hashes of the history redone.
         */
        void rewrite(String id, long sequence) {
            jdbc.execute("ALTER TABLE history DISABLE TRIGGER USER");
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
                                        : java.util.Objects.requireNonNull(e.data()),
                                Salt.random());
                jdbc.update(
                        """
                        UPDATE history SET data = ?::jsonb, salt = ?, commitment = ?, hash = ?
                         WHERE aggregate_id = ? AND sequence = ?
                        """,
                        String.valueOf(forged.data()),
                        java.util.Objects.requireNonNull(forged.salt()).hex(),
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
    }
}
