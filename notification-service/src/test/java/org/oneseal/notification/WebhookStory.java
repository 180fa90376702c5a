package org.oneseal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.notification.webhooks.DispatchWebhooks;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import tools.jackson.databind.JsonNode;

/** A department's system that is told what happens, with all that may befall it. */
@PlatformTest
class WebhookStory extends ReachableService {

    private static final String REGION = "431103000000";
    private static final String PATH = "/api/v1/subscriptions";
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcTemplate jdbc;
    @Autowired Environment environment;
    @Autowired JwtDecoder decoder;

    private final Receiver receiver = new Receiver();
    private final String department = "431103-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> registered = new ArrayList<>();

    @BeforeEach
    void itIsTuesday() {
        clock.setTo(NOW);
    }

    @AfterEach
    void nobodyIsToldAnyMore() {
        receiver.close();
        for (String id : registered) {
            jdbc.update("UPDATE webhooks SET state = 'ENDED' WHERE id = ?", id);
        }
    }

    @Test
    void aDepartmentIsToldOfItsOwnCasesInOrderAndKnowsByWhom() {
        String id = register("BINARY");
        String first = "case-甲 " + UUID.randomUUID();
        for (int i = 1; i <= 20; i++) happens(first, i);
        happens("431103-OTHER", "case-" + UUID.randomUUID(), 1, Map.of());

        await().until(() -> receiver.effects.size() == 20);
        assertThat(receiver.calls).extracting(Receiver.Call::key).containsOnly(first);
        assertThat(receiver.calls)
                .extracting(Receiver.Call::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(receiver.refusals).isEmpty();
        JsonNode view = http.get(PATH + "/" + id, system()).json();
        assertThat(view.path("state").asString()).isEqualTo("ACTIVE");
        await().untilAsserted(
                        () ->
                                assertThat(
                                                http.get(PATH + "/" + id, system())
                                                        .json()
                                                        .path("health")
                                                        .path("open")
                                                        .asInt())
                                        .isZero());
        assertThat(view.toString()).doesNotContain("secret");
    }

    @Test
    void structuredModeCarriesTheSame() {
        register("STRUCTURED");
        happens("case-" + UUID.randomUUID(), 1);
        await().until(() -> receiver.effects.size() == 1);
        JsonNode event = EventJson.reader().readTree(receiver.calls.element().body());
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("type").asString()).isEqualTo("org.oneseal.cases.step-completed");
        assertThat(event.path("data").path("note").asString()).isEqualTo("致电 138*****678");
    }

