package org.oneseal.platform.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.oneseal.platform.testkit.ledger.Bookings.fresh;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.Announcement;
import org.oneseal.platform.messaging.Announcements;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a service tells others goes out once it is committed, whole, and by a real broker. */
@PlatformTest
class OutboxStory {

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired JdbcTemplate jdbc;
    @Autowired Announcements announcements;
    @Autowired TransactionTemplate transactions;

    private Bookings bookings() {
        return new Bookings(topics, jdbc);
    }

    private String officer() {
        return tokens.of(Role.CASE_OFFICER).region("431103000000").department("A").mint();
    }

    @Test
    void aNoteReachesTheTotalsOnce() {
        String id = fresh();
        var answer = http.post("/api/v1/notes", officer(), Map.of("id", id, "amount", 5));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        bookings().awaitTotal(id, 5);
        var message =
                topics.all("oneseal.ledger.v1").stream()
                        .filter(m -> id.equals(m.key()))
                        .findFirst()
                        .orElseThrow();
        assertThat(message.headers())
                .containsEntry("ce_type", "org.oneseal.ledger.noted")
                .containsEntry("ce_sequence", "1")
                .containsEntry("ce_region", "431103000000")
                .containsKeys("ce_id", "ce_time", "ce_recordedat", "ce_source", "ce_dataschema")
                .containsKey("traceparent");
        await().untilAsserted(
                        () ->
                                assertThat(
                                                jdbc.queryForObject(
                                                        "SELECT count(*) FROM outbox WHERE key = ?",
                                                        Long.class,
                                                        id))
                                        .isZero());
    }

    @Test
    void aLowerIdThatCommitsLaterIsStillSent() throws Exception {
        String slow = fresh();
        String fast = fresh();
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var first =
                Thread.ofVirtual()
                        .start(
                                () ->
                                        transactions.executeWithoutResult(
                                                _ -> {
                                                    announce(slow);
                                                    written.countDown();
                                                    waitFor(mayCommit);
                                                }));
        waitFor(written);
        transactions.executeWithoutResult(_ -> announce(fast));
        bookings().awaitTotal(fast, 9);
        assertThat(bookings().total(slow)).isEqualTo(-1);
        mayCommit.countDown();
        first.join();
        bookings().awaitTotal(slow, 9);
    }

    @Test
    void whatCanNeverBeSentIsRefusedWhenItIsWritten() {
        assertThatThrownBy(
                        () ->
                                transactions.executeWithoutResult(
                                        _ ->
                                                announcements.announce(
                                                        List.of(
                                                                announcement(
                                                                        fresh(),
                                                                        Map.of(
                                                                                "text",
                                                                                "章"
                                                                                        .repeat(
                                                                                                400_000)))))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> announce(fresh())).isInstanceOf(IllegalStateException.class);
    }

    private void announce(String id) {
        announcements.announce(List.of(announcement(id, Map.of("amount", 9))));
    }

    private static Announcement announcement(String id, Object data) {
        return new Announcement(
                "oneseal.ledger.v1",
                id,
                "ledger.noted",
                id,
                1,
                Instant.parse("2026-05-06T01:00:00Z"),
                "431103000000",
                null,
                data);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
