package org.oneseal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.web.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is sent, the answer is a problem detail, never a 500, and nothing is written. */
@PlatformTest
class AbuseTest {

    private static final String MESSAGES = "/api/v1/messages";
    private static final String TEMPLATES = "/api/v1/templates";
    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired JdbcTemplate jdbc;

    @Test
    void nonsenseIsRefusedWithAReason() {
        String operator = tokens.of(Role.PLATFORM_OPERATOR).region("431103000000").mint();
        String applicant = tokens.of(Role.APPLICANT).party("p").mint();
        long before = templates();

        refused(http.get(MESSAGES, null), 401, "token-missing");
        refused(http.get(MESSAGES, "garbage"), 401, "token-invalid");
        refused(http.get(MESSAGES + "?limit=201", applicant), 400, "limit-invalid");
        refused(http.get(MESSAGES + "?cursor=%7B", applicant), 400, "cursor-invalid");
        String foreign = "?cursor=" + Page.encode(List.of("x", "y"));
        refused(http.get(MESSAGES + foreign, applicant), 400, "cursor-invalid");
        refused(http.get(TEMPLATES + foreign, operator), 400, "cursor-invalid");
        refused(http.get(MESSAGES + "?unread=perhaps", applicant), 400, "parameter-invalid");
        refused(http.get(MESSAGES + "/431103-nothing", applicant), 404, "not-found");
        refused(http.post(MESSAGES + "/431103-nothing/read", applicant, null), 404, "not-found");
        refused(
                http.send("POST", MESSAGES + "/431103-nothing/read", applicant, null),
                400,
                "header-missing");
        refused(http.delete(MESSAGES, applicant), 405, "method-not-allowed");
        refused(http.get(TEMPLATES, applicant), 403, "role-missing");
        refused(http.post(TEMPLATES, null, words()), 401, "token-missing");
        refused(http.post(TEMPLATES, applicant, words()), 403, "role-missing");
        refused(http.post(TEMPLATES, operator, "{\"kind\":"), 400, "json-malformed");
        refused(http.post(TEMPLATES, operator, "[]"), 400, "field-wrong-type");
        refused(http.post(TEMPLATES, operator, null), 400, "body-missing");
        refused(http.post(TEMPLATES, operator, words().put("x", 1)), 400, "field-unknown");
        refused(http.post(TEMPLATES, operator, words().put("titleZh", 1)), 400, null);
        refused(http.post(TEMPLATES, operator, words().put("titleZh", "a\0b")), 400, null);
        refused(http.post(TEMPLATES, operator, words().put("effectiveFrom", "soon")), 400, null);
        refused(http.post(TEMPLATES, operator, words().putNull("bodyEn")), 422, "field-invalid");
        refused(
                http.post(TEMPLATES, operator, words().put("kind", "gossip").put("region", "1")),
                422,
                "message-kind-unknown");
        refused(
                http.post(TEMPLATES, operator, words().put("region", "431102000000")),
                404,
                "not-found");
        refused(
                http.post(TEMPLATES, operator, words().put("bodyZh", "x".repeat(1_100_000))),
                413,
                "too-large");
        refused(
                http.post(TEMPLATES, operator, "x", "Content-Type", "text/plain"),
                415,
                "media-type-unsupported");
        refused(
                http.post(TEMPLATES + "/431103-nothing/end", operator, null, "If-Match", "\"1\""),
                404,
                "not-found");
        refused(
                http.post(TEMPLATES + "/431103-nothing/end", operator, null),
                428,
                "header-missing");
        assertThat(templates()).isEqualTo(before);
    }

    @Test
    void aKeyUsedForAnotherBodyIsRefused() {
        String operator = tokens.of(Role.PLATFORM_OPERATOR).region("431103000000").mint();
        Map<String, Object> words =
                Inboxes.words("431103000000", Instant.parse("2098-01-01T00:00:00Z"));
        var first = http.post(TEMPLATES, operator, words, "Idempotency-Key", "k-1");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(http.post(TEMPLATES, operator, words, "Idempotency-Key", "k-1").json())
                .isEqualTo(first.json());
        words.put("bodyEn", "other");
        refused(
                http.post(TEMPLATES, operator, words, "Idempotency-Key", "k-1"),
                422,
                "idempotency-key-reused");
    }

