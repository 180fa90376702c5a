package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the applicant takes home: papers and a certificate, and what becomes of them. */
@PlatformTest
class PaperStory {

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;

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
    void aGrantYieldsPapersAndACertificateThatIsKeptThroughItsLife() {
        String applicant = district.applicant("paper-firm", "永州市文书有限公司", "91431103MA4TEB04XG");
        Answer decided = decided(applicant, Map.of("granted", true));
        String url = url(decided);

        Answer list = http.get(url + "/papers", applicant);
        assertThat(list.json().findValuesAsString("kind"))
                .containsExactly("ACCEPTANCE_NOTICE", "GRANT", "CERTIFICATE");
        Answer pdf = http.get(url + "/papers/CERTIFICATE", applicant);
        assertThat(pdf.status()).as(pdf.text()).isEqualTo(200);
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.text()).startsWith("%PDF-1.");
        Answer again = http.get(url + "/papers/CERTIFICATE", district.clerk());
        assertThat(again.header("Document-Digest")).isEqualTo(pdf.header("Document-Digest"));
        Answer ofd = http.get(url + "/papers/CERTIFICATE?format=OFD", applicant);
        assertThat(ofd.header("Content-Type")).isEqualTo("application/ofd");
        refused(http.get(url + "/papers/REFUSAL", applicant), 404);
        refused(http.get(url + "/papers/POEM", applicant), 400);
        refused(http.get(url + "/papers/GRANT?format=DOC", applicant), 400);

        Answer certificate = http.get(url + "/certificate", applicant);
        String first = certificate.json().path("id").asString();
        Answer verified = verified(certificate);
        assertThat(verified.json().path("pdfDigest").asString())
                .isEqualTo(pdf.header("Document-Digest"));
        assertThat(verified.json().path("status").asString()).isEqualTo("01");

        refused(status(url, applicant, first, "WITHHELD", "g", "r"), 403);
        Answer empty = status(url, district.chief(), first, "VALID", " ", " ");
        assertThat(empty.objections())
                .containsExactly(
                        "certificate-status-not-from-here", "ground-missing", "reason-missing");
        Answer withheld = status(url, district.chief(), first, "WITHHELD", "水污染防治法", "整改期间");
        assertThat(withheld.json().path("statusCode").asString()).isEqualTo("02");
        Answer page =
                http.get(path(certificate), null, "Accept", "text/html", "Accept-Language", "zh");
        assertThat(page.text()).contains("暂扣").contains("不可作为有效证照使用");
        assertThat(replacement(url, first, "变更").objections())
                .containsExactly("certificate-not-valid");
        assertThat(status(url, district.chief(), first, "VALID", "整改通知", "已整改").status())
                .isEqualTo(200);

        Answer replaced = replacement(url, first, "名称变更");
        String second = replaced.json().path("id").asString();
        assertThat(replaced.json().path("predecessor").asString()).isEqualTo(first);
        assertThat(second).contains(".002.");
        refused(status(url, district.chief(), first, "REVOKED", "g", "r"), 404);
        JsonNode old = verified(certificate).json();
        assertThat(old.path("status").asString()).isEqualTo("05");
        assertThat(old.path("replacedBy").asString()).isEqualTo(second);
        assertThat(http.get(url + "/papers/CERTIFICATE", applicant).header("Document-Digest"))
                .isNotEqualTo(pdf.header("Document-Digest"));
        assertThat(
                        http.get(url + "/certificate/changes", applicant)
                                .json()
                                .findValuesAsString("status"))
                .containsExactly("WITHHELD", "VALID", "EXPIRED");

