package org.oneseal.platform.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The kit as a service sees it: over HTTP, with a real database and a real broker. */
@PlatformTest
class KitStory {

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired JdbcTemplate jdbc;
    @Autowired Subscriptions subscriptions;
    @Autowired org.oneseal.platform.messaging.Announcements announcements;
    @Autowired org.springframework.transaction.support.TransactionTemplate transactions;

    private String officer() {
        return tokens.of(Role.CASE_OFFICER).region("431103000000").department("A").mint();
    }

    private static String fresh() {
        return "n-" + UUID.randomUUID();
    }

    @Test
    void aNoteReachesTheTotalsOnce() {
        String id = fresh();
        var answer = http.post("/api/v1/notes", officer(), Map.of("id", id, "amount", 5));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        awaitTotal(id, 5);
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
    void aRepeatedKeyGetsTheSameAnswerAndAnotherBodyAnObjection() {
        String id = fresh();
        String key = UUID.randomUUID().toString();
        var body = Map.of("id", id, "amount", 7);
        var first = http.post("/api/v1/notes", officer(), body, "Idempotency-Key", key);
        var second = http.post("/api/v1/notes", officer(), body, "Idempotency-Key", key);
        var other =
                http.post(
                        "/api/v1/notes",
                        officer(),
                        Map.of("id", id, "amount", 8),
                        "Idempotency-Key",
                        key);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("ETag")).isEqualTo("\"1\"");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.objections()).containsExactly("idempotency-key-reused");
    }

    @Test
    void aRefusalLeavesNothing() {
        String id = fresh();
        var answer = http.post("/api/v1/notes", officer(), Map.of("id", id, "amount", -1));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(http.get("/api/v1/notes/" + id, officer()).status()).isEqualTo(404);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM note WHERE id = ?", Long.class, id))
                .isZero();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM outbox WHERE key = ?", Long.class, id))
                .isZero();
    }

    @Test
    void anotherRegionDoesNotSeeIt() {
        String id = fresh();
        http.post("/api/v1/notes", officer(), Map.of("id", id, "amount", 1));
        String neighbour =
                tokens.of(Role.CASE_OFFICER).region("431102000000").department("A").mint();
        String supervisor = tokens.of(Role.SUPERVISOR).region("431103000000").mint();

        assertThat(http.get("/api/v1/notes/" + id, neighbour).status()).isEqualTo(404);
        assertThat(http.get("/api/v1/notes/" + id, supervisor).status()).isEqualTo(200);
        assertThat(http.get("/api/v1/notes/" + id, tokens.of().mint()).status()).isEqualTo(404);
    }

    @Test
    void everyKindOfNonsenseIsAProblemDetail() {
        String token = officer();
        String wrongAudience = tokens.of(Role.CASE_OFFICER).audience("somebody-else").mint();
        String old = tokens.of(Role.CASE_OFFICER).expired().mint();
        String path = "/api/v1/notes";

        assertProblem(http.get(path, null), 401, "token-missing");
        assertProblem(http.get(path, "garbage"), 401, "token-invalid");
        assertProblem(http.get(path, wrongAudience), 401, "token-invalid");
        assertProblem(http.get(path, old), 401, "token-invalid");
        assertProblem(http.get("/api/v1/nothing", token), 404, "no-such-path");
        for (String odd : List.of("/api/v1//notes", "/api/v1/notes/a%3Bb")) {
            assertProblem(http.get(odd, token), 400, "request-malformed");
        }
        assertProblem(http.post(path, token, "{\"id\":"), 400, "json-malformed");
        assertProblem(http.post(path, token, "{\"id\":\"a\",\"amount\":\"x\"}"), 400, null);
        assertProblem(http.post(path, token, "{\"id\":\"a\",\"amount\":\"5\"}"), 400, null);
        assertProblem(http.post(path, token, "{\"id\":\"a\"}"), 400, null);
        assertProblem(
                http.post(path, token, "{\"id\":\"a\",\"amount\":1,\"x\":2}"),
                400,
                "field-unknown");
        assertProblem(http.post(path, token, "[]"), 400, "field-wrong-type");
        assertThat(
                        http.post(path, token, "{\"y\":{},\"id\":7,\"amount\":[1],\"x\":2}")
                                .objections())
                .containsExactlyInAnyOrder(
                        "field-unknown", "field-unknown", "field-wrong-type", "field-wrong-type");
        assertProblem(http.post(path, token, null), 400, "body-missing");
        assertProblem(
                http.post(path, token, "{\"id\":\"" + "x".repeat(1_100_000) + "\"}"),
                413,
                "too-large");
        assertProblem(
                http.post(path, token, "x", "Content-Type", "text/plain"),
                415,
                "media-type-unsupported");
        assertProblem(http.delete(path, token), 405, "method-not-allowed");
        assertProblem(http.get(path + "?limit=0", token), 400, "limit-invalid");
        assertProblem(http.get(path + "?limit=x", token), 400, "limit-invalid");
        assertProblem(http.get(path + "?cursor=%7B", token), 400, "cursor-invalid");
        assertProblem(http.send("POST", path, token, "{}"), 400, "header-missing");
        assertProblem(http.post(path + "/a/raise", token, null), 428, "header-missing");
        assertProblem(
                http.post(path + "/a/raise", token, null, "If-Match", "one"),
                400,
                "header-malformed");
        assertProblem(
                http.post(path + "/a/raise", token, null, "If-Match", "\"1\""),
                409,
                "stale-version");
        assertProblem(
                http.post(path, tokens.of(Role.APPLICANT).mint(), "{\"id\":\"a\",\"amount\":1}"),
                403,
                "role-missing");
    }

    @Test
    void objectionsSpeakTheReadersLanguage() {
        var chinese = http.get("/api/v1/notes", null);
        var english = http.get("/api/v1/notes", null, "Accept-Language", "en");

        assertThat(chinese.json().at("/objections/0/message").asString()).contains("令牌");
        assertThat(english.json().at("/objections/0/message").asString()).contains("token");
    }

    @Test
    void ofThirtyTwoWritersOneWins() throws Exception {
        String id = fresh();
        http.post("/api/v1/notes", officer(), Map.of("id", id, "amount", 1));
        String token = officer();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers =
                    threads.invokeAll(
                            IntStream.range(0, 32)
                                    .mapToObj(
                                            _ ->
                                                    (Callable<Integer>)
                                                            () ->
                                                                    http.post(
                                                                                    "/api/v1/notes/"
                                                                                            + id
                                                                                            + "/raise",
                                                                                    token,
                                                                                    null,
                                                                                    "If-Match",
                                                                                    "\"1\"")
                                                                            .status())
                                    .toList());
            assertThat(answers.stream().map(KitStory::result).filter(s -> s == 200)).hasSize(1);
            assertThat(answers.stream().map(KitStory::result).filter(s -> s == 409)).hasSize(31);
        }
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepeat() {
        String token = tokens.of(Role.CASE_OFFICER).region("430102000000").department("P").mint();
        for (int i = 0; i < 5; i++) {
            http.post("/api/v1/notes", token, Map.of("id", "page-" + i, "amount", i));
        }
        List<String> seen = new java.util.ArrayList<>();
        String next = "";
        while (next != null) {
            var page =
                    http.get(
                                    "/api/v1/notes?limit=2"
                                            + (next.isEmpty() ? "" : "&cursor=" + next),
                                    token)
                            .json();
            page.path("items").forEach(n -> seen.add(n.path("id").asString()));
            next = page.path("next").isString() ? page.path("next").asString() : null;
        }
        assertThat(seen).containsExactly("page-0", "page-1", "page-2", "page-3", "page-4");
    }

    @Test
    void repeatsAndOldVersionsHaveNoEffect() {
        String key = fresh();
        send(key, 1, 10);
        send(key, 3, 30);
        send(key, 2, 20);
        send(key, 3, 30);
        send(key, 1, 10);
        send(key, 4, 40);
        awaitTotal(key, 80);
        await().during(Duration.ofMillis(300)).untilAsserted(() -> awaitTotal(key, 80));
    }

    @Test
    void aPoisonedEventStopsOnlyItsOwnKeyUntilReplay() {
        LedgerApplication.Totals.poisonous = true;
        String bad = fresh();
        String good = fresh();
        send(bad, 1, 666);
        send(bad, 2, 1);
        send(good, 1, 2);
        topics.send(new ProducerRecord<>("oneseal.ledger.v1", good, "{no event".getBytes()));
        awaitTotal(good, 2);
        await().untilAsserted(
                        () ->
                                assertThat(
                                                jdbc.queryForList(
                                                        """
                                                        SELECT sequence FROM inbox_parked
                                                         WHERE key = ? ORDER BY sequence
                                                        """,
                                                        Long.class,
                                                        bad))
                                        .containsExactly(1L, 2L));
        await().untilAsserted(
                        () ->
                                assertThat(topics.all("oneseal.ledger.v1.dlt"))
                                        .anyMatch(m -> bad.equals(m.key()))
                                        .anyMatch(
                                                m ->
                                                        Objects.requireNonNull(
                                                                        m.headers().get("reason"))
                                                                .startsWith("malformed")));
        LedgerApplication.Totals.poisonous = false;
        String operator = tokens.of(Role.PLATFORM_OPERATOR).mint();
        var answer =
                http.post(
                        "/api/v1/ledger/operations/projections/totals/parked/" + bad + "/replay",
                        operator,
                        null);

        assertThat(answer.json().path("handled").asInt()).isEqualTo(2);
        awaitTotal(bad, 667);
        send(bad, 3, 3);
        awaitTotal(bad, 670);
    }

    @Test
    void whatSendersSayInTopicsOfTheirOwnStandsForItself() {
        String one = fresh();
        String other = fresh();
        String key = fresh();
        LedgerApplication.Sayings.KNOWN.addAll(List.of(one, other));
        say(one, key, 2, Map.of("amount", 1));
        say(one, key, 1, Map.of("amount", 1));
        say(
                one,
                key,
                3,
                Map.of("amount", -1, "by", "440524188001010014", "no", 440524188001010014L));
        say(one, key, 3, Map.of("amount", 1));
        say(one, key, 4, Map.of("amount", 1));
        // The same id and key, and nothing to do with the other's.
        say(other, key, 2, Map.of("amount", 1));
        String own = one + ":" + key;

        await().atMost(Patience.SOON)
                .untilAsserted(
                        () ->
                                assertThat(LedgerApplication.Sayings.HEARD)
                                        .contains(own + "/2", own + "/1", own + "/4")
                                        .contains(other + ":" + key + "/2"));
        assertThat(LedgerApplication.Sayings.HEARD).doesNotContain(own + "/3");
        Map<String, Object> parked =
                jdbc.queryForMap(
                        """
                        SELECT reason, event::text AS event FROM inbox_parked
                         WHERE subscription = 'sayings' AND key = ?
                        """,
                        own);
        assertThat(parked.get("reason")).isEqualTo("negative");
        assertThat(String.valueOf(parked.get("event")))
                .contains("4405**********0014")
                .doesNotContain("440524188001010014");
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () ->
                                assertThat(topics.all("oneseal.sayings.in." + one + ".v1.dlt"))
                                        .singleElement()
                                        .satisfies(
                                                dead ->
                                                        assertThat(dead.value())
                                                                .contains("4405**********0014")
                                                                .doesNotContain(
                                                                        "440524188001010014")));
    }

    @Test
    void whoIsNotAdmittedYetWaitsAndHoldsUpNobodyElse() {
        String early = fresh();
        String known = fresh();
        LedgerApplication.Sayings.KNOWN.add(known);
        for (int i = 1; i <= 20; i++) say(early, "k" + i % 3, i, Map.of("amount", 1));
        say(known, "k", 1, Map.of("amount", 1));
        await().atMost(Patience.SOON)
                .until(() -> LedgerApplication.Sayings.HEARD.contains(known + ":k/1"));
        assertThat(heardOf(early)).isEmpty();

        LedgerApplication.Sayings.KNOWN.add(early);
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () -> assertThat(heardOf(early)).hasSize(20).doesNotHaveDuplicates());
    }

    private static List<String> heardOf(String sender) {
        return LedgerApplication.Sayings.HEARD.stream()
                .filter(heard -> heard.startsWith(sender + ":"))
                .toList();
    }

    private void say(String sender, String key, long sequence, Object data) {
        topics.send(
                "oneseal.sayings.in." + sender + ".v1",
                key,
                "org.oneseal.sayings.said",
                sequence,
                Instant.parse("2026-11-21T02:00:00Z"),
                "431103000000",
                null,
                data);
    }

    @Test
    void aRebuildEndsEqual() {
        String key = fresh();
        for (int i = 1; i <= 20; i++) send(key, i, i);
        awaitTotal(key, 210);
        LedgerApplication.Totals.poisonous = false;
        var before = totals();
        jdbc.update("UPDATE total SET amount = 0 WHERE id = ?", key);

        subscriptions.rebuild("totals");

        await().atMost(Patience.SOON)
                .until(() -> subscriptions.isCaughtUp("totals") && total(key) == 210);
        await().untilAsserted(() -> assertThat(totals()).containsAllEntriesOf(before));
    }

    @Test
    void whatRestsOnAnotherProjectionIsBuiltAfterIt() {
        String key = fresh();
        for (int i = 1; i <= 20; i++) send(key, i, i);
        awaitTotal(key, 210);
        LedgerApplication.Totals.poisonous = false;

        subscriptions.rebuild("totals");
        subscriptions.rebuild("readings");

        await().atMost(Patience.SOON).until(() -> subscriptions.isCaughtUp("readings"));
        assertThat(LedgerApplication.Readings.TOTALS_WHOLE).isNotEmpty().containsOnly(true);
    }

    @Test
    void aLowerIdThatCommitsLaterIsStillSent() throws Exception {
        String slow = fresh();
        String fast = fresh();
        var written = new java.util.concurrent.CountDownLatch(1);
        var mayCommit = new java.util.concurrent.CountDownLatch(1);
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
        awaitTotal(fast, 9);
        assertThat(total(slow)).isEqualTo(-1);
        mayCommit.countDown();
        first.join();
        awaitTotal(slow, 9);
    }

    @Test
    void whatCanNeverBeSentIsRefusedWhenItIsWritten() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
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
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> announce(fresh()))
                .isInstanceOf(IllegalStateException.class);
    }

    private void announce(String id) {
        announcements.announce(List.of(announcement(id, Map.of("amount", 9))));
    }

    private static org.oneseal.platform.messaging.Announcement announcement(
            String id, Object data) {
        return new org.oneseal.platform.messaging.Announcement(
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

    private static void waitFor(java.util.concurrent.CountDownLatch latch) {
        try {
            assertThat(latch.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(String key, long sequence, int amount) {
        topics.send(
                "oneseal.ledger.v1",
                key,
                "org.oneseal.ledger.noted",
                sequence,
                Instant.parse("2026-05-06T01:00:00Z"),
                "431103000000",
                null,
                Map.of("amount", amount, "somethingNew", true));
    }

    private void awaitTotal(String id, long expected) {
        await().atMost(Patience.SOON)
                .untilAsserted(() -> assertThat(total(id)).isEqualTo(expected));
    }

    private long total(String id) {
        return jdbc.queryForList("SELECT amount FROM total WHERE id = ?", Long.class, id).stream()
                .findFirst()
                .orElse(-1L);
    }

    private Map<String, Long> totals() {
        Map<String, Long> totals = new java.util.TreeMap<>();
        jdbc.query(
                "SELECT id, amount FROM total",
                r -> {
                    totals.put(r.getString(1), r.getLong(2));
                });
        return totals;
    }

    private static int result(Future<Integer> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertProblem(
            Http.Answer answer, int status, @org.jspecify.annotations.Nullable String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).startsWith("urn:oneseal:problem:");
        assertThat(answer.objections()).as(answer.text()).isNotEmpty();
        if (code != null) assertThat(answer.objections()).as(answer.text()).contains(code);
        assertThat(answer.json().at("/objections/0/message").asString()).isNotBlank();
    }
}