    @Test
    void nonsenseAboutSubscriptionsIsRefused() {
        String operator = tokens.of(Role.PLATFORM_OPERATOR).region("431103000000").mint();
        String system =
                tokens.of(Role.DEPARTMENT_SYSTEM)
                        .region("431103000000")
                        .department("431103-SJ")
                        .mint();
        String applicant = tokens.of(Role.APPLICANT).party("p").mint();
        String id = "431103-abuse";
        insertWebhook(id);
        String one = SUBSCRIPTIONS + "/" + id;

        refused(http.post(SUBSCRIPTIONS, null, hook()), 401, "token-missing");
        refused(http.post(SUBSCRIPTIONS, applicant, hook()), 403, "role-missing");
        refused(http.get(SUBSCRIPTIONS, applicant), 403, "role-missing");
        refused(http.post(SUBSCRIPTIONS, system, "{"), 400, "json-malformed");
        refused(http.post(SUBSCRIPTIONS, system, hook().put("x", 1)), 400, "field-unknown");
        refused(http.post(SUBSCRIPTIONS, system, hook().put("mode", "SMOKE")), 400, null);
        refused(http.post(SUBSCRIPTIONS, system, hook().put("types", "x")), 400, null);
        refused(http.post(SUBSCRIPTIONS, system, hook().putNull("url")), 422, "field-invalid");
        refused(http.send("POST", SUBSCRIPTIONS, system, hook()), 400, "header-missing");
        refused(http.post(SUBSCRIPTIONS, system, hook()), 422, "webhook-host-not-allowed");
        for (String url :
                new String[] {
                    "http://127.0.0.1/",
                    "http://169.254.169.254/latest",
                    "http://[::1]/",
                    "http://10.0.0.1/"
                }) {
            refused(
                    http.post(SUBSCRIPTIONS, system, hook().put("url", url)),
                    422,
                    "webhook-host-not-allowed");
        }
        refused(
                http.post(SUBSCRIPTIONS, system, hook().put("url", "gopher://x/")),
                422,
                "webhook-url-invalid");
        refused(
                http.post(SUBSCRIPTIONS, system, hook().put("secret", "aGVsbG8=")),
                422,
                "webhook-secret-weak");
        refused(
                http.post(SUBSCRIPTIONS, system, hook().put("keyId", "a b")),
                422,
                "webhook-key-id-invalid");
        ObjectNode wrongType = hook();
        wrongType.putArray("types").add("org.oneseal.cases.%");
        refused(http.post(SUBSCRIPTIONS, system, wrongType), 422, "webhook-type-invalid");
        refused(
                http.post(SUBSCRIPTIONS, system, hook().put("from", "2999-01-01T00:00:00Z")),
                422,
                "webhook-from-in-future");
        refused(http.post(SUBSCRIPTIONS, system, hook().put("region", "1")), 422, "region-invalid");
        refused(
                http.post(SUBSCRIPTIONS, system, hook().put("region", "431102000000")),
                404,
                "not-found");
        refused(
                http.post(SUBSCRIPTIONS, system, hook().put("department", "431103-WJ")),
                404,
                "not-found");
        refused(
                http.post(SUBSCRIPTIONS, operator, hook().put("region", "431102000000")),
                404,
                "not-found");

        for (String stranger :
                new String[] {
                    tokens.of(Role.PLATFORM_OPERATOR).region("431102000000").mint(),
                    tokens.of(Role.DEPARTMENT_SYSTEM)
                            .region("431103000000")
                            .department("431103-WJ")
                            .mint(),
                    tokens.of(Role.DEPARTMENT_SYSTEM).region("431103000000").mint()
                }) {
            refused(http.get(one, stranger), 404, "not-found");
            refused(http.get(one + "/dead-letters", stranger), 404, "not-found");
            refused(http.post(one + "/dead-letters/retry", stranger, null), 404, "not-found");
            refused(http.post(one + "/dead-letters/1/dismiss", stranger, null), 404, "not-found");
            for (String verb : new String[] {"pause", "resume", "end", "keys/k1/retire"}) {
                refused(
                        http.post(one + "/" + verb, stranger, null, "If-Match", "\"1\""),
                        404,
                        "not-found");
            }
        }
        refused(http.post(one + "/pause", system, null), 428, "header-missing");
        refused(http.post(one + "/pause", system, null, "If-Match", "\"9\""), 409, "stale-version");
        refused(
                http.post(one + "/resume", system, null, "If-Match", "\"1\""),
                422,
                "webhook-not-paused");
        refused(http.post(one + "/keys", system, "{\"keyId\":1}", "If-Match", "\"1\""), 400, null);
        refused(
                http.post(one + "/replay", system, "{\"since\":\"x\"}", "If-Match", "\"1\""),
                400,
                null);
        refused(
                http.post(
                        one + "/replay",
                        system,
                        Map.of("since", "2026-01-01T00:00:00Z", "cursor", "x"),
                        "If-Match",
                        "\"1\""),
                422,
                "webhook-replay-point-invalid");
        refused(http.post(one + "/dead-letters/x/retry", system, null), 400, null);
        refused(http.get(one + "/dead-letters?cursor=%7B", system), 400, "cursor-invalid");
        assertThat(http.get(one, system).json().path("version").asInt()).isEqualTo(1);
        assertThat(
                        jdbc.queryForObject(
                                "SELECT count(*) FROM webhooks WHERE id <> ?", Long.class, id))
                .isZero();
    }

