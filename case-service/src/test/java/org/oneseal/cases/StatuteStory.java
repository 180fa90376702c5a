package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import tools.jackson.databind.JsonNode;

/** What the law says where somebody is silent, and where somebody wants more than it gives. */
@PlatformTest
class StatuteStory extends Office {

    StatuteStory() {
        super("statute-firm", "永州市法定有限公司", "91431103MA4TEAUPX6");
    }

    /** 行政许可法 art. 32(4): the time to answer begins anew with what was handed in. */
    @Test
    void silenceAfterACorrectionIsAcceptanceFromTheDayOfTheCorrection() {
        Answer asked = corrections(district.submit(applicant));
        at("2026-11-25T02:00:00Z");
        Answer corrected =
                act(asked, "corrections", applicant, Map.of("materials", district.materials("m2")));
        assertThat(corrected.json().path("answerDue").asString()).isEqualTo("2026-12-02T09:00:00Z");
        at("2026-12-02T09:00:01Z");
        JsonNode accepted = becomes("ACCEPTED", corrected);
        assertThat(accepted.path("acceptance").path("deemed").asBoolean()).isTrue();
        assertThat(accepted.path("acceptance").path("acceptedAt").asString())
                .isEqualTo("2026-11-25T02:00:00Z");
        assertThat(names(id(corrected))).contains("corrected", "deemed-accepted");
    }

    /** Who never corrects has not applied any more (补正不来办结); the office need not act. */
    @Test
    void anApplicantWhoNeverCorrectsIsClosedAfterTheTimeOfTheRule() {
        Answer asked = corrections(district.submit(applicant));
        assertThat(asked.json().at("/correction/answerBy").asString()).isEqualTo("2026-12-23");
        at("2026-12-23T15:59:59Z");
        assertThat(http.get(url(asked), applicant).json().path("state").asString())
                .isEqualTo("IN_CORRECTION");
        at("2026-12-23T16:00:00Z");
        JsonNode closed = becomes("RETURNED", asked);
        assertThat(closed.path("decision").isObject()).isFalse();
        assertThat(told(asked, "finished").path("result").asString()).isEqualTo("5");
        Answer late =
                http.post(
                        url(asked) + "/corrections",
                        applicant,
                        Map.of("materials", district.materials("m2")),
                        "If-Match",
                        "\"" + closed.path("version").asLong() + "\"");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.objections()).containsExactly("not-in-this-state");
    }

    /**
     * Only what the authority itself has commissioned, told, and no longer than the item admits.
     */
    @Test
    void aClockIsStoppedOnlyByWhatTheLawNames() {
        Answer accepted = accepted();
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("kind", "EXPERT_REVIEW");
        wanted.put("reason", " ");
        wanted.put("announcedDays", 31);
        wanted.put("commissionedBy", "431103-OTHER");
        Answer refused = act(accepted, "special-procedures", district.officer(), wanted);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.objections())
                .containsExactlyInAnyOrder(
                        "procedure-too-long", "not-commissioned-by-authority", "reason-missing");
        wanted.put("kind", "DRAWING_REVIEW");
        wanted.put("reason", "施工图审查");
        wanted.put("announcedDays", 0);
        wanted.put("commissionedBy", District.DEPARTMENT);
        assertThat(act(accepted, "special-procedures", district.officer(), wanted).objections())
                .containsExactlyInAnyOrder("procedure-not-listed", "length-not-announced");
        assertThat(http.get(url(accepted), applicant).json().path("legalDue"))
                .isEqualTo(accepted.json().path("legalDue"));
    }

    /** Art. 42: by the head, who is not who asks; once; and nothing moves before. */
    @Test
    void whoAsksForMoreTimeDoesNotApproveIt() {
        Answer accepted = accepted();
        String both =
                tokens.of(Role.CASE_OFFICER, Role.CHIEF_APPROVER)
                        .region(District.REGION)
                        .department(District.DEPARTMENT)
                        .subject("both-hands")
                        .mint();
        Map<String, Object> more =
                Map.of("by", Map.of("amount", 5, "unit", "WORKING_DAY"), "reason", "现场核查推迟");
        Answer asked = act(accepted, "extension", both, more);
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        Answer own = act(asked, "extension/approval", both, Map.of("approved", true));
        assertThat(own.objections()).containsExactly("extension-four-eyes");
        assertThat(http.get(url(asked), he).json().path("legalDue"))
                .isEqualTo(accepted.json().path("legalDue"));
        Answer approved =
                act(asked, "extension/approval", district.chief(), Map.of("approved", true));
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(act(approved, "extension", he, more).objections()).contains("extended-already");
    }

    private Answer corrections(Answer submitted) {
        Answer asked =
                act(
                        submitted,
                        "correction-notice",
                        district.clerk(),
                        Map.of("missing", List.of(Map.of("code", "m2", "reason", "缺少签章页"))));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        return asked;
    }

    private JsonNode becomes(String state, Answer before) {
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                http.get(url(before), applicant)
                                        .json()
                                        .path("state")
                                        .asString()
                                        .equals(state));
        return http.get(url(before), applicant).json();
    }

    private void at(String instant) {
        clock.setTo(Instant.parse(instant));
    }
}
