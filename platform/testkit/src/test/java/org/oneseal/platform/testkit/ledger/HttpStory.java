package org.oneseal.platform.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.platform.testkit.ledger.Bookings.fresh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The kit as callers of a service see it: over HTTP, with a real database. */
@PlatformTest
class HttpStory {

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired JdbcTemplate jdbc;

    private String officer() {
        return tokens.of(Role.CASE_OFFICER).region("431103000000").department("A").mint();
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
        assertProblem(http.get(path + "?Limit=2", token), 400, "parameter-unknown");
        assertProblem(http.get(path + "?limit=2&x", token), 400, "parameter-unknown");
        assertProblem(http.post(path + "?a=1", token, "{}"), 400, "parameter-none");
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
            assertThat(answers.stream().map(HttpStory::result).filter(s -> s == 200)).hasSize(1);
            assertThat(answers.stream().map(HttpStory::result).filter(s -> s == 409)).hasSize(31);
        }
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepeat() {
        String token = tokens.of(Role.CASE_OFFICER).region("430102000000").department("P").mint();
        for (int i = 0; i < 5; i++) {
            http.post("/api/v1/notes", token, Map.of("id", "page-" + i, "amount", i));
        }
        List<String> seen = new ArrayList<>();
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

    private static int result(Future<Integer> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertProblem(Http.Answer answer, int status, @Nullable String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asString()).startsWith("urn:oneseal:problem:");
        assertThat(answer.objections()).as(answer.text()).isNotEmpty();
        if (code != null) assertThat(answer.objections()).as(answer.text()).contains(code);
        assertThat(answer.json().at("/objections/0/message").asString()).isNotBlank();
    }
}