    @Test
    void nonsenseAboutFeedAndEmailIsRefused() {
        String applicant = tokens.of(Role.APPLICANT).party("p").mint();
        String system =
                tokens.of(Role.DEPARTMENT_SYSTEM)
                        .region("431103000000")
                        .department("431103-SJ")
                        .mint();
        refused(http.get("/api/v1/feed", null), 401, "token-missing");
        refused(http.get("/api/v1/feed", applicant), 403, "role-missing");
        refused(http.get("/api/v1/feed?cursor=%7B", system), 400, "cursor-invalid");
        refused(http.get("/api/v1/feed?cursor=eA", system), 400, "cursor-invalid");
        refused(http.get("/api/v1/feed?limit=0", system), 400, "limit-invalid");
        refused(http.post("/api/v1/feed", system, null), 405, "method-not-allowed");

        String mine = "/api/v1/email-consents/mine";
        refused(http.get(mine, null), 401, "token-missing");
        refused(http.get(mine, system), 403, "role-missing");
        refused(http.get(mine, applicant), 404, "not-found");
        refused(http.get(mine, tokens.of(Role.APPLICANT).mint()), 404, "not-found");
        refused(http.post(mine, applicant, "{}"), 422, "field-invalid");
        refused(http.post(mine, applicant, Map.of("address", "a@example.com")), 422, "email-off");
        refused(
                http.post(mine + "/confirm", applicant, Map.of("code", "1")),
                422,
                "email-code-expired");
        refused(http.post(mine + "/withdraw", applicant, null), 422, "email-not-wanted-already");
    }