    @Test
    void aSubscriberDownForADayLosesNothingAndGetsEachEventOnceInEffect() {
        String id = register("BINARY");
        receiver.answer = _ -> 503;
        int events = 0;
        for (int hour = 0; hour < 24; hour++) {
            for (int i = 1; i <= 2; i++) {
                happens("down-" + department + "-" + i, hour + 1);
                events++;
            }
            awaitLogged(events);
            clock.advance(Duration.ofHours(1));
        }
        await().until(() -> !receiver.calls.isEmpty());
        assertThat(receiver.effects).isEmpty();

        // taken, but the answer is lost now and then: the event comes again
        var flaky = new java.util.concurrent.atomic.AtomicInteger();
        receiver.answer = _ -> flaky.incrementAndGet() % 7 == 0 ? -500 : 200;
        int expected = events;
        await().atMost(Patience.SOON)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> {
                            resumeIfPaused(id);
                            clock.advance(Duration.ofMinutes(5));
                            return receiver.effects.size() == expected;
                        });
        assertThat(new HashSet<>(receiver.effects)).hasSize(expected);
        assertOrderPerKey(new ArrayList<>(receiver.calls));
        assertThat(dead(id)).isEmpty();
    }

    @Test
    void aTimeoutASlowDownAndAServerErrorAreTriedAgainAndEverythingElseIsNot() {
        String id = register("BINARY");
        String refused = "case-" + UUID.randomUUID();
        String slowed = "case-" + UUID.randomUUID();
        receiver.answer =
                call -> {
                    if (call.key().equals(refused)) return 422;
                    if (call.key().equals(slowed)) return 429;
                    return 200;
                };
        happens(refused, 1);
        happens(refused, 2);
        await().until(() -> dead(id).size() == 1);
        assertThat(callsOf(refused)).isEqualTo(1);
        JsonNode letter = dead(id).getFirst();
        assertThat(letter.path("lastStatus").asInt()).isEqualTo(422);

        receiver.answerHeaders = Map.of("Retry-After", "600");
        happens(slowed, 1);
        await().until(() -> callsOf(slowed) == 1);
        // The call was heard; what it was answered is noted a moment later, by the clock of then.
        await().until(() -> rests(id));
        clock.advance(Duration.ofSeconds(590));
        String other = "case-" + UUID.randomUUID();
        happens(other, 1);
        awaitLogged(4);
        assertThat(callsOf(other)).as("the whole subscription rests").isZero();
        receiver.answerHeaders = Map.of();
        receiver.answer = _ -> 200;
        clock.advance(Duration.ofSeconds(20));
        await().until(() -> callsOf(other) == 1 && callsOf(slowed) == 2);
        assertThat(callsOf(refused)).as("its key is stopped").isEqualTo(1);

        String path = PATH + "/" + id + "/dead-letters/" + letter.path("number").asLong();
        var retried = http.post(path + "/retry", system(), null);
        assertThat(retried.status()).as(retried.text()).isEqualTo(200);
        await().until(() -> callsOf(refused) == 3);
        assertThat(dead(id)).isEmpty();
        assertThat(http.post(path + "/retry", system(), null).status()).isEqualTo(404);
    }

    @Test
    void aDeadLetterIsDismissedAndItsKeyGoesOn() {
        String id = register("BINARY");
        String key = "case-" + UUID.randomUUID();
        receiver.answer = call -> call.sequence() == 1 ? 400 : 200;
        happens(key, 1);
        happens(key, 2);
        await().until(() -> dead(id).size() == 1);
        long number = dead(id).getFirst().path("number").asLong();
        assertThat(
                        http.post(
                                        PATH + "/" + id + "/dead-letters/" + number + "/dismiss",
                                        operator(),
                                        null)
                                .status())
                .isEqualTo(200);
        await().until(() -> receiver.effects.size() == 1);
        assertThat(receiver.calls.stream().filter(c -> c.answered() == 200).toList())
                .extracting(Receiver.Call::sequence)
                .containsExactly(2L);
    }

    @Test
    void wrongSignaturesAreRefusedAndKeysChangeWithoutAGap() {
        String id = register("BINARY");
        byte[] old = Objects.requireNonNull(receiver.keys.remove("k1"));
        byte[] forged = old.clone();
        forged[0] ^= 1;
        receiver.keys.put("k1", forged);
        happens("case-" + UUID.randomUUID(), 1);
        await().until(() -> receiver.refusals.size() == 1);
        assertThat(receiver.effects).isEmpty();
        await().until(() -> dead(id).size() == 1);
        receiver.keys.put("k1", old);
        http.post(PATH + "/" + id + "/dead-letters/retry", system(), null);
        await().until(() -> receiver.effects.size() == 1);

        byte[] fresh = secret();
        var added = change(id, "keys", Map.of("keyId", "k2", "secret", base64(fresh)));
        assertThat(added.status()).as(added.text()).isEqualTo(200);
        assertThat(
                        change(id, "keys", Map.of("keyId", "k3", "secret", base64(secret())))
                                .objections())
                .contains("webhook-keys-too-many");
        happens("case-" + UUID.randomUUID(), 1);
        await().until(() -> receiver.effects.size() == 2);
        receiver.keys.remove("k1");
        receiver.keys.put("k2", fresh);
        happens("case-" + UUID.randomUUID(), 1);
        await().until(() -> receiver.effects.size() == 3);
        assertThat(change(id, "keys/k1/retire", null).status()).isEqualTo(200);
        assertThat(change(id, "keys/k2/retire", null).objections()).contains("webhook-key-last");
        assertThat(change(id, "keys/k9/retire", null).status()).isEqualTo(404);
        happens("case-" + UUID.randomUUID(), 1);
        await().until(() -> receiver.effects.size() == 4);
        assertThat(
                        jdbc.queryForList(
                                "SELECT keys::text FROM webhooks WHERE id = ?", String.class, id))
                .noneMatch(stored -> stored.contains(base64(fresh)));
    }

    @Test
    void anEndThatFailsForADayIsPausedAndOneThatIsGoneAtOnce() {
        String id = register("BINARY");
        receiver.answer = _ -> 500;
        happens("case-" + UUID.randomUUID(), 1);
        await().atMost(Patience.SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            clock.advance(Duration.ofMinutes(30));
                            return state(id).equals("PAUSED");
                        });
        JsonNode view = http.get(PATH + "/" + id, system()).json();
        assertThat(view.path("pauseCause").asString()).isEqualTo("FAILING");
        assertThat(clock.instant()).isAfterOrEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(dead(id)).isEmpty();
        await().until(() -> told("subscription-paused", id) == 1);

        happens("case-" + UUID.randomUUID(), 1);
        receiver.answer = _ -> 200;
        assertThat(change(id, "resume", null).status()).isEqualTo(200);
        await().until(() -> receiver.effects.size() == 2);
        receiver.answer = _ -> 410;
        happens("case-" + UUID.randomUUID(), 1);
        await().until(() -> state(id).equals("PAUSED"));
        assertThat(http.get(PATH + "/" + id, system()).json().path("pauseCause").asString())
                .isEqualTo("GONE");
    }

    @Test
    void everythingComesOnceMoreFromAPointOn() {
        String id = register("BINARY");
        happens("case-" + UUID.randomUUID(), 1);
        await().until(() -> receiver.calls.size() == 1);
        String cursor = http.get("/api/v1/feed", system()).json().path("cursor").asString();
        clock.advance(Duration.ofHours(1));
        String key = "case-" + UUID.randomUUID();
        happens(key, 1);
        happens(key, 2);
        await().until(() -> receiver.calls.size() == 3);

        assertThat(change(id, "replay", Map.of("cursor", cursor)).status()).isEqualTo(200);
        await().until(() -> receiver.calls.size() == 5);
        assertThat(change(id, "replay", Map.of("since", NOW.minusSeconds(1).toString())).status())
                .isEqualTo(200);
        await().until(() -> receiver.calls.size() == 8);
        assertThat(receiver.effects).hasSize(3);
        assertThat(change(id, "replay", Map.of()).objections())
                .containsExactly("webhook-replay-point-invalid");
        assertThat(change(id, "replay", Map.of("cursor", "%%%")).objections())
                .containsExactly("webhook-replay-point-invalid");
    }

    @Test
    void aPausedSubscriptionIsToldLaterAndAnEndedOneNeverAgain() {
        String id = register("BINARY");
        assertThat(change(id, "pause", null).status()).isEqualTo(200);
        assertThat(change(id, "pause", null).objections())
                .containsExactly("webhook-paused-already");
        happens("case-" + UUID.randomUUID(), 1);
        awaitLogged(1);
        assertThat(receiver.calls).isEmpty();
        assertThat(change(id, "resume", null).status()).isEqualTo(200);
        await().until(() -> receiver.effects.size() == 1);
        assertThat(change(id, "end", null).status()).isEqualTo(200);
        assertThat(change(id, "resume", null).objections()).containsExactly("webhook-ended");
        happens("case-" + UUID.randomUUID(), 1);
        awaitLogged(2);
        assertThat(receiver.calls).hasSize(1);
    }

    @Test
    void whatADyingProcessHeldIsSentByAnotherWhenTheLeaseEnds() {
        String id = register("BINARY");
        receiver.answer = _ -> 500;
        happens("case-" + UUID.randomUUID(), 1);
        await().until(() -> receiver.calls.size() == 1 && health(id, "failures") == 1);
        // as a killed process leaves it: leased, nobody sending
        jdbc.update(
                "UPDATE webhook_lanes SET lease = 'dead', due_at = ? WHERE webhook = ?",
                java.sql.Timestamp.from(clock.instant().plus(DispatchWebhooks.LEASE)),
                id);
        receiver.answer = _ -> 200;
        clock.advance(DispatchWebhooks.LEASE.dividedBy(2));
        happens("other-" + UUID.randomUUID(), 1);
        await().until(() -> receiver.effects.size() == 1);
        assertThat(receiver.calls).hasSize(2);
        clock.advance(DispatchWebhooks.LEASE);
        await().until(() -> receiver.effects.size() == 2);
    }

    @Test
    void twoDispatchersAtOnceSendEachEventOnceAndInOrder() {
        Map<String, Object> settings = new HashMap<>();
        for (String name :
                List.of(
                        "ONESEAL_DB_URL",
                        "ONESEAL_DB_USER",
                        "ONESEAL_DB_PASSWORD",
                        "ONESEAL_KAFKA",
                        "ONESEAL_KEY_DIR")) {
            settings.put(name, environment.getRequiredProperty(name));
        }
        settings.put("ONESEAL_WEBHOOK_HOSTS", "http://127.0.0.1:*");
        settings.put("ONESEAL_WEBHOOK_NETWORKS", "127.0.0.0/8");
        settings.put("oneseal.notification.webhooks.beat", "50ms");
        settings.put("server.port", 0);
        try (var other =
                new SpringApplicationBuilder(NotificationApplication.class)
                        .properties(settings)
                        .initializers(
                                context -> {
                                    context.getBeanFactory()
                                            .registerSingleton("sharedDecoder", decoder);
                                    context.getBeanFactory()
                                            .registerSingleton("sharedClock", clock);
                                })
                        .run()) {
            assertThat(other.isActive()).isTrue();
            String id = register("BINARY");
            for (int i = 1; i <= 10; i++) {
                for (int key = 0; key < 20; key++) happens("two-" + department + key, i);
            }
            await().atMost(Patience.SOON).until(() -> receiver.effects.size() == 200);
            await().until(() -> health(id, "open") == 0);
            assertThat(receiver.calls).hasSize(200);
            assertOrderPerKey(new ArrayList<>(receiver.calls));
        }
    }

    private static void assertOrderPerKey(List<Receiver.Call> calls) {
        Map<String, Long> last = new HashMap<>();
        for (Receiver.Call call : calls) {
            long before = last.getOrDefault(call.key(), 0L);
            assertThat(call.sequence()).as(call.toString()).isBetween(before, before + 1);
            if (call.answered() < 300) last.put(call.key(), call.sequence());
        }
    }

    private void resumeIfPaused(String id) {
        if (state(id).equals("PAUSED")) change(id, "resume", null);
    }

    private String register(String mode) {
        byte[] secret = secret();
        receiver.keys.put("k1", secret);
        Map<String, Object> body = request(receiver.url(), base64(secret));
        body.put("mode", mode);
        var answer = http.post(PATH, system(), body);
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

    private Http.Answer change(
            String id, String verb, @org.jspecify.annotations.Nullable Object body) {
        String version = http.get(PATH + "/" + id, system()).json().path("version").asString();
        return http.post(
                PATH + "/" + id + "/" + verb, system(), body, "If-Match", "\"" + version + "\"");
    }

    private List<JsonNode> dead(String id) {
        return http.get(PATH + "/" + id + "/dead-letters", system())
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private String state(String id) {
        return http.get(PATH + "/" + id, system()).json().path("state").asString();
    }

    private long health(String id, String member) {
        return http.get(PATH + "/" + id, system()).json().path("health").path(member).asLong();
    }

    private long callsOf(String key) {
        return receiver.calls.stream().filter(call -> call.key().equals(key)).count();
    }

    private long told(String event, String id) {
        return topics.all("oneseal.notification.v1").stream()
                .filter(m -> Objects.equals(m.key(), id))
                .filter(
                        m ->
                                ("org.oneseal.notification." + event)
                                        .equals(m.headers().get("ce_type")))
                .peek(
                        m ->
                                Contracts.of("notification-service")
                                        .assertValid(
                                                event,
                                                EventJson.reader()
                                                        .readTree(
                                                                Objects.requireNonNull(m.value()))))
                .count();
    }

    private boolean rests(String id) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        "SELECT count(*) = 1 FROM webhook_health WHERE webhook = ? AND rest_until IS NOT NULL",
                        Boolean.class,
                        id));
    }

    private void awaitLogged(int count) {
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

    private void happens(String key, long sequence) {
        happens(department, key, sequence, Map.of("note", "致电 13812345678"));
    }

    private void happens(String of, String key, long sequence, Object data) {
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

    private static byte[] secret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private String system() {
        return tokens.of(Role.DEPARTMENT_SYSTEM).region(REGION).department(department).mint();
    }

    private String operator() {
        return tokens.of(Role.PLATFORM_OPERATOR).region(REGION).mint();
    }
}
