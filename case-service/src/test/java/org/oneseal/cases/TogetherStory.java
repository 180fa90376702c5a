package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import tools.jackson.databind.JsonNode;

/** The same done to many cases, one signature of several, and papers with an opinion. */
@PlatformTest
class TogetherStory {

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;

    private District district;
    private String applicant;
    private String he;
    private String qin;

    @BeforeEach
    void aDepartmentWhoseOfficersHaveSignedOn() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        district = new District(http, tokens, topics);
        district.publishCatalog();
        applicant = district.applicant("together-firm", "永州市协同有限公司", "91431103MA4TEB2D6X");
        he = district.staff(Role.CASE_OFFICER, "officer-he");
        qin = district.staff(Role.CASE_OFFICER, "officer-qin");
        for (String officer : List.of(he, qin, district.officer(), district.chief())) {
            assertThat(http.post("/api/v1/cases/officers", officer, null).status()).isEqualTo(200);
        }
    }

    @AfterEach
    void letTheClockRun() {
        clock.release();
    }

    /** Each kind of act once, on the same two cases, from acceptance to the grant. */
    @Test
    void twoCasesGoThroughTheirLifeTogether() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) ids.add(id(district.submit(applicant)));

        assertThat(bulk(ids, district.clerk(), "ACCEPT", Map.of())).containsOnly("200 ACCEPTED");
        assertThat(bulk(ids, district.clerk(), "ACCEPT", Map.of())).containsOnly("409 -");
        assertThat(bulk(ids, district.chief(), "ASSIGN", Map.of("officer", "nobody")))
                .containsOnly("422 -");
        assertThat(bulk(ids, district.chief(), "ASSIGN", Map.of("officer", "officer-he")))
                .containsOnly("200 ACCEPTED");
        assertThat(mine(he)).containsAll(ids);
        assertThat(bulk(ids, he, "TRANSFER", Map.of("officer", "officer-qin")))
                .as("without a reason")
                .containsOnly("422 -");
        assertThat(bulk(ids, he, "TRANSFER", Map.of("officer", "officer-qin", "reason", "专业分工")))
                .containsOnly("200 ACCEPTED");
        assertThat(mine(qin)).containsAll(ids);
        assertThat(bulk(ids, he, "RELEASE", Map.of("reason", "不是我的"))).containsOnly("422 -");
        assertThat(bulk(ids, qin, "RELEASE", Map.of())).as("no reason").containsOnly("422 -");
        assertThat(bulk(ids, qin, "RELEASE", Map.of("reason", "休假"))).containsOnly("200 ACCEPTED");
        assertThat(mine(qin)).doesNotContainAnyElementsOf(ids);
        assertThat(bulk(ids, he, "CLAIM", Map.of())).containsOnly("200 ACCEPTED");
        assertThat(bulk(ids, he, "COMPLETE_STEP", Map.of("step", "nothing"))).containsOnly("422 -");
        assertThat(bulk(ids, he, "COMPLETE_STEP", Map.of("step", "examine", "opinion", "属实")))
                .containsOnly("200 ACCEPTED");
        assertThat(bulk(ids, district.chief(), "GRANT", Map.of())).containsOnly("200 FINISHED");
        assertThat(bulk(ids, district.chief(), "GRANT", Map.of())).containsOnly("409 -");
        for (String id : ids) {
            Answer file = http.get("/api/v1/cases/" + id, district.officer());
            assertThat(file.json().path("state").asString()).isEqualTo("FINISHED");
        }
    }

    @Test
    void oneAssignsAndWhoHoldsGivesBackOrAChiefTakesAway() {
        Answer accepted = accepted();
        assertThat(
                        act(
                                        accepted,
                                        "assignment",
                                        he,
                                        Map.of("action", "ASSIGN", "officer", "officer-qin"))
                                .status())
                .as("assigning is the chief's")
                .isNotEqualTo(200);
        Answer assigned =
                act(
                        accepted,
                        "assignment",
                        district.chief(),
                        Map.of("action", "ASSIGN", "officer", "officer-qin"));
        assertThat(assigned.json().path("holder").asString()).isEqualTo("officer-qin");
        assertThat(act(assigned, "assignment", he, release()).objections()).isNotEmpty();
        Answer released = act(assigned, "assignment", qin, release());
        assertThat(released.status()).as(released.text()).isEqualTo(200);
        assertThat(released.json().path("holder").isString()).isFalse();
    }

    @Test
    void ofSeveralSignersTheFirstWhoAgreesIsEnough() {
        Answer examined =
                act(
                        accepted(),
                        "steps",
                        district.officer(),
                        Map.of("step", "examine", "action", "COMPLETE"));
        Answer asked =
                act(
                        examined,
                        "co-signs",
                        district.officer(),
                        Map.of(
                                "matter",
                                "核查结论",
                                "signers",
                                List.of("officer-he", "officer-qin"),
                                "rule",
                                "ANY"));
        JsonNode open = http.get(url(asked) + "/co-signs", he).json().get(0);
        assertThat(open.path("needed").asInt()).isEqualTo(1);
        String sign = "co-signs/" + open.path("coSignId").asString() + "/signature";
        Answer against = act(asked, sign, he, Map.of("agreed", false, "opinion", "图纸不全"));
        assertThat(state(against)).isEqualTo("OPEN");
        assertThat(act(against, "decision", district.chief(), Map.of("granted", true)).objections())
                .containsExactly("co-sign-open");
        Answer agreed = act(against, sign, qin, Map.of("agreed", true));
        assertThat(state(agreed)).isEqualTo("PASSED");
        assertThat(act(agreed, "decision", district.chief(), Map.of("granted", true)).status())
                .isEqualTo(200);
    }

    @Test
    void anOpinionCarriesDocumentsOfTheCaseAndOfNoOther() {
        Answer accepted = accepted();
        String document = document(accepted);
        String foreign = document(accepted());

        assertThat(
                        act(
                                        accepted,
                                        "opinions",
                                        he,
                                        Map.of("text", "见照片", "documents", List.of(foreign, "x")))
                                .objections())
                .containsExactly("document-unknown", "document-unknown");
        Answer given =
                act(
                        accepted,
                        "opinions",
                        he,
                        Map.of("text", "见照片", "documents", List.of(document)));
        assertThat(given.status()).as(given.text()).isEqualTo(200);
        JsonNode opinion = http.get(url(given) + "/opinions", qin).json().get(0);
        assertThat(opinion.path("documents").get(0).asString()).isEqualTo(document);
        assertThat(opinion.path("by").asString()).isEqualTo("officer-he");
        assertThat(http.get(url(given) + "/opinions", applicant).status()).isEqualTo(403);
    }

    private String document(Answer of) {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.pdf\""
                        + "\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7 photo\r\n--b--\r\n";
        Answer kept =
                http.post(
                        url(of) + "/documents",
                        applicant,
                        body,
                        "Content-Type",
                        "multipart/form-data; boundary=b");
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        return kept.json().path("id").asString();
    }

    /** What came of each, as status and state, at the versions that they have now. */
    private List<String> bulk(
            List<String> ids, String token, String action, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("action", action);
        List<Map<String, Object>> cases = new ArrayList<>();
        for (String id : ids) {
            Answer now = http.get("/api/v1/cases/" + id, district.officer());
            cases.add(Map.of("id", id, "version", now.json().path("version").asLong()));
        }
        body.put("cases", cases);
        Answer answer = http.post("/api/v1/cases/bulk", token, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<String> results = new ArrayList<>();
        for (JsonNode result : answer.json().path("results")) {
            results.add(result.path("status").asInt() + " " + result.path("state").asString("-"));
        }
        assertThat(results).as(answer.text()).hasSameSizeAs(ids);
        return results;
    }

    private String state(Answer of) {
        return http.get(url(of) + "/co-signs", he).json().get(0).path("state").asString();
    }

    private List<String> mine(String officer) {
        List<String> ids = new ArrayList<>();
        Answer page = http.get("/api/v1/cases/work?limit=200&list=MINE&due=ANY", officer);
        for (JsonNode row : page.json().path("items")) ids.add(row.path("id").asString());
        return ids;
    }

    private static Map<String, Object> release() {
        return Map.of("action", "RELEASE", "reason", "休假");
    }

    private Answer accepted() {
        Answer accepted = act(district.submit(applicant), "acceptance", district.clerk(), null);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        return accepted;
    }

    private Answer act(Answer before, String what, String token, @Nullable Object body) {
        String version = "\"" + before.json().path("version").asLong() + "\"";
        return http.post(url(before) + "/" + what, token, body, "If-Match", version);
    }

    private static String id(Answer answer) {
        return answer.json().path("id").asString();
    }

    private static String url(Answer answer) {
        return "/api/v1/cases/" + id(answer);
    }
}