        Answer dossier = http.get(url + "/evidence/dossier", applicant);
        assertThat(dossier.json().findValuesAsString("aggregateType"))
                .contains("certificate", "paper");
        assertThat(dossier.text()).contains(Objects.requireNonNull(pdf.header("Document-Digest")));
    }

    @Test
    void aRefusalNamesGroundAndRemediesAndIsDeliveredByCourier() {
        String applicant = district.applicant("refused-firm", "永州市不予有限公司", "91431103MA4TEB058G");
        Answer decided =
                decided(
                        applicant,
                        Map.of("granted", false, "ground", "环境影响评价法第二十四条", "reason", "选址在保护区内"));
        String url = url(decided);
        assertThat(http.get(url + "/papers", applicant).json().findValuesAsString("title"))
                .containsExactly("受理通知书", "不予行政许可决定书");
        refused(http.get(url + "/papers/CERTIFICATE", applicant), 404);
        Answer paper = http.get(url + "/papers/REFUSAL?format=OFD", applicant);
        assertThat(paper.status()).isEqualTo(200);
        String hash =
                jdbc.sql("SELECT ofd_digest FROM paper WHERE case_id = ? AND kind = 'REFUSAL'")
                        .param(decided.json().path("id").asString())
                        .query(String.class)
                        .single();
        assertThat(paper.header("Document-Digest")).isEqualTo(hash);

        String clerk = district.clerk();
        refused(http.post(url + "/delivery/acknowledgement", applicant, null), 409);
        Answer malformed =
                act(decided, url + "/delivery", clerk, delivery("COURIER", "SF 1; drop"));
        assertThat(malformed.objections()).containsExactly("courier-number-malformed");
        Answer delivered =
                act(decided, url + "/delivery", clerk, delivery("COURIER", "SF1234567890"));
        assertThat(delivered.status()).as(delivered.text()).isEqualTo(200);
        Answer acknowledged = http.post(url + "/delivery/acknowledgement", applicant, null);
        assertThat(acknowledged.json().path("courierNumber").asString()).isEqualTo("SF1234567890");
        assertThat(acknowledged.json().path("acknowledgedByRole").asString())
                .isEqualTo("applicant");
        Answer twice = http.post(url + "/delivery/acknowledgement", applicant, null);
        assertThat(twice.objections()).containsExactly("result-acknowledged-already");
    }

    /** Accepted, examined and decided by three people. */
    private Answer decided(String applicant, Map<String, Object> decision) {
        Answer submitted = district.submit(applicant);
        String url = url(submitted);
        Answer accepted = act(submitted, url + "/acceptance", district.clerk(), null);
        Answer examined =
                act(
                        accepted,
                        url + "/steps",
                        district.officer(),
                        Map.of("step", "examine", "action", "COMPLETE", "opinion", "已审查"));
        Answer beyond =
                act(
                        examined,
                        url + "/decision",
                        district.chief(),
                        Map.of("granted", true, "validFrom", "+999999999-12-31"));
        assertThat(beyond.objections()).containsExactly("date-too-far");
        Answer decided = act(examined, url + "/decision", district.chief(), decision);
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        return decided;
    }

    private Answer status(
            String url, String token, String id, String status, String ground, String reason) {
        return http.post(
                url + "/certificate/status",
                token,
                Map.of("certificate", id, "status", status, "ground", ground, "reason", reason));
    }

    private Answer replacement(String url, String id, String reason) {
        return http.post(
                url + "/certificate/replacement",
                district.chief(),
                Map.of("certificate", id, "validTo", "2030-12-31", "reason", reason));
    }

    private Answer verified(Answer certificate) {
        return http.get(path(certificate), null, "Accept", "application/json");
    }

    private static String path(Answer certificate) {
        String url = certificate.json().path("verifyUrl").asString();
        return url.substring(url.indexOf("/api/"));
    }

    private static Map<String, Object> delivery(String method, String number) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("method", method);
        body.put("courierNumber", number);
        return body;
    }

    private Answer act(Answer before, String path, String token, @Nullable Object body) {
        String version = "\"" + before.json().path("version").asLong() + "\"";
        return http.post(path, token, body, "If-Match", version);
    }

    private static String url(Answer it) {
        return "/api/v1/cases/" + it.json().path("id").asString();
    }

    private static void refused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.objections()).as(answer.text()).isNotEmpty();
    }
}
