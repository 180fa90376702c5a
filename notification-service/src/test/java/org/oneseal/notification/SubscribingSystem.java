package org.oneseal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The system of a department of its own, which subscribes to its cases and is told of them. */
final class SubscribingSystem implements AutoCloseable {

    static final String PATH = "/api/v1/subscriptions";
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final String REGION = "431103000000";

    final Receiver receiver = new Receiver();
    final String department = "431103-" + UUID.randomUUID().toString().substring(0, 8);

    private final Http http;
    private final Tokens tokens;
    private final Topics topics;
    private final MovableClock clock;
    private final JdbcTemplate jdbc;
    private final List<String> registered = new ArrayList<>();

    /** On a Tuesday. */
    SubscribingSystem(
            Http http, Tokens tokens, Topics topics, MovableClock clock, JdbcTemplate jdbc) {
        this.http = http;
        this.tokens = tokens;
        this.topics = topics;
        this.clock = clock;
        this.jdbc = jdbc;
        clock.setTo(NOW);
    }

    /** Nobody is told any more. */
    @Override
    public void close() {
        receiver.close();
        for (String id : registered) {
            jdbc.update("UPDATE webhooks SET state = 'ENDED' WHERE id = ?", id);
        }
    }

    String token() {
        return tokens.of(Role.DEPARTMENT_SYSTEM).region(REGION).department(department).mint();
    }

    String operator() {
        return tokens.of(Role.PLATFORM_OPERATOR).region(REGION).mint();
    }

    /** Subscribes in binary mode; answers with the subscription's id. */
    String subscribe() {
        return subscribe("BINARY");
    }

    String subscribe(String mode) {
        byte[] secret = secret();
        receiver.keys.put("k1", secret);
        Map<String, Object> body = request(receiver.url(), base64(secret));
        body.put("mode", mode);
        var answer = http.post(PATH, token(), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String id = answer.json().path("id").asString();
        registered.add(id);
        return id;
    }

    static Map<String, Object> request(String url, String secret) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", "业务系统");
        body.put("url", url);
        body.put("types", List.of("org.oneseal.cases.*"));
        body.put("keyId", "k1");
        body.put("secret", secret);
        return body;
    }

    static byte[] secret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    Http.Answer change(String id, String verb, @Nullable Object body) {
        String version = view(id).path("version").asString();
        return http.post(
                PATH + "/" + id + "/" + verb, token(), body, "If-Match", "\"" + version + "\"");
    }

    JsonNode view(String id) {
        return http.get(PATH + "/" + id, token()).json();
    }

    String state(String id) {
        return view(id).path("state").asString();
    }

    long health(String id, String member) {
        return view(id).path("health").path(member).asLong();
    }

    List<JsonNode> dead(String id) {
        return http.get(PATH + "/" + id + "/dead-letters", token())
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    /** A new case; answers with its key. */
    static String newCase() {
        return "case-" + UUID.randomUUID();
    }

    /** Something happens to a case of the department, and an officer wrote a phone number down. */
    void happens(String key, long sequence) {
        happens(department, key, sequence, Map.of("note", "致电 13812345678"));
    }

    void happens(String of, String key, long sequence, Object data) {
        topics.send(
                "oneseal.cases.v1",
                key,
                "org.oneseal.cases.step-completed",
                sequence,
                clock.instant(),
                REGION,
                of,
                data);
    }

    /** Waits until so many events of the department can be told. */
    void awaitLogged(int count) {
        await().until(
                        () ->
                                Objects.requireNonNull(
                                                jdbc.queryForObject(
                                                        "SELECT count(*) FROM event_log WHERE"
                                                                + " department = ?",
                                                        Long.class,
                                                        department))
                                        >= count);
    }

    long callsOf(String key) {
        return receiver.calls.stream().filter(call -> call.key().equals(key)).count();
    }

    /** A case's events come one after the other; only what was not taken comes again. */
    void assertOrderPerKey() {
        Map<String, Long> last = new HashMap<>();
        for (Receiver.Call call : receiver.calls) {
            long before = last.getOrDefault(call.key(), 0L);
            assertThat(call.sequence()).as(call.toString()).isBetween(before, before + 1);
            if (call.answered() < 300) last.put(call.key(), call.sequence());
        }
    }
}
