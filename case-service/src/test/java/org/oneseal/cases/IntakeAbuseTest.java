package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every field of what comes in, papers, certificates, queue and archive, sent wrongly. */
@PlatformTest
class IntakeAbuseTest {

    private static final List<String> VIEWS =
            List.of(
                    "/papers",
                    "/papers/ACCEPTANCE_NOTICE",
                    "/certificate/changes",
                    "/certificate/uses",
                    "/delivery",
                    "/evidence/dossier",
                    "/filing",
                    "/reusable",
                    "/uploads/x");

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;

    private District district;
    private String applicant;
    private String url;

    /** A way in: who may use it, and a body that is understood. */
    private record Way(String path, String token, Map<String, Object> body) {}

    @BeforeEach
    void aSubmittedCase() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        district = new District(http, tokens, topics);
        district.publishCatalog();
        applicant = district.applicant("abuse-two", "永州市滥收有限公司", "91431103MA4TEB170F");
        url = "/api/v1/cases/" + district.submit(applicant).json().path("id").asString();
    }

    @AfterEach
    void letTheClockRun() {
        clock.release();
    }

    @Test
    void everyFieldOfEveryBodyIsRefusedWhenItIsSomethingElse() {
        String before = written();
        List<Object> wrong =
                List.of(Map.of("a", 1), List.of(List.of(1)), "长".repeat(5_000), "\u0000");
        for (Way way : ways()) {
            for (String field : way.body().keySet()) {
                for (Object value : wrong) {
                    Map<String, Object> body = new LinkedHashMap<>(way.body());
                    body.put(field, value);
                    if (field.equals("form")) continue;
                    refused(
                            http.post(way.path(), way.token(), body, "If-Match", "\"1\""),
                            way.path() + " " + field + " " + value);
                }
                Map<String, Object> number = new LinkedHashMap<>(way.body());
                number.put(field, -99_999_999_999L);
                refused(
                        http.post(way.path(), way.token(), number),
                        way.path() + " " + field + " a number");
            }
            Map<String, Object> more = new LinkedHashMap<>(way.body());
            more.put("unknown", 1);
            refused(http.post(way.path(), way.token(), more), way.path() + " unknown");
            for (String bad : List.of("{", "null", "[1]", "\"text\"", "")) {
                refused(http.post(way.path(), way.token(), bad), way.path() + " " + bad);
            }
        }
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void datesAndInstantsBeyondAllCalendarsAreRefused() {
        String before = written();
        for (Way way : ways()) {
            for (String field : way.body().keySet()) {
                if (!field.matches("effectiveFrom|validTo|slot")) continue;
                for (String value :
                        List.of(
                                "+999999999-12-31",
                                "-999999999-01-01",
                                "2026-02-30",
                                "+1000000000-12-31T23:59:59Z",
                                "yesterday")) {
                    Map<String, Object> body = new LinkedHashMap<>(way.body());
                    body.put(field, value);
                    refused(
                            http.post(way.path(), way.token(), body),
                            way.path() + " " + field + " " + value);
                }
            }
        }
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void withoutATokenItIs401AndOfOthersItIs404() {
        String before = written();
        String other = tokens.of(Role.APPLICANT).party("431103-somebody").mint();
        for (Way way : ways()) {
            status(http.post(way.path(), null, way.body()), 401, way.path());
            if (!way.path().startsWith(url)) continue;
            status(
                    http.post(
                            way.path(),
                            way.token().equals(applicant) ? other : stranger(),
                            way.body()),
                    404,
                    way.path());
        }
        for (String view : VIEWS) {
            status(http.get(url + view, null), 401, view);
            status(http.get(url + view, other), 404, view);
            status(http.get(url + view, stranger()), 404, view);
        }
        for (String act : List.of("/uploads/x/completion", "/delivery/acknowledgement")) {
            status(http.post(url + act, other, null), 404, act);
            status(http.post(url + act, null, null), 401, act);
        }
        status(http.get("/api/v1/cases/archive", null), 401, "archive");
        status(http.get("/api/v1/cases/queue/figures", other), 404, "figures");
        assertThat(written()).isEqualTo(before);
    }

    private String stranger() {
        return tokens.of(Role.WINDOW_CLERK, Role.CASE_OFFICER, Role.CHIEF_APPROVER)
                .region("431102000000")
                .department("431102-HJ")
                .subject("stranger")
                .mint();
    }

    private List<Way> ways() {
        String clerk = district.clerk();
        String chief = district.chief();
        String operator = tokens.of(Role.PLATFORM_OPERATOR).region(District.REGION).mint();
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("itemCode", "no-such-item");
        application.put("materials", district.materials("m1"));
        application.put("form", Map.of("a", 1));
        application.put("channel", "ONLINE");
        application.put("region", District.REGION);
        application.put("projectNumber", "2611-431103-04-01-123456");
        application.put("greenReason", "急件");
        application.put("help", Map.of("kind", "HELPER"));
        String certificate = "1.2.156.3005.2.x";
        Map<String, Object> hall =
                Map.of(
                        "region",
                        District.REGION,
                        "department",
                        "431103-NONE",
                        "itemCode",
                        District.ITEM);
        Map<String, Object> appointment = new LinkedHashMap<>(hall);
        appointment.put("slot", "2026-11-24T01:00:00Z");
        List<Way> ways = new ArrayList<>();
        ways.add(new Way("/api/v1/cases", applicant, application));
        ways.add(
                new Way(
                        "/api/v1/cases/batches",
                        clerk,
                        Map.of("applications", List.of(application, 7))));
        ways.add(
                new Way(
                        url + "/uploads",
                        applicant,
                        Map.of(
                                "material",
                                "m9",
                                "fileName",
                                "a.pdf",
                                "size",
                                9,
                                "digest",
                                "SM3:" + "0".repeat(64))));
        ways.add(
                new Way(
                        url + "/documents/reuse",
                        applicant,
                        Map.of(
                                "material",
                                "m4",
                                "certificate",
                                certificate,
                                "purpose",
                                "申请变更",
                                "consent",
                                true)));
        ways.add(
                new Way(
                        url + "/certificate/status",
                        chief,
                        Map.of(
                                "certificate", certificate,
                                "status", "REVOKED",
                                "ground", "g",
                                "reason", "r")));
        ways.add(
                new Way(
                        url + "/certificate/replacement",
                        chief,
                        Map.of(
                                "certificate", certificate,
                                "validTo", "2030-01-01",
                                "reason", "r")));
        String queue = "/api/v1/cases/queue";
        ways.add(
                new Way(
                        queue + "/windows/x/change",
                        chief,
                        Map.of("task", "ACCEPT", "open", true)));
        ways.add(
                new Way(
                        queue + "/pre-reviews",
                        clerk,
                        Map.of("window", "x", "party", "y", "itemCode", District.ITEM)));
        ways.add(
                new Way(
                        queue + "/pre-reviews/x/end",
                        clerk,
                        Map.of("passed", false, "missing", List.of("营业执照"))));
        ways.add(new Way(queue + "/tickets", applicant, hall));
        ways.add(new Way(queue + "/tickets/x/end", clerk, Map.of("served", true)));
        ways.add(new Way("/api/v1/appointments", applicant, appointment));
        ways.add(
                new Way(
                        "/api/v1/appointments/rules",
                        chief,
                        Map.of(
                                "firstSlot",
                                "09:00",
                                "lastSlot",
                                "08:00",
                                "slotMinutes",
                                30,
                                "places",
                                1,
                                "daysAhead",
                                7,
                                "effectiveFrom",
                                "2026-11-24")));
        ways.add(
                new Way(
                        "/api/v1/cases/archive/rules",
                        operator,
                        Map.of(
                                "region", "431102000000",
                                "months", 12,
                                "legalGround", "档案法",
                                "effectiveFrom", "2027-01-01")));
        return ways;
    }

    /** A digest of everything that a refused request must not touch. */
    private String written() {
        return jdbc.sql(
                        """
                        SELECT concat_ws('/', (SELECT count(*) FROM cases), (SELECT count(*) FROM history),
                               (SELECT count(*) FROM document), (SELECT count(*) FROM upload),
                               (SELECT count(*) FROM draft), (SELECT count(*) FROM filing),
                               (SELECT count(*) FROM case_batch), (SELECT count(*) FROM paper),
                               (SELECT count(*) FROM certificate_change),
                               (SELECT count(*) FROM certificate_use), (SELECT count(*) FROM ticket),
                               (SELECT count(*) FROM pre_review), (SELECT count(*) FROM appointment),
                               (SELECT count(*) FROM appointment_rule),
                               (SELECT count(*) FROM service_window),
                               (SELECT count(*) FROM archive_rule),
                               (SELECT count(*) FROM dossier_piece))
                        """)
                .query(String.class)
                .single();
    }

    private static void refused(Answer answer, String what) {
        assertThat(answer.status()).as("%s: %s", what, answer.text()).isBetween(400, 422);
        assertThat(answer.objections()).as("%s: %s", what, answer.text()).isNotEmpty();
    }

    private static void status(Answer answer, int status, String what) {
        assertThat(answer.status()).as("%s: %s", what, answer.text()).isEqualTo(status);
        assertThat(answer.objections()).as(what).isNotEmpty();
    }
}
