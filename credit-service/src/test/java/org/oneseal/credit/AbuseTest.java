package org.oneseal.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.web.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever is sent, the answer is a problem detail, never a 500, and nothing is written. */
@PlatformTest
class AbuseTest {

    private static final String RECORDS = "/api/v1/credit-records";
    private static final String WITHHOLDING = RECORDS + "/431103-nothing/withholding";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired JdbcTemplate jdbc;

    @Test
    void nonsenseIsRefusedWithAReason() {
        String officer = tokens.of(Role.CREDIT_OFFICER).region("431103000000").mint();
        String applicant = tokens.of(Role.APPLICANT).party("p").mint();
        String before = written();
        String good = "{\"reason\":\"r\",\"ground\":\"g\"}";

        refused(http.get(RECORDS, null), 401, "token-missing");
        refused(http.get(RECORDS, applicant), 403, "role-missing");
        refused(http.get(RECORDS + "/431103-nothing", officer), 404, "not-found");
        refused(http.get(RECORDS + "?state=X", officer), 400, "parameter-invalid");
        refused(http.get(RECORDS + "?limit=201", officer), 400, "limit-invalid");
        refused(http.get(RECORDS + "?cursor=%7B", officer), 400, "cursor-invalid");
        refused(
                http.get(RECORDS + "/seven-day-rate?from=2026-02-01&to=2026-01-01", officer),
                400,
                "period-invalid");
        refused(
                http.get(RECORDS + "/seven-day-rate?from=2016-01-01&to=2026-01-01", officer),
                400,
                "period-too-long");
        refused(
                http.get(RECORDS + "/seven-day-rate?from=x&to=2026-01-01", officer),
                400,
                "parameter-invalid");
        refused(http.get(RECORDS + "/seven-day-rate", officer), 400, "parameter-missing");
        refused(http.get("/api/v1/publicity?region=1", null), 400, "parameter-invalid");
        refused(http.get("/api/v1/publicity/nothing", null), 404, "not-found");
        refused(http.get("/api/v1/publicity?cursor=YQ", null), 400, "cursor-invalid");
        String tooFar = Page.encode(List.of("+1000000000-12-31T23:59:59Z", "x"));
        refused(http.get("/api/v1/publicity?cursor=" + tooFar, null), 400, "cursor-invalid");
        refused(http.get(RECORDS + "?cursor=" + tooFar, officer), 400, "cursor-invalid");
        refused(http.post(WITHHOLDING, null, good, "If-Match", "\"1\""), 401, "token-missing");
        refused(http.post(WITHHOLDING, applicant, good, "If-Match", "\"1\""), 403, "role-missing");
        refused(http.post(WITHHOLDING, officer, good, "If-Match", "\"1\""), 404, "not-found");
        refused(http.post(WITHHOLDING, officer, good), 428, "header-missing");
        refused(
                http.send("POST", WITHHOLDING, officer, good, "If-Match", "\"1\""),
                400,
                "header-missing");
        refused(
                http.post(WITHHOLDING, officer, "{\"reason\":", "If-Match", "\"1\""),
                400,
                "json-malformed");
        refused(
                http.post(
                        WITHHOLDING,
                        officer,
                        "{\"reason\":\"r\",\"ground\":\"g\",\"x\":1}",
                        "If-Match",
                        "\"1\""),
                400,
                "field-unknown");
        refused(
                http.post(
                        WITHHOLDING, officer, "{\"reason\":1,\"ground\":[]}", "If-Match", "\"1\""),
                400,
                null);
        refused(
                http.post(WITHHOLDING, officer, "{\"reason\":\"r\"}", "If-Match", "\"1\""),
                422,
                "field-invalid");
        refused(
                http.post(
                        WITHHOLDING,
                        officer,
                        "{\"reason\":\" \",\"ground\":\" \"}",
                        "If-Match",
                        "\"1\""),
                422,
                "reason-missing");
        refused(
                http.post(
                        WITHHOLDING,
                        officer,
                        "{\"reason\":\"" + "x".repeat(1_100_000) + "\",\"ground\":\"g\"}",
                        "If-Match",
                        "\"1\""),
                413,
                "too-large");
        refused(
                http.post(
                        WITHHOLDING,
                        officer,
                        "x",
                        "Content-Type",
                        "text/plain",
                        "If-Match",
                        "\"1\""),
                415,
                "media-type-unsupported");
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void theServiceIsAliveAndDescribesItself() {
        assertThat(http.get("/actuator/health/readiness", null).status()).isEqualTo(200);
        assertThat(http.get("/actuator/prometheus", null).text())
                .contains("oneseal_publicity_published");
        var document = http.get("/api/v1/credit/openapi.yaml", null);
        assertThat(document.status()).as(document.text()).isEqualTo(200);
        Contracts.of("credit-service").assertCommitted("openapi.yaml", document.text());
    }

    private String written() {
        return jdbc.queryForList(
                        """
                        SELECT (SELECT count(*) FROM idempotency), (SELECT count(*) FROM history),
                               (SELECT sum(version) FROM publicity_records)
                        """)
                .toString();
    }

    private static void refused(
            Http.Answer answer, int status, @org.jspecify.annotations.Nullable String code) {
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
