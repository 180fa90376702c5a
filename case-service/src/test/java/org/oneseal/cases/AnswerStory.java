package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.PlatformTest;

/** What a department may answer to an application (行政许可法 art. 32). */
@PlatformTest
class AnswerStory extends Office {

    private static final String PARTY = "431103-answer-firm";

    AnswerStory() {
        super("answer-firm", "永州市答复有限公司", "91431103MA4TEAWB8E");
    }

    @Test
    void whoIsNotCompetentNamesWhoIs() {
        Answer submitted = district.submit(applicant);
        Map<String, Object> refusal = new LinkedHashMap<>();
        refusal.put("ground", "行政许可法 art. 32(1)(2)");
        refusal.put("reason", "不属于本机关职权范围");
        refusal.put("cause", "NOT_COMPETENT");
        Answer nobody = act(submitted, "refusal", district.clerk(), refusal);
        assertThat(nobody.status()).as(nobody.text()).isEqualTo(422);
        assertThat(nobody.objections()).containsExactly("right-body-missing");
        refusal.put("rightBody", "永州市生态环境局");
        Answer refused = act(submitted, "refusal", district.clerk(), refusal);
        assertThat(refused.status()).as(refused.text()).isEqualTo(200);
        assertThat(refused.json().path("state").asString()).isEqualTo("NOT_ACCEPTED");
        assertThat(names(id(refused))).contains("not-accepted");
        assertThat(sent(id(refused)).getLast().value())
                .contains("\"cause\":\"NOT_COMPETENT\"", "永州市生态环境局");
    }

    @Test
    void whereNoApprovalIsNeededTheApplicantIsToldAtOnce() {
        Answer refused =
                act(
                        district.submit(applicant),
                        "refusal",
                        district.clerk(),
                        Map.of(
                                "ground", "行政许可法 art. 32(1)(1)",
                                "reason", "依法不需要取得行政许可",
                                "cause", "NO_APPROVAL_NEEDED"));
        assertThat(refused.status()).as(refused.text()).isEqualTo(200);
        assertThat(names(id(refused))).contains("not-accepted");
    }

    /** It uses up no notice, and the time to answer runs on from the receipt. */
    @Test
    void whatCanBePutRightOnTheSpotIs() {
        Answer submitted = atTheCounter("m1", "m4");
        String due = submitted.json().path("answerDue").asString();
        assertThat(due).isNotEmpty();
        assertThat(act(submitted, "acceptance", district.clerk(), null).objections())
                .containsExactly("material-missing");
        assertThat(put(submitted, district.clerk(), "m9").objections())
                .containsExactly("material-not-listed");
        assertThat(put(submitted, district.clerk()).objections())
                .containsExactly("nothing-handed-in");
        assertThat(put(submitted, district.stranger(Role.WINDOW_CLERK), "m2").status())
                .isEqualTo(404);
        assertThat(put(submitted, district.officer(), "m2").status()).isEqualTo(403);

        Answer right = put(submitted, district.clerk(), "m2");
        assertThat(right.status()).as(right.text()).isEqualTo(200);
        assertThat(right.json().path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(right.json().path("answerDue").asString()).isEqualTo(due);
        assertThat(http.get(url(right) + "/timeline", applicant).text()).contains("当场更正");

        Answer accepted = accepted(right);
        assertThat(put(accepted, district.clerk(), "m2").status()).isEqualTo(409);
        assertThat(names(id(accepted))).contains("corrected-on-the-spot", "accepted");
    }

    @Test
    void theOneNoticeIsStillThereAfterwards() {
        Answer right = put(atTheCounter("m1"), applicant, "m4");
        assertThat(right.status()).as(right.text()).isEqualTo(200);
        Answer noticed =
                act(
                        right,
                        "correction-notice",
                        district.clerk(),
                        Map.of("missing", List.of(Map.of("code", "m2"))));
        assertThat(noticed.json().path("state").asString())
                .as(noticed.text())
                .isEqualTo("IN_CORRECTION");
        assertThat(put(noticed, applicant, "m2").status()).isEqualTo(409);
    }

    private Answer put(Answer before, String token, String... codes) {
        return act(
                before, "spot-corrections", token, Map.of("materials", district.materials(codes)));
    }

    private Answer atTheCounter(String... codes) {
        Answer submitted =
                http.post(
                        "/api/v1/cases",
                        district.clerk(),
                        Map.of(
                                "itemCode",
                                District.ITEM,
                                "party",
                                PARTY,
                                "channel",
                                "WINDOW",
                                "materials",
                                district.materials(codes)));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
        return submitted;
    }
}
