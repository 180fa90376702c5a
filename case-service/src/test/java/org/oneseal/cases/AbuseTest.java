package org.oneseal.cases;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.oneseal.platform.web.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is wrong is answered with a problem detail and writes nothing; what is not one's own is not
 * there.
 */
@PlatformTest
class AbuseTest {

    private static final List<String> ACTS =
            List.of(
                    "acceptance",
                    "refusal",
                    "correction-notice",
                    "corrections",
                    "return",
                    "steps",
                    "special-procedures",
                    "special-procedures/x/resumption",
                    "extension",
                    "extension/approval",
                    "supplement-notice",
                    "supplements",
                    "assignment",
                    "step-return",
                    "opinions",
                    "co-signs",
                    "co-signs/x/signature",
                    "consultations",
                    "consultations/x/withdrawal",
                    "decision",
                    "delivery",
                    "promised-materials",
                    "withdrawal");

    private static final List<String> VIEWS =
            List.of(
                    "",
                    "/timeline",
                    "/promise",
                    "/deadline",
                    "/form",
                    "/documents",
                    "/evidence",
                    "/receipt",
                    "/certificate",
                    "/certificate/qr",
                    "/certificate/qr.png",
                    "/documents/x");

    private static final Map<String, Object> BODIES =
            Map.ofEntries(
                    entry("refusal", Map.of("ground", "g", "reason", "r")),
                    entry("correction-notice", Map.of("missing", List.of(Map.of("code", "m1")))),
                    entry(
                            "corrections",
                            Map.of("materials", List.of(Map.of("code", "m1", "form", "PAPER")))),
                    entry("return", Map.of("reason", "r")),
                    entry("steps", Map.of("step", "examine", "action", "START")),
                    entry(
                            "special-procedures",
                            Map.of(
                                    "kind",
                                    "EXPERT_REVIEW",
                                    "reason",
                                    "r",
                                    "announcedDays",
                                    3,
                                    "commissionedBy",
                                    District.DEPARTMENT)),
                    entry(
                            "extension",
                            Map.of(
                                    "by",
                                    Map.of("amount", 1, "unit", "WORKING_DAY"),
                                    "reason",
                                    "r")),
                    entry("extension/approval", Map.of("approved", true)),
                    entry("supplement-notice", Map.of("missing", List.of(Map.of("code", "m1")))),
                    entry(
                            "supplements",
                            Map.of("materials", List.of(Map.of("code", "m1", "form", "PAPER")))),
                    entry("assignment", Map.of("action", "CLAIM")),
                    entry("step-return", Map.of("step", "examine", "reason", "r")),
                    entry("opinions", Map.of("text", "t")),
                    entry(
                            "co-signs",
                            Map.of("matter", "m", "signers", List.of("x"), "rule", "ALL")),
                    entry("co-signs/x/signature", Map.of("agreed", true)),
                    entry("consultations", Map.of("department", "431103-XF", "question", "q")),
                    entry("consultations/x/withdrawal", Map.of("reason", "r")),
                    entry("decision", Map.of("granted", true)),
                    entry("delivery", Map.of("method", "COUNTER")),
                    entry("withdrawal", Map.of("reason", "r")));

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;

    private District district;
    private String applicant;
    private String url;

