package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files come in parts over a bad line, and what was handed in once is not asked for again. */
@PlatformTest
class DocumentStory {

    private static final String FILE = "%PDF-1.4\n" + "页".repeat(200_000);
    private static final int PART = 512 * 1024;

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
    void aFileIsResumedWhereTheLineBrokeAndCheckedAsAWhole() {
        String applicant = district.applicant("upload-firm", "永州市上传有限公司", "91431103MA4TEB066B");
        Answer submitted = district.submit(applicant);
        String url = "/api/v1/cases/" + submitted.json().path("id").asString();
        byte[] bytes = FILE.getBytes(StandardCharsets.UTF_8);
        String digest = Digest.of("SM3", bytes).toString();

        assertThat(begin(url, applicant, "../x.pdf", "m9", 99_000_000L, digest).objections())
                .containsExactly("file-name-invalid", "material-not-listed", "file-too-large");
        Answer begun = begin(url, applicant, "报告表.pdf", "m2", (long) bytes.length, digest);
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        assertThat(begun.json().path("parts").asInt()).isEqualTo(2);
        String upload = url + "/uploads/" + begun.json().path("id").asString();

        refused(part(upload, applicant, 3, "x"), 404);
        assertThat(part(upload, applicant, 1, "x").objections()).containsExactly("part-size-wrong");
        assertThat(http.post(upload + "/completion", applicant, null).objections())
                .containsExactly("parts-missing");
        refused(http.get(upload, district.clerk()), 404);
        String ascii = "%PDF-1.4\n" + "x".repeat(PART + 100);
        String other = Digest.of("SHA-256", ascii.getBytes(StandardCharsets.UTF_8)).toString();
        Answer second = begin(url, applicant, "报告表.pdf", "m2", (long) ascii.length(), other);
        String resumed = url + "/uploads/" + second.json().path("id").asString();
        assertThat(part(resumed, applicant, 2, ascii.substring(PART)).status()).isEqualTo(200);
        assertThat(http.get(resumed, applicant).json().path("missing").toString()).isEqualTo("[1]");
        assertThat(part(resumed, applicant, 2, "y".repeat(109)).objections())
                .containsExactly("part-differs");
        assertThat(part(resumed, applicant, 1, ascii.substring(0, PART)).status()).isEqualTo(200);
        Answer done = http.post(resumed + "/completion", applicant, null);
        assertThat(done.status()).as(done.text()).isEqualTo(201);
        assertThat(done.json().path("mediaType").asString()).isEqualTo("application/pdf");
        assertThat(done.json().path("scan").asString()).isEqualTo("NOT_SCANNED");
        refused(http.get(resumed, applicant), 404);

        String wrong = "SM3:" + "0".repeat(64);
        Answer third = begin(url, applicant, "a.pdf", "m2", 9L, wrong);
        String bad = url + "/uploads/" + third.json().path("id").asString();
        part(bad, applicant, 1, "%PDF-1.4\n");
        assertThat(http.post(bad + "/completion", applicant, null).objections())
                .containsExactly("file-digest-differs");
        assertThat(http.get(url + "/documents", applicant).json().size()).isEqualTo(1);
        assertThat(http.get(url + "/evidence/dossier", applicant).text())
                .contains(done.json().path("digest").asString());
    }

    @Test
    void whatWasHandedInOrGivenOnceStandsForAMaterialWithConsentAndPurpose() {
        String applicant = district.applicant("reuse-firm", "永州市复用有限公司", "91431103MA4TEB0746");
        Answer granted = granted(applicant);
        String earlier = granted.json().path("id").asString();
        String certificate =
                http.get("/api/v1/cases/" + earlier + "/certificate", applicant)
                        .json()
                        .path("id")
                        .asString();
        String url = "/api/v1/cases/" + district.submit(applicant).json().path("id").asString();

        assertThat(http.get(url + "/reusable", applicant).json().findValuesAsString("id"))
                .contains(certificate);
        assertThat(reuse(url, applicant, certificate, "申请变更", false).objections())
                .containsExactly("consent-missing");
        refused(reuse(url, applicant, certificate, " ", true), 422);
        refused(reuse(url, applicant, "1.2.156.3005.2.x", "申请变更", true), 404);
        Answer reused = reuse(url, applicant, certificate, "申请变更", true);
        assertThat(reused.status()).as(reused.text()).isEqualTo(201);
        assertThat(reused.json().path("source").asString()).isEqualTo("CERTIFICATE");
        Answer log = http.get("/api/v1/cases/" + earlier + "/certificate/uses", applicant);
        assertThat(log.json().get(0).path("purpose").asString()).isEqualTo("申请变更");
        assertThat(log.json().get(0).path("caseId").asString()).isEqualTo(url.substring(14));

        String stranger = district.applicant("other-firm", "永州市旁人有限公司", "91431103MA4TEB0821");
        String theirs = "/api/v1/cases/" + district.submit(stranger).json().path("id").asString();
        refused(reuse(theirs, stranger, certificate, "借用他人证照", true), 404);

        Map<String, Object> both = new LinkedHashMap<>(body(certificate, "申请变更", true));
        both.put("document", reused.json().path("id").asString());
        both.put("fromCase", url.substring(14));
        assertThat(http.post(theirs + "/documents/reuse", stranger, both).objections())
                .containsExactly("one-source-needed");
        both.remove("certificate");
        refused(http.post(theirs + "/documents/reuse", stranger, both), 404);
        String third = "/api/v1/cases/" + district.submit(applicant).json().path("id").asString();
        Answer again = http.post(third + "/documents/reuse", applicant, both);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.json().path("digest")).isEqualTo(reused.json().path("digest"));
        assertThat(
                        jdbc.sql("SELECT count(*) FROM document WHERE consent_by = ?")
                                .param("431103-reuse-firm")
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
    }

    private Answer granted(String applicant) {
        Answer submitted = district.submit(applicant);
        String url = "/api/v1/cases/" + submitted.json().path("id").asString();
        Answer accepted = act(submitted, url + "/acceptance", district.clerk(), null);
        Answer examined =
                act(
                        accepted,
                        url + "/steps",
                        district.officer(),
                        Map.of("step", "examine", "action", "COMPLETE", "opinion", "已审查"));
        return act(examined, url + "/decision", district.chief(), Map.of("granted", true));
    }

    private Answer reuse(String url, String token, String id, String purpose, boolean consent) {
        return http.post(url + "/documents/reuse", token, body(id, purpose, consent));
    }

    private static Map<String, Object> body(String id, String purpose, boolean consent) {
        return Map.of("material", "m4", "certificate", id, "purpose", purpose, "consent", consent);
    }

    private Answer begin(
            String url, String token, String name, String material, Long size, String digest) {
        return http.post(
                url + "/uploads",
                token,
                Map.of("material", material, "fileName", name, "size", size, "digest", digest));
    }

    private Answer part(String upload, String token, int number, String content) {
        return http.put(
                upload + "/parts/" + number,
                token,
                content,
                "Content-Type",
                "application/octet-stream");
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
