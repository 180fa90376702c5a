package org.oneseal.market;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static final String PATH = "/api/v1/institutions";
    private static final String CHECK = PATH + "/431103-nothing/formal-check";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired JdbcTemplate jdbc;

    @Test
    void nonsenseIsRefusedWithAReason() {
        String token = tokens.of(Role.INSTITUTION).party("p").mint();
        String operator = tokens.of(Role.MARKET_OPERATOR).region("431103000000").mint();
        long before = institutions();

        refused(http.post(PATH, null, application()), 401, "token-missing");
        refused(http.post(PATH, operator, application()), 403, "role-missing");
        refused(
                http.post(PATH, tokens.of(Role.INSTITUTION).mint(), application()),
                422,
                "party-missing");
        refused(http.send("POST", PATH, token, application()), 400, "header-missing");
        refused(http.post(PATH, token, "{\"name\":"), 400, "json-malformed");
        refused(http.post(PATH, token, "[]"), 400, "field-wrong-type");
        refused(http.post(PATH, token, null), 400, "body-missing");
        refused(http.post(PATH, token, application().put("x", 1)), 400, "field-unknown");
        refused(http.post(PATH, token, application().put("name", 5)), 400, null);
        refused(http.post(PATH, token, application().put("services", "aqpj")), 400, null);
        refused(http.post(PATH, token, application().putNull("uscc")), 422, "field-invalid");
        refused(
                http.post(PATH, token, application().put("name", "x".repeat(201))),
                422,
                "field-invalid");
        refused(
                http.post(PATH, token, application().put("region", "431103")),
                422,
                "region-invalid");
        refused(
                http.post(PATH, token, application().put("name", "x".repeat(1_100_000))),
                413,
                "too-large");
        refused(
                http.post(PATH, token, "x", "Content-Type", "text/plain"),
                415,
                "media-type-unsupported");
        refused(http.get(PATH + "?region=1", null), 400, "parameter-invalid");
        refused(http.get(PATH + "?service=%00", null), 400, "bad-request");
        refused(http.post(PATH, token, application().put("name", "a\0b")), 400, null);
        refused(http.get(PATH + "?limit=0", null), 400, "limit-invalid");
        refused(http.get(PATH + "?cursor=%7B", null), 400, "cursor-invalid");
        String foreign = "?cursor=" + Page.encode(java.util.List.of("x", "y"));
        refused(http.get(PATH + foreign, null), 400, "cursor-invalid");
        refused(http.get(PATH + "/applications" + foreign, operator), 400, "cursor-invalid");
        refused(http.get(PATH + "/applications", null), 401, "token-missing");
        refused(http.get(PATH + "/applications?state=X", operator), 400, "parameter-invalid");
        refused(http.get(PATH + "/431103-nothing", null), 401, "token-missing");
        refused(http.get(PATH + "/431103-nothing", operator), 404, "not-found");
        Map<String, Object> admission =
                Map.of("result", "ADMITTED", "reasons", java.util.List.of());
        refused(http.post(CHECK, operator, admission, "If-Match", "\"1\""), 404, "not-found");
        refused(http.post(CHECK, operator, admission), 428, "header-missing");
        refused(http.post(CHECK, operator, admission, "If-Match", "one"), 400, "header-malformed");
        refused(
                http.post(CHECK, operator, Map.of("result", "MAYBE"), "If-Match", "\"1\""),
                400,
                null);
        refused(
                http.post(
                        CHECK,
                        operator,
                        Map.of(
                                "result",
                                "ADMITTED",
                                "reasons",
                                java.util.List.of(Map.of("code", "a", "text", "b"))),
                        "If-Match",
                        "\"1\""),
                422,
                "admission-with-reasons");
        assertThat(institutions()).isEqualTo(before);
    }

    @Test
    void aKeyUsedForAnotherBodyIsRefused() {
        String token = tokens.of(Role.INSTITUTION).party("p2").mint();
        var first = http.post(PATH, token, application(), "Idempotency-Key", "k-1");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        refused(
                http.post(PATH, token, application(), "Idempotency-Key", "k-1"),
                422,
                "idempotency-key-reused");
    }

    @Test
    void theServiceIsAliveAndDescribesItself() {
        assertThat(http.get("/actuator/health/readiness", null).status()).isEqualTo(200);
        assertThat(http.get("/actuator/prometheus", null).text()).contains("jvm_memory");
        var document = http.get("/api/v1/market/openapi.yaml", null);
        assertThat(document.status()).as(document.text()).isEqualTo(200);
        Contracts.of("intermediary-market-service").assertCommittedApi(document.text());
    }

    private static ObjectNode application() {
        return JsonMapper.shared().valueToTree(AdmissionStory.application("2099-06-30"));
    }

    private long institutions() {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT count(*) FROM institutions", Long.class));
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
