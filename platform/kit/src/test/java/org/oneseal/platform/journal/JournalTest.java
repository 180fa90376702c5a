package org.oneseal.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.oneseal.platform.journal.RecordingService.CLERK;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.evidence.Entry;
import org.oneseal.platform.messaging.Announcement;
import org.springframework.dao.OptimisticLockingFailureException;

/** What happened is recorded once, in its order, with the event that tells of it. */
class JournalTest {

    @TempDir Path outside;

    @AutoClose private final JournalDatabase database = new JournalDatabase();

    private RecordingService service(CryptoProfile profile) {
        return new RecordingService(database, outside, profile);
    }

    @Test
    void theAnnouncedEventIsTheRecordedOne() {
        var service = service(CryptoProfile.CN);
        service.record(Chain.start("case", "a"), "submitted");

        Entry entry = service.history.of("case", "a").getFirst();
        assertThat(service.announced).hasSize(1);
        Announcement event = service.announced.getFirst();
        assertThat(event.topic()).isEqualTo("oneseal.cases.v1");
        assertThat(event.key()).isEqualTo("a");
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.occurredAt()).isEqualTo(entry.occurredAt());
        assertThat(event.recordedAt()).isEqualTo(entry.recordedAt());
        assertThat(CanonicalJson.write(CanonicalJson.parse(String.valueOf(event.data()))))
                .isEqualTo(CanonicalJson.write(Objects.requireNonNull(entry.data())));
    }

    @Test
    void nothingIsRecordedOutsideATransaction() {
        var service = service(CryptoProfile.CN);
        assertThatThrownBy(
                        () ->
                                service.journal.append(
                                        Chain.start("case", "a"),
                                        CLERK,
                                        List.of(service.happening("x"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oneOfManyWritersOfOneSequenceWins() throws Exception {
        var service = service(CryptoProfile.CN);
        Chain chain = service.record(Chain.start("case", "a"), "submitted");
        int writers = 8;
        var start = new CountDownLatch(1);
        int won = 0;
        try (var threads = Executors.newFixedThreadPool(writers)) {
            Callable<Chain> write =
                    () -> {
                        start.await();
                        return service.recordQuietly(chain, "accepted");
                    };
            List<Future<Chain>> attempts =
                    IntStream.range(0, writers).mapToObj(_ -> threads.submit(write)).toList();
            start.countDown();
            for (Future<Chain> attempt : attempts) {
                try {
                    assertThat(attempt.get().sequence()).isEqualTo(2);
                    won++;
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(OptimisticLockingFailureException.class);
                }
            }
        }
        assertThat(won).isEqualTo(1);
        assertThat(service.history.of("case", "a")).hasSize(2);
    }

    @Test
    void aSweepAppendsToManyAggregatesAtOnce() {
        var service = service(CryptoProfile.CN);
        List<Journal.Addition> additions =
                IntStream.range(0, 1000)
                        .mapToObj(
                                i ->
                                        new Journal.Addition(
                                                Chain.start("card", "card-" + i),
                                                Actor.system("sweep"),
                                                List.of(service.happening("card-issued"))))
                        .toList();
        List<Chain> ends = database.transactions.execute(_ -> service.journal.appendAll(additions));

        assertThat(ends).hasSize(1000).allMatch(end -> end.sequence() == 1);
        assertThat(ends.get(17).aggregateId()).isEqualTo("card-17");
        assertThat(service.history.of("card", "card-17").getFirst().hash())
                .hasToString(ends.get(17).head());
        assertThat(service.announced).hasSize(1000);
    }

    @Test
    void historyAndSealsAreAppendOnly() {
        var service = service(CryptoProfile.CN);
        service.record(Chain.start("case", "a"), "submitted");
        service.sealJob.seal();
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
            assertThatThrownBy(() -> database.jdbc.execute(sql))
                    .as(sql)
                    .hasMessageContaining("is append-only");
        }
    }
}
