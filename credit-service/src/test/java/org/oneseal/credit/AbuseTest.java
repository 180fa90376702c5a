package org.oneseal.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
    void listsRefuseNonsenseAndStrangersAndWriteNothing() {
        Lists lists = new Lists(http, tokens);
        String uscc = Lists.code();
        var listing = lists.proposed("serious-dishonesty", uscc, "party-" + uscc);
        String id = listing.path("id").asString();
        String path = Lists.PATH + "/" + id;
        String zoe = lists.officer("zoe", "431102000000");
        String city = lists.officer("cleo", "431100000000");
        String stranger = lists.firm("somebody-else");
        String auditor = tokens.of(Role.AUDITOR).mint();
        String before = written();
        String[] first = {"If-Match", "\"1\""};
        Map<String, Object> decision = Lists.listing();

        for (String act : List.of("/notice", "/decision", "/revocation", "/statements")) {
            refused(http.post(path + act, null, decision, first), 401, "token-missing");
        }
        refused(http.get(Lists.PATH, null), 401, "token-missing");
        refused(http.get(path, zoe), 404, "not-found");
        refused(http.get(path, stranger), 404, "not-found");
        refused(http.get(path, tokens.of(Role.BUYER).mint()), 403, "role-missing");
        refused(http.get(Lists.PATH + "?state=X", lists.anna), 400, "parameter-invalid");
        refused(http.get("/api/v1/credit/promises?state=X", lists.anna), 400, "parameter-invalid");
        refused(http.get("/api/v1/credit/promises/none", lists.anna), 404, "not-found");
        refused(http.get("/api/v1/publicity/lists?cursor=YQ", null), 400, "cursor-invalid");
        String tooFar = Page.encode(List.of("+1000000000-12-31T23:59:59Z", "x"));
        for (String listed : List.of("/api/v1/publicity/lists", Lists.PATH)) {
            refused(http.get(listed + "?cursor=" + tooFar, lists.anna), 400, "cursor-invalid");
        }
        refused(http.get("/api/v1/publicity/lists?region=1", null), 400, "parameter-invalid");
        refused(http.get("/api/v1/publicity/lists/" + id, null), 404, "not-found");

        refused(http.post(path + "/notice", zoe, null, first), 404, "not-found");
        refused(http.post(path + "/notice", city, null, first), 409, null);
        refused(http.post(path + "/notice", auditor, null, first), 403, "role-missing");
        refused(http.post(path + "/notice", stranger, null, first), 403, "role-missing");
        refused(http.post(path + "/notice", lists.anna, null), 428, "header-missing");
        refused(
                http.post(path + "/notice", lists.anna, null, "If-Match", "\"7\""),
                409,
                "stale-version");
        refused(
                http.post(path + "/statements", stranger, Map.of("text", "t"), first),
                404,
                "not-found");
        refused(
                http.post(path + "/statements", auditor, Map.of("text", "t"), first),
                403,
                "role-missing");
        refused(
                http.post(
                        path + "/statements",
                        lists.anna,
                        Map.of("text", "身份证11010519491231002X", "conclusive", false),
                        first),
                422,
                "personal-number-in-text");
        refused(
                http.post(
                        path + "/statements",
                        lists.anna,
                        "{\"text\":\"t\",\"conclusive\":true,\"by\":\"x\"}",
                        first),
                400,
                "field-unknown");
        refused(
                http.post(path + "/decision", lists.ben, "{\"list\":", first),
                400,
                "json-malformed");
        refused(
                http.post(path + "/decision", lists.ben, Map.of("list", true), first),
                422,
                "field-invalid");
        refused(http.post(path + "/decision", lists.ben, decision, first), 409, "listing-state");
        refused(
                http.post(path + "/repairs", lists.firm("party-" + uscc), Lists.repair(), first),
                404,
                "not-found");
        refused(
                http.post(
                        path + "/repairs/none/answer",
                        lists.ben,
                        Map.of("granted", true, "dutiesFulfilled", true, "reason", "r"),
                        first),
                409,
                "repair-not-open");
        refused(
                http.post(
                        path + "/disputes/none/answer",
                        lists.ben,
                        Map.of("verdict", "PERHAPS", "reason", "r"),
                        first),
                400,
                null);

        var proposal = Lists.proposal("serious-dishonesty", uscc, null);
        refused(http.post(Lists.PATH, auditor, proposal), 403, "role-missing");
        refused(
                http.post(Lists.PATH, lists.anna, Lists.proposal("no-such-list", uscc, null)),
                409,
                "list-kind-unknown");
        refused(
                http.post(
                        Lists.PATH,
                        lists.anna,
                        Lists.proposal("serious-dishonesty", "91431103MA4TEST01X", null)),
                422,
                "uscc-invalid");
        proposal.put("subject", Map.of("kind", "PERSON", "name", "张三", "uscc", uscc));
        refused(http.post(Lists.PATH, lists.anna, proposal), 422, "party-missing");
        proposal.put(
                "subject", Map.of("kind", "PERSON", "name", "张三", "party", "11010519491231002X"));
        refused(http.post(Lists.PATH, lists.anna, proposal), 422, "personal-number-in-text");
        proposal.put("fields", List.of("NOWHERE"));
        refused(http.post(Lists.PATH, lists.anna, proposal), 400, null);
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void theSameKeyHasItsEffectOnceAndAnotherBodyIsRefused() {
        Lists lists = new Lists(http, tokens);
        var body = Lists.proposal("serious-dishonesty", Lists.code(), null);
        String[] key = {"Idempotency-Key", "once-" + Lists.code()};
        var first = http.post(Lists.PATH, lists.anna, body, key);
        var again = http.post(Lists.PATH, lists.anna, body, key);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        body.put("facts", "另外的事实");
        refused(http.post(Lists.PATH, lists.anna, body, key), 422, null);
    }

    @Test
    void theServiceIsAliveAndDescribesItself() {
        assertThat(http.get("/actuator/health/readiness", null).status()).isEqualTo(200);
        assertThat(http.get("/actuator/prometheus", null).text())
                .contains("oneseal_publicity_published");
        var document = http.get("/api/v1/credit/openapi.yaml", null);
        assertThat(document.status()).as(document.text()).isEqualTo(200);
        Contracts.of("credit-service").assertCommittedApi(document.text());
    }

    private String written() {
        return jdbc.queryForList(
                        """
                        SELECT (SELECT count(*) FROM idempotency), (SELECT count(*) FROM history),
                               (SELECT sum(version) FROM publicity_records),
                               (SELECT sum(version) FROM listings),
                               (SELECT count(*) FROM restrictions)
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
