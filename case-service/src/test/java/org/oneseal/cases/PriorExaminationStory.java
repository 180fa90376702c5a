package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A lower body examines first (先行审查, 行政许可法 art. 43): its time runs from acceptance, whenever the
 * step is begun, while other steps have theirs from their start.
 */
@PlatformTest
class PriorExaminationStory extends Office {

    @Autowired JdbcClient jdbc;

    PriorExaminationStory() {
        super("lower-body-firm", "永州市初审有限公司", "91431103MA4TEB3A8N");
    }

    @Test
    void itsTimeRunsFromAcceptanceAndThatOfAnotherStepFromItsStart() {
        Answer ordinary = accepted(submitted(item("11431103YYYY00207T4000100064051", 5, false)));
        Answer lower = accepted(submitted(item("11431103YYYY00207T4000100064052", 5, true)));
        clock.setTo(Instant.parse("2026-11-25T02:00:00Z"));
        Answer own = step(ordinary, "START");
        Answer first = step(lower, "START");
        assertThat(other(own, "en").path("what").asString()).isEqualTo("STEP");
        assertThat(other(own, "en").path("due").asString()).isEqualTo("2026-12-02T09:00:00Z");
        assertThat(told(own)).containsExactly("2026-12-02T09:00:00Z");
        assertThat(body(own)).as("as before it was asked").doesNotContain("countedFrom");
        assertThat(body(first)).contains("countedFrom");

        assertThat(told(first)).containsExactly("2026-11-30T09:00:00Z");
        JsonNode explained = other(first, "en");
        assertThat(explained.path("what").asString()).isEqualTo("PRIOR_EXAMINATION");
        assertThat(explained.path("due").asString()).isEqualTo("2026-11-30T09:00:00Z");
        assertThat(explained.path("lastDay").asString()).isEqualTo("2026-11-30");
        assertThat(explained.path("text").asString())
                .isEqualTo(
                        "The prior examination \""
                                + explained.path("name").asString()
                                + "\" has 5 working days from the day after acceptance on"
                                + " 2026-11-23, until 2026-11-30");
        assertThat(other(first, "zh-CN").path("text").asString())
                .contains("先行审查", "自 2026-11-23 受理次日起算,至 2026-11-30");
        JsonNode days = explained.path("days");
        assertThat(days.size()).isEqualTo(8);
        assertThat(days.path(0).path("date").asString()).isEqualTo("2026-11-23");
        assertThat(days.path(0).path("text").asString()).isEqualTo("first day, not counted");
        assertThat(days.path(7).path("text").asString()).isEqualTo("day 5; due date");
    }

    @Test
    void aReturnToItGivesNoNewTimeAsItDoesToAnotherStep() {
        Answer ordinary = accepted(submitted(item("11431103YYYY00207T4000100064053", 5, false)));
        Answer lower = accepted(submitted(item("11431103YYYY00207T4000100064054", 5, true)));
        clock.setTo(Instant.parse("2026-11-24T02:00:00Z"));
        Answer own = returned(step(ordinary, "COMPLETE"));
        Answer first = returned(step(lower, "COMPLETE"));
        clock.setTo(Instant.parse("2026-11-27T02:00:00Z"));
        own = step(own, "START");
        first = step(first, "START");
        assertThat(other(own, "en").path("due").asString()).isEqualTo("2026-12-04T09:00:00Z");
        assertThat(other(first, "en").path("due").asString()).isEqualTo("2026-11-30T09:00:00Z");
        assertThat(told(own)).containsExactly("2026-12-01T09:00:00Z", "2026-12-04T09:00:00Z");
        assertThat(told(first)).containsExactly("2026-11-30T09:00:00Z", "2026-11-30T09:00:00Z");
        clock.setTo(Instant.parse("2026-12-01T02:00:00Z"));
        assertThat(other(first, "en").path("late").asBoolean()).isTrue();
        assertThat(other(own, "en").path("late").asBoolean()).isFalse();
    }

