package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.cases.archive.Archive;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.evidence.Evidence;
import org.oneseal.platform.evidence.Finding;
import org.oneseal.platform.evidence.Verification;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A finished case leaves the working table and is found, proved and verified as before. */
@PlatformTest
class ArchiveStory {

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired Archive archive;
    @Autowired TransactionTemplate transactions;

    private District district;

    @BeforeEach
    void aDistrictWithAnItem() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        district = new District(http, tokens, topics);
        district.publishCatalog();
    }

    @AfterEach
    void letTheClockRun() {
        clock.release();
    }

    @Test
    void aDeliveredCaseGoesToItsYearAndStaysWhole() {
        String applicant = district.applicant("archive-firm", "永州市归档有限公司", "91431103MA4TEB162L");
        Answer open = district.submit(applicant);
        Answer delivered = delivered(applicant);
        String id = delivered.json().path("id").asString();
        String number = delivered.json().path("caseNumber").asString();
        String url = "/api/v1/cases/" + id;
        String verify =
                http.get(url + "/certificate", applicant).json().path("verifyUrl").asString();
        String document =
                http.get(url + "/documents", applicant).json().get(0).path("digest").asString();
        String digest =
                Objects.requireNonNull(
                        http.get(url + "/papers/GRANT", applicant).header("Document-Digest"));
        int entries = http.get(url + "/evidence", applicant).json().path("entries").size();

        move("2027-11-22T00:00:00Z");
        assertThat(archived(id)).isFalse();
        move("2027-11-25T00:00:00Z");
        assertThat(archived(id)).isTrue();
        assertThat(
                        jdbc.sql("SELECT count(*) FROM case_archive_y2026 WHERE id = ?")
                                .param(id)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        assertThat(archived(open.json().path("id").asString())).isFalse();

        assertThat(http.get(url, applicant).json()).isEqualTo(delivered.json());
        assertThat(http.get(url + "/evidence", applicant).json().path("entries").size())
                .isEqualTo(entries);
        assertThat(holds(http.get(url + "/evidence", applicant).json())).isTrue();
        JsonNode dossier = http.get(url + "/evidence/dossier", applicant).json();
        assertThat(dossier.findValuesAsString("aggregateType")).contains("document", "paper");
        assertThat(dossier).allMatch(ArchiveStory::holds);
        assertThat(dossier.toString()).contains(digest).contains(document);
        assertThat(http.get(url + "/receipt", applicant).json().path("sequence"))
                .isEqualTo(delivered.json().path("version"));
        assertThat(http.get(url + "/form", applicant).text()).contains("珊瑚路3号");
        assertThat(http.get(url + "/papers/GRANT", applicant).header("Document-Digest"))
                .isEqualTo(digest);
        Answer verified =
                http.get(
                        verify.substring(verify.indexOf("/api/")),
                        null,
                        "Accept",
                        "application/json");
        assertThat(verified.json().path("status").asString()).isEqualTo("01");
        assertThat(list(district.clerk(), number).json().path("items").findValuesAsString("id"))
                .containsExactly(id);
        assertThat(list(applicant, number).json().path("items").size()).isEqualTo(1);
        assertThat(list(district.stranger(Role.WINDOW_CLERK), number).json().path("items").size())
                .isZero();
        refused(http.get(url, district.stranger(Role.CASE_OFFICER)), 404);
        refused(http.get("/api/v1/cases/archive?year=1", applicant), 400);
        refused(http.get("/api/v1/cases/archive?cursor=%21", applicant), 400);

        refused(
                act(delivered, url + "/delivery", district.clerk(), Map.of("method", "COUNTER")),
                409);
        Answer revoked =
                http.post(
                        url + "/certificate/status",
                        district.chief(),
                        Map.of(
                                "certificate",
                                http.get(url + "/certificate", applicant)
                                        .json()
                                        .path("id")
                                        .asString(),
                                "status",
                                "REVOKED",
                                "ground",
                                "行政许可法第六十九条",
                                "reason",
                                "以欺骗手段取得"));
        assertThat(revoked.json().path("statusCode").asString()).isEqualTo("03");
    }

    @Test
    void howLongCasesStayIsARuleOfTheRegion() {
        String operator =
                tokens.of(Role.PLATFORM_OPERATOR).region(District.REGION).subject("op").mint();
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("region", "431102000000");
        rule.put("months", 24);
        rule.put("legalGround", "档案法");
        rule.put("effectiveFrom", "2026-11-23");
        Answer objected = http.post("/api/v1/cases/archive/rules", operator, rule);
        assertThat(objected.objections())
                .containsExactly("rule-region-not-yours", "rule-not-ahead");
        rule.put("region", District.REGION);
        rule.put("effectiveFrom", "2031-01-01");
        Answer added = http.post("/api/v1/cases/archive/rules", operator, rule);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(http.post("/api/v1/cases/archive/rules", operator, rule).objections())
                .containsExactly("rule-there-already");
        assertThat(
                        http.get("/api/v1/cases/archive/rules?region=" + District.REGION, operator)
                                .json()
                                .findValuesAsString("months"))
                .containsExactly("12", "24");
        refused(http.post("/api/v1/cases/archive/rules", district.clerk(), rule), 403);
    }

    private void move(String now) {
        int moved;
        do {
            moved =
                    Objects.requireNonNull(
                            transactions.execute(_ -> archive.move(Instant.parse(now), 100)));
        } while (moved > 0);
    }

    private boolean archived(String id) {
        return jdbc.sql("SELECT count(*) FROM cases WHERE id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private Answer list(String token, String number) {
        return http.get("/api/v1/cases/archive?year=2026&number=" + number, token);
    }

    private Answer delivered(String applicant) {
        Answer submitted =
                http.post(
                        "/api/v1/cases",
                        applicant,
                        Map.of(
                                "itemCode",
                                District.ITEM,
                                "materials",
                                district.materials("m1", "m2", "m4"),
                                "form",
                                Map.of("address", "珊瑚路3号")));
        String url = "/api/v1/cases/" + submitted.json().path("id").asString();
        upload(url, applicant);
        Answer accepted = act(submitted, url + "/acceptance", district.clerk(), null);
        Answer examined =
                act(
                        accepted,
                        url + "/steps",
                        district.officer(),
                        Map.of("step", "examine", "action", "COMPLETE", "opinion", "已审查"));
        Answer decided =
                act(examined, url + "/decision", district.chief(), Map.of("granted", true));
        return act(decided, url + "/delivery", district.clerk(), Map.of("method", "ELECTRONIC"));
    }

    private void upload(String url, String applicant) {
        String pdf = "%PDF-1.4\narchived";
        byte[] bytes = pdf.getBytes(StandardCharsets.UTF_8);
        Answer begun =
                http.post(
                        url + "/uploads",
                        applicant,
                        Map.of(
                                "material",
                                "m2",
                                "fileName",
                                "报告表.pdf",
                                "size",
                                bytes.length,
                                "digest",
                                Digest.of("SM3", bytes).toString()));
        String upload = url + "/uploads/" + begun.json().path("id").asString();
        http.put(upload + "/parts/1", applicant, pdf, "Content-Type", "application/octet-stream");
        Answer done = http.post(upload + "/completion", applicant, null);
        assertThat(done.status()).as(done.text()).isEqualTo(201);
    }

    /** As the offline verifier judges an export. */
    private static boolean holds(JsonNode export) {
        Evidence evidence =
                CanonicalJson.mapper()
                        .treeToValue(CanonicalJson.parse(export.toString()), Evidence.class);
        return Verification.of(evidence, List.of(), List.of(), List.of()).stream()
                .noneMatch(Finding::isFlaw);
    }

    private Answer act(Answer before, String path, String token, @Nullable Object body) {
        String version = "\"" + before.json().path("version").asLong() + "\"";
        return http.post(path, token, body, "If-Match", version);
    }

    private static void refused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.objections()).as(answer.text()).isNotEmpty();
    }
}
