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
                InboxStory.words("431103000000", Instant.parse("2098-01-01T00:00:00Z"));
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
    void theServiceIsAliveAndDescribesItself() {
        assertThat(http.get("/actuator/health/readiness", null).status()).isEqualTo(200);
        assertThat(http.get("/actuator/prometheus", null).text()).contains("jvm_memory");
        var document = http.get("/api/v1/notification/openapi.yaml", null);
        assertThat(document.status()).as(document.text()).isEqualTo(200);
        Contracts.of("notification-service").assertCommitted("openapi.yaml", document.text());
    }

    private static ObjectNode words() {
        return JsonMapper.shared()
                .valueToTree(
                        InboxStory.words("431103000000", Instant.parse("2099-01-01T00:00:00Z")));
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
