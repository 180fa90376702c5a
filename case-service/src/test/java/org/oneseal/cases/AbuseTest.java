package org.oneseal.cases;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.cases.Refusals.refused;
import static org.oneseal.cases.Refusals.written;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is wrong is answered with a problem detail and writes nothing; what is not one's own is not
 * there.
 */
@PlatformTest
class AbuseTest extends InDistrict {

    private static final List<String> ACTS =
            List.of(
                    "acceptance",
                    "refusal",
                    "correction-notice",
                    "corrections",
                    "spot-corrections",
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

    @Autowired JdbcClient jdbc;

    private String url;

    AbuseTest() {
        super("abuse-firm", "永州市滥用有限公司", "91431103MA4TEAT25G");
    }

    @BeforeEach
    void aSubmittedCase() {
        url = url(district.submit(applicant));
    }

    @Test
    void withoutATokenEverythingIs401() {
        String before = written(jdbc);
        for (String act : ACTS)
            refused(http.post(url + "/" + act, null, body(act), "If-Match", "\"1\""), 401);
        for (String view : VIEWS) refused(http.get(url + view, null), 401);
        refused(http.get("/api/v1/cases", null), 401);
        refused(http.post("/api/v1/cases", null, Map.of()), 401);
        refused(http.post("/api/v1/parties", null, Map.of()), 401);
        refused(http.post("/api/v1/mandates", null, Map.of()), 401);
        assertThat(written(jdbc)).isEqualTo(before);
    }

    @Test
    void fromAnotherRegionTheCaseDoesNotExist() {
        String before = written(jdbc);
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
        assertThat(written(jdbc)).isEqualTo(before);
    }

    @Test
    void aRoleThatMayNotIs403() {
        for (String act : List.of("acceptance", "decision", "extension", "special-procedures")) {
            refused(http.post(url + "/" + act, applicant, body(act), "If-Match", "\"1\""), 403);
        }
    }

    @Test
    void aStaleVersionIs409AndAMissingOne428() {
        String before = written(jdbc);
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
        assertThat(written(jdbc)).isEqualTo(before);
    }

    @Test
    void whatIsMalformedOversizedWronglyTypedOrUnknownIsRefused() {
        String before = written(jdbc);
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
        assertThat(written(jdbc)).isEqualTo(before);
    }

    private static Object body(String act) {
        boolean materials = act.equals("promised-materials") || act.equals("spot-corrections");
        String like = materials ? "corrections" : act;
        return BODIES.getOrDefault(like, "{}");
    }
}