    /** The department was silent: acceptance, and the lower body's time, count from the receipt. */
    @Test
    void afterADeemedAcceptanceItCountsFromTheDayOfReceipt() {
        Answer submitted = submitted(item("11431103YYYY00207T4000100064055", 7, true));
        clock.setTo(Instant.parse("2026-12-01T02:00:00Z"));
        await().atMost(Patience.SOON)
                .until(() -> now(submitted).json().path("state").asString().equals("ACCEPTED"));
        Answer started = step(now(submitted), "START");
        // 7 working days from 23 November 2026
        assertThat(told(started)).containsExactly("2026-12-02T09:00:00Z");
        assertThat(other(started, "zh-CN").path("text").asString()).contains("自 2026-11-23 受理次日起算");
    }

    /** What is left out of the time of the decision is left out here, too (art. 45). */
    @Test
    void whatASpecialProcedureTookBeforeItBeganIsNotCounted() {
        Answer lower = accepted(submitted(item("11431103YYYY00207T4000100064056", 5, true)));
        clock.setTo(Instant.parse("2026-11-24T02:00:00Z"));
        Answer stopped =
                act(
                        lower,
                        "special-procedures",
                        district.officer(),
                        Map.of(
                                "kind",
                                "EXPERT_REVIEW",
                                "reason",
                                "评审",
                                "announcedDays",
                                3,
                                "commissionedBy",
                                District.DEPARTMENT));
        assertThat(stopped.status()).as(stopped.text()).isEqualTo(200);
        clock.setTo(Instant.parse("2026-11-26T02:00:00Z"));
        String procedure =
                stopped.json().path("openProcedures").path(0).path("procedureId").asString();
        Answer resumed =
                act(
                        stopped,
                        "special-procedures/" + procedure + "/resumption",
                        district.officer(),
                        null);
        assertThat(resumed.status()).as(resumed.text()).isEqualTo(200);
        Answer started = step(resumed, "START");
        // 25 and 26 November are left out
        assertThat(told(started)).containsExactly("2026-12-02T09:00:00Z");
        JsonNode days = other(started, "en").path("days");
        assertThat(days.path(2).path("kind").asString()).isEqualTo("SUSPENDED");
        assertThat(days.path(1).path("text").asString())
                .isEqualTo("day 1; special procedure begins");
        assertThat(days.path(9).path("text").asString()).isEqualTo("day 5; due date");
    }

    private String item(String code, int days, boolean priorExamination) {
        return district.publishItem(
                code,
                item -> {
                    ObjectNode examine = (ObjectNode) item.path("steps").path(1);
                    examine.putObject("limit").put("amount", days).put("unit", "WORKING_DAY");
                    examine.put("priorExamination", priorExamination);
                });
    }

    private Answer submitted(String item) {
        Answer submitted =
                http.post(
                        "/api/v1/cases",
                        applicant,
                        Map.of(
                                "itemCode",
                                item,
                                "materials",
                                district.materials("m1", "m2", "m4")));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
        return submitted;
    }

    private Answer step(Answer before, String action) {
        Answer done =
                act(
                        before,
                        "steps",
                        district.officer(),
                        Map.of("step", "examine", "action", action));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        return done;
    }

    private Answer returned(Answer completed) {
        Answer returned =
                act(
                        completed,
                        "step-return",
                        district.chief(),
                        Map.of("step", "examine", "reason", "初审意见不全"));
        assertThat(returned.status()).as(returned.text()).isEqualTo(200);
        return returned;
    }

    private Answer now(Answer before) {
        return http.get(url(before), district.officer());
    }

    /** What is due beside the decision: the step that is under way. */
    private JsonNode other(Answer answer, String language) {
        JsonNode others =
                http.get(url(answer) + "/deadline", district.officer(), "Accept-Language", language)
                        .json()
                        .path("others");
        assertThat(others.size()).as(others.toString()).isEqualTo(1);
        return others.path(0);
    }

    private String body(Answer answer) {
        return jdbc.sql("SELECT body::text FROM cases WHERE id = :id")
                .param("id", id(answer))
                .query(String.class)
                .single();
    }

    /** By when the step was to be done, as each start of it was told. */
    private List<String> told(Answer answer) {
        assertThat(names(id(answer))).contains("step-started");
        return sent(id(answer)).stream()
                .filter(m -> "org.oneseal.cases.step-started".equals(m.headers().get("ce_type")))
                .map(m -> EventJson.reader().readTree(Objects.requireNonNull(m.value())))
                .map(data -> data.path("due").asString())
                .toList();
    }
}