    @Test
    void aDraftIsCheckedChangedPublishedAndThenFixed() {
        String operator = tokens.of(Role.PLATFORM_OPERATOR).region("431103000000").mint();
        String stranger = tokens.of(Role.PLATFORM_OPERATOR).region("431102000000").mint();
        ObjectNode words = words().put("effectiveFrom", "2097-01-01T00:00:00Z");
        refused(
                http.post(TEMPLATES + "/drafts", operator, words.deepCopy().put("bodyZh", "{x}")),
                422,
                "template-variable-unknown");
        refused(
                http.post(
                        TEMPLATES + "/drafts",
                        operator,
                        words.deepCopy().put("bodyEn", "call 13812345678")),
                422,
                "template-personal-number");
        refused(http.post(TEMPLATES + "/drafts", stranger, words), 404, "not-found");
        var drafted = http.post(TEMPLATES + "/drafts", operator, words);
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(201);
        assertThat(drafted.json().path("state").asString()).isEqualTo("DRAFT");
        String path = TEMPLATES + "/" + drafted.json().path("id").asString();
        refused(
                http.post(path + "/publish", stranger, null, "If-Match", "\"1\""),
                404,
                "not-found");
        refused(
                http.post(
                        path + "/draft",
                        operator,
                        words.deepCopy().put("kind", "case-accepted"),
                        "If-Match",
                        "\"1\""),
                422,
                "template-kind-fixed");
        var changed =
                http.post(
                        path + "/draft",
                        operator,
                        words.deepCopy().put("bodyZh", "新：{itemName}"),
                        "If-Match",
                        "\"1\"");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        refused(
                http.post(path + "/publish", operator, null, "If-Match", "\"1\""),
                409,
                "stale-version");
        var published = http.post(path + "/publish", operator, null, "If-Match", "\"2\"");
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        assertThat(published.json().path("bodyZh").asString()).isEqualTo("新：{itemName}");
        refused(
                http.post(path + "/publish", operator, null, "If-Match", "\"3\""),
                422,
                "template-published");
        refused(
                http.post(path + "/draft", operator, words, "If-Match", "\"3\""),
                422,
                "template-published");
        refused(http.post(TEMPLATES, operator, words), 422, "template-exists");
        assertThat(http.post(path + "/end", operator, null, "If-Match", "\"3\"").status())
                .isEqualTo(200);
    }

    private static ObjectNode hook() {
        byte[] secret = new byte[32];
        new java.security.SecureRandom().nextBytes(secret);
        return JsonMapper.shared()
                .valueToTree(
                        SubscribingSystem.request(
                                "https://hooks.example.gov.cn/events",
                                java.util.Base64.getEncoder().encodeToString(secret)));
    }

    private void insertWebhook(String id) {
        jdbc.update(
                """
                INSERT INTO webhooks (id, version, chain_head, name, region, province, city, county,
                                      department, url, mode, types, keys, state, created_at)
                VALUES (?, 1, 'x', 'n', '431103000000', '43', '4311', '431103', '431103-SJ',
                        'https://hooks.example.gov.cn/', 'BINARY', '{}',
                        '[{"id": "k1", "secret": "x", "addedAt": "2026-11-24T08:00:00Z"}]', 'ACTIVE',
                        now())
                """,
                id);
        jdbc.update("INSERT INTO webhook_positions VALUES (?, '0', 0)", id);
        jdbc.update("INSERT INTO webhook_health (webhook) VALUES (?)", id);
    }

    @Test
    void theServiceIsAliveAndDescribesItself() {
        assertThat(http.get("/actuator/health/readiness", null).status()).isEqualTo(200);
        assertThat(http.get("/actuator/prometheus", null).text()).contains("jvm_memory");
        var document = http.get("/api/v1/notification/openapi.yaml", null);
        assertThat(document.status()).as(document.text()).isEqualTo(200);
        Contracts.of("notification-service").assertCommittedApi(document.text());
    }

    private static ObjectNode words() {
        return JsonMapper.shared()
                .valueToTree(Inboxes.words("431103000000", Instant.parse("2099-01-01T00:00:00Z")));
    }

    private long templates() {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT count(*) FROM templates", Long.class));
    }

    private static void refused(Http.Answer answer, int status, @Nullable String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(Objects.requireNonNull(answer.header("Content-Type")))
                .contains("application/problem+json");
        assertThat(answer.objections()).isNotEmpty();
        if (code != null) assertThat(answer.objections()).contains(code);
        answer.json()
                .path("objections")
                .forEach(o -> assertThat(o.path("message").asString()).isNotBlank());
    }
}
