package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.oneseal.platform.testkit.PlatformTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.Patience;
import tools.jackson.databind.JsonNode;

/** Colleagues sign, say what they think, and another department is asked. */
@PlatformTest
class SignatureStory extends Office {

    private static final String FIRE = "431103-XF";

    SignatureStory() {
        super("signature-firm", "永州市会签有限公司", "91431103MA4TEB2F2K");
    }

    @BeforeEach
    void theFireBrigadeSignedOnToo() {
        assertThat(http.post("/api/v1/cases/officers", fireman(), null).status()).isEqualTo(200);
    }

    @Test
    void colleaguesSignAndAnotherDepartmentIsAskedInATimeOfItsOwn() {
        Answer examined =
                act(
                        accepted(),
                        "steps",
                        district.officer(),
                        Map.of("step", "examine", "action", "COMPLETE"));
        assertThat(
                        act(
                                        examined,
                                        "co-signs",
                                        district.officer(),
                                        Map.of(
                                                "matter",
                                                "",
                                                "signers",
                                                List.of("officer-tang", "x", "x"),
                                                "rule",
                                                "RATIO"))
                                .objections())
                .containsExactly(
                        "matter-missing",
                        "quorum-invalid",
                        "signer-asks",
                        "officer-unknown",
                        "signer-twice",
                        "officer-unknown");
        Answer asked =
                act(
                        examined,
                        "co-signs",
                        district.officer(),
                        Map.of(
                                "matter",
                                "核查结论",
                                "signers",
                                List.of("officer-he", "officer-qin", "chief-liu"),
                                "rule",
                                "RATIO",
                                "ratio",
                                Map.of("parts", 2, "of", 3)));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        JsonNode open = http.get(url(asked) + "/co-signs", he).json().get(0);
        assertThat(open.path("needed").asInt()).isEqualTo(2);
        String sign = "co-signs/" + open.path("coSignId").asString() + "/signature";
        Answer first = act(asked, sign, he, Map.of("agreed", true));
        assertThat(act(first, sign, he, Map.of("agreed", true)).objections())
                .containsExactly("signed-already");
        assertThat(act(first, "decision", district.chief(), Map.of("granted", true)).objections())
                .containsExactly("co-sign-open");
        Answer signed = act(first, sign, qin, Map.of("agreed", true));
        assertThat(http.get(url(signed) + "/co-signs", he).json().get(0).path("state").asString())
                .isEqualTo("PASSED");

        Map<String, Object> question =
                Map.of(
                        "department",
                        FIRE,
                        "question",
                        "消防条件是否符合",
                        "limit",
                        Map.of("amount", 2, "unit", "WORKING_DAY"));
        assertThat(
                        act(
                                        signed,
                                        "consultations",
                                        district.officer(),
                                        Map.of("department", "431103-ZZ", "question", "?"))
                                .objections())
                .containsExactly("department-unknown");
        Answer consulted = act(signed, "consultations", district.officer(), question);
        assertThat(consulted.status()).as(consulted.text()).isEqualTo(200);
        assertThat(
                        act(consulted, "decision", district.chief(), Map.of("granted", true))
                                .objections())
                .containsExactly("consultation-open");
        JsonNode others = http.get(url(consulted) + "/deadline", he).json().path("others");
        assertThat(others.valueStream().toList())
                .as("explained day by day")
                .anySatisfy(
                        due -> {
                            assertThat(due.path("what").asString()).isEqualTo("CONSULTATION");
                            assertThat(due.path("lastDay").asString()).isEqualTo("2026-11-25");
                            assertThat(due.path("days").size()).isEqualTo(3);
                        });
        JsonNode waiting =
                http.get("/api/v1/cases/consultations", fireman()).json().path("items").get(0);
        assertThat(waiting.path("due").asString()).isEqualTo("2026-11-25T09:00:00Z");
        String consultation =
                "/api/v1/cases/consultations/" + waiting.path("consultationId").asString();
        assertThat(http.get(url(consulted), fireman()).status())
                .as("the case itself is not theirs")
                .isEqualTo(404);
        assertThat(http.get(consultation, he).status()).isEqualTo(404);

        clock.setTo(Instant.parse("2026-11-25T09:00:01Z"));
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                http.get(consultation, fireman())
                                        .json()
                                        .path("state")
                                        .asString()
                                        .equals("OVERDUE"));
        Answer late = http.get(consultation, fireman());
        Answer answered =
                http.post(
                        consultation + "/answer",
                        fireman(),
                        Map.of("position", "AGREED_WITH_CONDITIONS", "answer", "增设一处出口"),
                        "If-Match",
                        "\"" + late.json().path("version").asLong() + "\"");
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        assertThat(answered.json().path("state").asString()).isEqualTo("ANSWERED");
        Answer now = http.get(url(consulted), he);
        assertThat(act(now, "decision", district.chief(), Map.of("granted", true)).status())
                .isEqualTo(200);
        assertThat(names(id(now)))
                .contains(
                        "co-sign-requested",
                        "co-signed",
                        "consultation-requested",
                        "consultation-overdue",
                        "consultation-answered");
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
    void allHaveToSignAndOneWhoIsAgainstIsEnoughToFail() {
        Answer asked = coSign(examined(), List.of("officer-he", "officer-qin"), "ALL");
        JsonNode open = http.get(url(asked) + "/co-signs", he).json().get(0);
        assertThat(open.path("needed").asInt()).isEqualTo(2);
        Answer one = act(asked, sign(open), he, Map.of("agreed", true));
        assertThat(state(one)).isEqualTo("OPEN");
        assertThat(act(one, sign(open), district.officer(), Map.of("agreed", true)).status())
                .as("nobody asked them")
                .isNotEqualTo(200);
        assertThat(act(one, "decision", district.chief(), Map.of("granted", true)).objections())
                .containsExactly("co-sign-open");
        Answer both = act(one, sign(open), qin, Map.of("agreed", true));
        assertThat(state(both)).isEqualTo("PASSED");
        assertThat(act(both, "decision", district.chief(), Map.of("granted", true)).status())
                .isEqualTo(200);

        Answer other = coSign(examined(), List.of("officer-he", "officer-qin"), "ALL");
        JsonNode second = http.get(url(other) + "/co-signs", he).json().get(0);
        Answer against = act(other, sign(second), qin, Map.of("agreed", false, "opinion", "图纸不全"));
        assertThat(against.status()).as(against.text()).isEqualTo(200);
        assertThat(state(against)).isEqualTo("FAILED");
    }

    private Answer coSign(Answer examined, List<String> signers, String rule) {
        Answer asked =
                act(
                        examined,
                        "co-signs",
                        district.officer(),
                        Map.of("matter", "核查结论", "signers", signers, "rule", rule));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        return asked;
    }

    private static String sign(JsonNode coSign) {
        return "co-signs/" + coSign.path("coSignId").asString() + "/signature";
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

    private String state(Answer of) {
        return http.get(url(of) + "/co-signs", he).json().get(0).path("state").asString();
    }

    private String fireman() {
        return tokens.of(Role.CASE_OFFICER)
                .region(District.REGION)
                .department(FIRE)
                .subject("officer-xiang")
                .mint();
    }
}