    @BeforeEach
    void aSubmittedCase() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        district = new District(http, tokens, topics);
        district.publishCatalog();
        applicant = district.applicant("abuse-firm", "永州市滥用有限公司", "91431103MA4TEAT25G");
        url = "/api/v1/cases/" + district.submit(applicant).json().path("id").asString();
    }

    @AfterEach
    void letTheClockRun() {
        clock.release();
    }

    @Test
    void withoutATokenEverythingIs401() {
        String before = written();
        for (String act : ACTS)
            refused(http.post(url + "/" + act, null, body(act), "If-Match", "\"1\""), 401);
        for (String view : VIEWS) refused(http.get(url + view, null), 401);
        refused(http.get("/api/v1/cases", null), 401);
        refused(http.post("/api/v1/cases", null, Map.of()), 401);
        refused(http.post("/api/v1/parties", null, Map.of()), 401);
        refused(http.post("/api/v1/mandates", null, Map.of()), 401);
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void fromAnotherRegionTheCaseDoesNotExist() {
        String before = written();
        for (String act : ACTS) {
            String token =
                    tokens.of(Role.WINDOW_CLERK, Role.CASE_OFFICER, Role.CHIEF_APPROVER)
                            .region("431102000000")
                            .department("431102-HJ")
                            .mint();
            refused(http.post(url + "/" + act, token, body(act), "If-Match", "\"1\""), 404);
        }
        for (String view : VIEWS) {
            refused(http.get(url + view, district.stranger(Role.CASE_OFFICER)), 404);
        }
        String other = tokens.of(Role.APPLICANT).party("431103-somebody").mint();
        for (String view : VIEWS) refused(http.get(url + view, other), 404);
        assertThat(http.get("/api/v1/cases", other).json().path("items").size()).isZero();
        assertThat(
                        http.get("/api/v1/cases", district.stranger(Role.CASE_OFFICER))
                                .json()
                                .path("items")
                                .size())
                .isZero();
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void aRoleThatMayNotIs403() {
        for (String act : List.of("acceptance", "decision", "extension", "special-procedures")) {
            refused(http.post(url + "/" + act, applicant, body(act), "If-Match", "\"1\""), 403);
        }
    }

    @Test
    void aStaleVersionIs409AndAMissingOne428() {
        String before = written();
        String all =
                tokens.of(Role.WINDOW_CLERK, Role.CASE_OFFICER, Role.CHIEF_APPROVER)
                        .region(District.REGION)
                        .department(District.DEPARTMENT)
                        .mint();
        for (String act : ACTS) {
            refused(http.post(url + "/" + act, all, body(act), "If-Match", "\"7\""), 409);
            refused(http.post(url + "/" + act, all, body(act)), 428);
            refused(http.post(url + "/" + act, all, body(act), "If-Match", "seven"), 400);
        }
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void whatIsMalformedOversizedWronglyTypedOrUnknownIsRefused() {
        String before = written();
        String submit = "/api/v1/cases";
        refused(http.post(submit, applicant, "{\"itemCode\": "), 400);
        refused(http.post(submit, applicant, "[]"), 400);
        refused(http.post(submit, applicant, "{\"itemCode\": {\"a\": 1}}"), 400);
        refused(http.post(submit, applicant, "{\"itemCode\": \"x\", \"extra\": 1}"), 400);
        refused(http.post(submit, applicant, "{}"), 422);
        refused(
                http.post(submit, applicant, "{\"itemCode\":\"" + "x".repeat(2_000_000) + "\"}"),
                413);
        refused(
                http.post(
                        submit,
                        applicant,
                        "x=1",
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                415);
        refused(http.send("DELETE", url, applicant, null), 405);
        for (String act : ACTS) {
            if (!BODIES.containsKey(act)) continue;
            String all =
                    tokens.of(Role.WINDOW_CLERK, Role.CASE_OFFICER, Role.CHIEF_APPROVER)
                            .region(District.REGION)
                            .department(District.DEPARTMENT)
                            .mint();
            for (String bad :
                    List.of(
                            "{",
                            "null",
                            "{\"unknown\":1}",
                            "[1]",
                            "\"text\"",
                            "{\"granted\":\"yes\"}")) {
                Answer answer = http.post(url + "/" + act, all, bad, "If-Match", "\"1\"");
                assertThat(answer.status())
                        .as("%s %s %s", act, bad, answer.text())
                        .isIn(400, 422, 409, 404);
                assertThat(answer.objections()).as("%s %s", act, bad).isNotEmpty();
            }
        }
        for (String query :
                List.of(
                        "?order=WRONG",
                        "?limit=0",
                        "?limit=201",
                        "?cursor=%21",
                        "?state=X",
                        "?region=1")) {
            refused(http.get(submit + query, applicant), 400);
        }
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String operator = tokens.of(Role.PLATFORM_OPERATOR).region(District.REGION).mint();
        for (List<String> keys :
                List.of(
                        List.of("x"),
                        List.of("x", "y"),
                        List.of("2026-11-23T02:00Z", "y"),
                        List.of("+1000000000-12-31T23:59:59Z", "y"),
                        List.of("-999999999-01-01T00:00:00Z", "y"),
                        List.of("2026-11-23T02:00:00Z", "y", "z"))) {
            String cursor = "cursor=" + Page.encode(keys);
            for (String list :
                    List.of(
                            "/api/v1/cases?",
                            "/api/v1/cases?order=DUE&",
                            "/api/v1/cases?order=DUE&descending=true&",
                            "/api/v1/exchange/conflicts?",
                            "/api/v1/exchange/rejections?",
                            "/api/v1/exchange/waiting?",
                            "/api/v1/cases/events?")) {
                Answer answer = http.get(list + cursor, operator);
                refused(answer, 400);
                assertThat(answer.objections()).containsExactly("cursor-invalid");
            }
        }
        String one = "cursor=" + Page.encode(List.of("x"));
        refused(http.get("/api/v1/cases?order=NUMBER&" + one, operator), 400);
        refused(http.get("/api/v1/seals/cases?" + one, operator), 400);
    }

    @Test
    void anUploadThatIsNoneIsRefused() {
        String before = written();
        String documents = url + "/documents";
        String part = "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n";
        for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=")) {
            refused(http.post(documents, applicant, part, "Content-Type", type), 400);
        }
        for (String type : List.of("application/json", "text/plain", "multipart/mixed; boundary=b"))
            refused(http.post(documents, applicant, part, "Content-Type", type), 415);
        refused(http.post(documents, applicant, part, "Content-Type", "garbage"), 415);
        String good = "multipart/form-data; boundary=b";
        Answer missing = http.post(documents, applicant, part, "Content-Type", good);
        refused(missing, 400);
        assertThat(missing.objections()).containsExactly("part-missing");
        refused(http.post(documents, applicant, "no parts", "Content-Type", good), 400);
        refused(http.post(documents, applicant, "--b\r\nhalf", "Content-Type", good), 400);
        refused(http.post(documents, applicant, "", "Content-Type", good), 400);
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void aKeyIsGoodForOneRequest() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body =
                Map.of(
                        "itemCode",
                        District.ITEM,
                        "materials",
                        district.materials("m1", "m2", "m4"));
        Answer first = http.post("/api/v1/cases", applicant, body, "Idempotency-Key", key);
        Answer again = http.post("/api/v1/cases", applicant, body, "Idempotency-Key", key);
        Answer other =
                http.post(
                        "/api/v1/cases",
                        applicant,
                        Map.of("itemCode", District.ITEM, "materials", List.of()),
                        "Idempotency-Key",
                        key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        refused(other, 422);
        refused(http.send("POST", "/api/v1/cases", applicant, body), 400);
    }

    @Test
    void ofThirtyTwoWhoDecideAtOnceOneWins() throws Exception {
        String clerk = district.clerk();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> attempts = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                attempts.add(
                        () -> http.post(url + "/acceptance", clerk, null, "If-Match", "\"1\""));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> answer : clients.invokeAll(attempts)) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        }
        assertThat(http.get(url, applicant).json().path("version").asLong()).isEqualTo(2);
    }

    @Test
    void whoHasAMandateActsForAnotherAsFarAsItReaches() {
        String agent = district.applicant("agent-firm", "永州市代办有限公司", "91431103MA4TEAT33B");
        String principal = "431103-abuse-firm";
        refused(http.get(url, agent), 404);
        refused(http.get(url, agent, "On-Behalf-Of", principal), 403);

        Map<String, Object> onlyOther =
                Map.of(
                        "principal",
                        principal,
                        "agent",
                        "431103-agent-firm",
                        "items",
                        List.of("05"),
                        "validFrom",
                        LocalDate.of(2026, 11, 1).toString());
        assertThat(http.post("/api/v1/mandates", applicant, onlyOther).status()).isEqualTo(201);
        refused(http.get(url, agent, "On-Behalf-Of", principal), 404);

        Map<String, Object> licences =
                Map.of(
                        "principal", principal,
                        "agent", "431103-agent-firm",
                        "items", List.of("01"),
                        "validFrom", LocalDate.of(2026, 11, 1).toString(),
                        "validTo", LocalDate.of(2026, 11, 30).toString());
        refused(http.post("/api/v1/mandates", agent, licences), 404);
        Answer given = http.post("/api/v1/mandates", applicant, licences);
        assertThat(http.get(url, agent, "On-Behalf-Of", principal).status()).isEqualTo(200);
        Answer submitted =
                http.post(
                        "/api/v1/cases",
                        agent,
                        Map.of(
                                "itemCode",
                                District.ITEM,
                                "materials",
                                district.materials("m1", "m2", "m4")),
                        "On-Behalf-Of",
                        principal);
        assertThat(submitted.json().path("party").asString()).isEqualTo(principal);

        String mandate = given.json().path("id").asString();
        assertThat(
                        http.post("/api/v1/mandates/" + mandate + "/revocation", applicant, null)
                                .status())
                .isEqualTo(200);
        refused(http.get(url, agent, "On-Behalf-Of", principal), 404);
    }

    @Test
    void aCitizenNumberIsMaskedEncryptedFoundAgainAndReadOnlyForAPurpose() {
        String number = "11010519491231002X";
        Map<String, Object> person =
                Map.of(
                        "name",
                        "张三丰",
                        "region",
                        District.REGION,
                        "citizenNumber",
                        number,
                        "phone",
                        "13800001234");
        Answer registered = http.post("/api/v1/parties", district.clerk(), person);
        Answer again = http.post("/api/v1/parties", district.clerk(), person);

        assertThat(registered.status()).isIn(200, 201);
        assertThat(again.status()).isEqualTo(200);
        String id = registered.json().path("id").asString();
        assertThat(again.json().path("id").asString()).isEqualTo(id);
        assertThat(registered.text())
                .doesNotContain(number)
                .doesNotContain("13800001234")
                .doesNotContain("张三丰");
        assertThat(registered.text()).contains("1101**********002X").contains("张**");
        assertThat(jdbc.sql("SELECT party::text FROM party").query(String.class).list().toString())
                .doesNotContain(number)
                .doesNotContain("13800001234");

        refused(
                http.post(
                        "/api/v1/parties/" + id + "/disclosure",
                        district.officer(),
                        Map.of("caseId", url.substring(14), "purpose", "核对身份")),
                404);
        String firm = "431103-abuse-firm";
        Answer read =
                http.post(
                        "/api/v1/parties/" + firm + "/disclosure",
                        district.officer(),
                        Map.of("caseId", url.substring(14), "purpose", "核对身份"));
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(
                        jdbc.sql("SELECT purpose FROM disclosure WHERE party = ?")
                                .param(firm)
                                .query(String.class)
                                .list())
                .contains("核对身份");
    }

    private static Object body(String act) {
        String like = act.equals("promised-materials") ? "corrections" : act;
        return BODIES.getOrDefault(like, "{}");
    }

    /** A digest of everything that a refused request must not touch. */
    private String written() {
        return jdbc.sql(
                        """
                        SELECT (SELECT count(*) FROM cases) || '/' || (SELECT coalesce(sum(version), 0) FROM cases)
                            || '/' || (SELECT count(*) FROM history) || '/' || (SELECT count(*) FROM party)
                            || '/' || (SELECT count(*) FROM mandate) || '/' || (SELECT count(*) FROM document)
                        """)
                .query(String.class)
                .single();
    }

    private static void refused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.objections()).as(answer.text()).isNotEmpty();
        assertThat(answer.json().path("type").asString()).startsWith("urn:oneseal:problem:");
    }
}
