package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.PlatformTest;
import tools.jackson.databind.node.ObjectNode;

/** Whoever accepts neither examines nor decides where the item says so (审批分离). */
@PlatformTest
class FourEyesStory extends Office {

    private static final String OPEN_ITEM = "11431103YYYY00207T4000100064068";

    FourEyesStory() {
        super("four-eyes-firm", "永州市分离有限公司", "91431103MA4TEAUN3L");
    }

    @Test
    void whoHasAcceptedIsRefusedAtTheStepAndAtTheDecision() {
        Answer accepted = acceptedByTang(district.submit(applicant));
        for (String action : List.of("START", "COMPLETE")) {
            Answer refused = step(accepted, tang(), action);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.objections()).containsExactly("same-person");
        }
        Answer told =
                act(
                        accepted,
                        "steps",
                        tang(),
                        Map.of("step", "examine", "action", "START"),
                        "Accept-Language",
                        "en");
        assertThat(told.text()).contains("needs another person than the one who accepted");
        assertThat(http.get(url(accepted), he).json().path("version"))
                .isEqualTo(accepted.json().path("version"));

        Answer examined = step(accepted, he, "COMPLETE");
        assertThat(examined.status()).as(examined.text()).isEqualTo(200);
        assertThat(act(examined, "decision", tang(), Map.of("granted", true)).objections())
                .containsExactly("same-person");
        Answer decided = act(examined, "decision", district.chief(), Map.of("granted", true));
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
    }

    /** Nobody gets round it by standing in, in either direction. */
    @Test
    void aSubstituteCountsAsBoth() {
        Answer accepted = acceptedByTang(district.submit(applicant));
        signedOn(tang());
        Map<String, Object> week =
                Map.of(
                        "substitute", "tang-of-all",
                        "from", "2026-11-23T02:00:00Z",
                        "until", "2026-11-30T00:00:00Z",
                        "reason", "公休");
        Answer set = http.post("/api/v1/cases/substitutions", qin, week);
        assertThat(set.status()).as(set.text()).isEqualTo(201);
        assertThat(
                        act(
                                        accepted,
                                        "steps",
                                        tang(),
                                        Map.of("step", "examine", "action", "START"),
                                        "Acting-For",
                                        "officer-qin")
                                .objections())
                .containsExactly("same-person");
        String id = set.json().path("id").asString();
        assertThat(http.post("/api/v1/cases/substitutions/" + id + "/end", qin, null).status())
                .isEqualTo(200);
    }

    @Test
    void whereTheItemDoesNotAskForItWhoAcceptedMayGoOn() {
        district.publishItem(
                OPEN_ITEM,
                item -> {
                    for (var step : item.path("steps")) ((ObjectNode) step).put("separate", false);
                });
        Answer submitted =
                http.post(
                        "/api/v1/cases",
                        applicant,
                        Map.of(
                                "itemCode",
                                OPEN_ITEM,
                                "materials",
                                district.materials("m1", "m2", "m4")));
        Answer started = step(acceptedByTang(submitted), tang(), "START");
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        Answer examined = step(started, he, "COMPLETE");
        Answer decided = act(examined, "decision", tang(), Map.of("granted", true));
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
    }

    /** Whatever the item says: what one has examined alone another decides. */
    @Test
    void whoHasExaminedDoesNotDecide() {
        Answer accepted = act(district.submit(applicant), "acceptance", district.clerk(), null);
        Answer examined = step(accepted, tang(), "COMPLETE");
        assertThat(examined.status()).as(examined.text()).isEqualTo(200);
        assertThat(act(examined, "decision", tang(), Map.of("granted", true)).objections())
                .containsExactly("four-eyes");
    }

    /** One person with every role there is. */
    private String tang() {
        return tokens.of(Role.WINDOW_CLERK, Role.CASE_OFFICER, Role.CHIEF_APPROVER)
                .region(District.REGION)
                .department(District.DEPARTMENT)
                .subject("tang-of-all")
                .mint();
    }

    private void signedOn(String officer) {
        assertThat(http.post("/api/v1/cases/officers", officer, null).status()).isEqualTo(200);
    }

    private Answer acceptedByTang(Answer submitted) {
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
        Answer accepted = act(submitted, "acceptance", tang(), null);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        return accepted;
    }

    private Answer step(Answer before, String officer, String action) {
        return act(before, "steps", officer, Map.of("step", "examine", "action", action));
    }
}
