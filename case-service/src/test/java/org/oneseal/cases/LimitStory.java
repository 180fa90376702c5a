package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.oneseal.platform.testkit.PlatformTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.Patience;
import tools.jackson.databind.JsonNode;

/** Limits: more time, what stops them, and how they are explained. */
@PlatformTest
class LimitStory extends Office {

    LimitStory() {
        super("limit-firm", "永州市时限有限公司", "91431103MA4TEB2E4Q");
    }

    @Test
    void moreTimeIsAskedForAndApprovedByAnother() {
        Answer accepted = accepted();
        String due = accepted.json().path("legalDue").asString();
        Map<String, Object> tooLong =
                Map.of("by", Map.of("amount", 11, "unit", "WORKING_DAY"), "reason", "复杂");
        assertThat(act(accepted, "extension", he, tooLong).objections())
                .containsExactly("extension-too-long");
        Map<String, Object> more =
                Map.of("by", Map.of("amount", 10, "unit", "WORKING_DAY"), "reason", "现场核查推迟");
        Answer asked = act(accepted, "extension", he, more);
        assertThat(asked.json().path("legalDue").asString()).isEqualTo(due);
        assertThat(act(asked, "extension/approval", he, Map.of("approved", true)).status())
                .isEqualTo(403);
        Answer refused =
                act(asked, "extension/approval", district.chief(), Map.of("approved", false));
        assertThat(refused.objections()).containsExactly("reason-missing");
        Answer extended =
                act(asked, "extension/approval", district.chief(), Map.of("approved", true));
        assertThat(extended.status()).as(extended.text()).isEqualTo(200);
        assertThat(extended.json().path("legalDue").asString()).isGreaterThan(due);
        assertThat(names(id(extended))).contains("extension-requested", "extended");
        assertThat(told(extended, "extended").path("promiseAfter").asString()).isEqualTo("STANDS");
        assertThat(http.get(url(extended) + "/deadline", he).json().path("summary").toString())
                .contains("2026-11-23 批准延长 10 个工作日，承诺期限不变");
        assertThat(marks(extended, "legal")).contains("EXTENDED");
        assertThat(marks(extended, "promised")).doesNotContain("EXTENDED");
    }

    /** The item says that an extension moves the promise, too. */
    @Test
    void theExtensionMovesThePromiseWhereTheItemSaysSo() {
        Answer accepted = accepted(submitted(promiseMoves("11431103YYYY00207T4000100064046")));
        // 20 and 7 working days from 23 November 2026
        assertThat(accepted.json().path("promisedDue").asString())
                .isEqualTo("2026-12-02T09:00:00Z");
        Answer extended = extended(accepted, 10);
        assertThat(extended.json().path("promisedDue").asString())
                .isEqualTo("2026-12-16T09:00:00Z");
        assertThat(extended.json().path("legalDue").asString())
                .isGreaterThan("2026-12-31T00:00:00Z");
        JsonNode explained = deadline(extended);
        assertThat(explained.path("summary").toString())
                .contains("Extended by 10 working days, approved on 2026-11-23; the promise moves");
        assertThat(marks(extended, "promised")).contains("EXTENDED", "PROMISED_DUE");
        JsonNode days = explained.path("promised").path("days");
        assertThat(days.path(days.size() - 1).path("date").asString()).isEqualTo("2026-12-16");
        assertThat(days.path(days.size() - 1).path("count").asInt()).isEqualTo(17);
        names(id(extended));
        assertThat(told(extended, "accepted").at("/limits/extensionMovesPromise").asBoolean())
                .isTrue();
        assertThat(told(extended, "extended").path("promiseAfter").asString()).isEqualTo("MOVES");
        assertThat(told(extended, "extended").at("/clock/promisedDue").asString())
                .isEqualTo("2026-12-16T09:00:00Z");
    }

    @Test
    void aPromiseThatWasOverWhenMoreTimeWasApprovedStays() {
        Answer accepted = accepted(submitted(promiseMoves("11431103YYYY00207T4000100064047")));
        clock.setTo(Instant.parse("2026-12-03T02:00:00Z"));
        Answer extended = extended(accepted, 5);
        assertThat(extended.json().path("promisedDue").asString())
                .isEqualTo("2026-12-02T09:00:00Z");
        assertThat(deadline(extended).path("summary").toString())
                .contains("the promise was over by then and stays");
        assertThat(marks(extended, "legal")).contains("EXTENDED");
        assertThat(marks(extended, "promised")).doesNotContain("EXTENDED");
    }

    private String promiseMoves(String code) {
        return district.publishItem(
                code,
                item -> {
                    item.put("extensionMovesPromise", true);
                    item.putObject("legalLimit").put("amount", 20).put("unit", "WORKING_DAY");
                    item.putObject("promisedLimit").put("amount", 7).put("unit", "WORKING_DAY");
                    item.putObject("extensionMaximum").put("amount", 10).put("unit", "WORKING_DAY");
                });
    }

    private Answer extended(Answer accepted, int days) {
        Answer asked = act(accepted, "extension", he, days(days));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        Answer extended =
                act(asked, "extension/approval", district.chief(), Map.of("approved", true));
        assertThat(extended.status()).as(extended.text()).isEqualTo(200);
        return extended;
    }

    private JsonNode deadline(Answer answer) {
        return http.get(url(answer) + "/deadline", he, "Accept-Language", "en").json();
    }

    private List<String> marks(Answer answer, String due) {
        List<String> marks = new ArrayList<>();
        for (JsonNode day : deadline(answer).path(due).path("days")) {
            for (JsonNode mark : day.path("marks")) marks.add(mark.asString());
        }
        return marks;
    }

    /** 45 working days and 15 more, which the head of the government approves (行政许可法 art. 42). */
    @Test
    void jointHandlingHas45DaysAnd15MoreWithTheGovernmentsApproval() {
        String code =
                district.publishItem(
                        "11431103YYYY00207T4000100064045",
                        item -> {
                            item.put("jointHandling", true);
                            item.putObject("legalLimit")
                                    .put("amount", 45)
                                    .put("unit", "WORKING_DAY");
                            item.putObject("promisedLimit")
                                    .put("amount", 30)
                                    .put("unit", "WORKING_DAY");
                            item.putObject("extensionMaximum")
                                    .put("amount", 15)
                                    .put("unit", "WORKING_DAY");
                        });
        Answer accepted = accepted(submitted(code));
        // 45 working days from 23 November 2026, with 1 January (Friday) off
        assertThat(accepted.json().path("legalDue").asString()).isEqualTo("2027-01-26T09:00:00Z");
        String promised = accepted.json().path("promisedDue").asString();
        assertThat(act(accepted, "extension", he, days(16)).objections())
                .containsExactly("extension-too-long");
        Answer asked = act(accepted, "extension", he, days(15));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        Map<String, Object> approved = Map.of("approved", true);
        assertThat(act(asked, "extension/approval", district.chief(), approved).objections())
                .containsExactly("government-approval-missing");
        Answer extended =
                act(
                        asked,
                        "extension/approval",
                        district.chief(),
                        Map.of("approved", true, "approvalNumber", "冷政函〔2026〕7号"));
        assertThat(extended.status()).as(extended.text()).isEqualTo(200);
        assertThat(extended.json().path("legalDue").asString())
                .isGreaterThan("2027-02-15T00:00:00Z");
        assertThat(extended.json().path("promisedDue").asString())
                .as("the promise stands")
                .isEqualTo(promised);
        assertThat(names(id(extended))).contains("extension-requested", "extended");
        assertThat(act(extended, "extension", he, days(1)).objections())
                .containsExactly("extended-already");
    }

    private static Map<String, Object> days(int amount) {
        return Map.of("by", Map.of("amount", amount, "unit", "WORKING_DAY"), "reason", "会签未毕");
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

    @Test
    void moreIsAskedForDuringTheReviewAndTheClockStopsOnlyIfTheItemSaysSo() {
        Map<String, Object> notice =
                Map.of("missing", List.of(Map.of("code", "m2")), "answerWithinDays", 10);
        Map<String, Object> handedIn = Map.of("materials", district.materials("m2"));
        Answer accepted = accepted();
        assertThat(act(accepted, "supplements", applicant, handedIn).objections())
                .containsExactly("no-supplement-asked");
        Answer asked = act(accepted, "supplement-notice", he, notice);
        assertThat(asked.json().path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(act(asked, "supplement-notice", he, notice).objections())
                .containsExactly("supplement-pending");
        assertThat(act(asked, "supplements", applicant, handedIn).status()).isEqualTo(200);

        String code =
                district.publishItem(
                        "11431103YYYY00207T4000100064009",
                        item ->
                                item.withArray("specialProcedures")
                                        .addObject()
                                        .put("kind", "CORRECTION_IN_REVIEW")
                                        .put("maxDays", 5)
                                        .put("legalGround", "made-up ground"));
        Answer other =
                act(
                        http.post(
                                "/api/v1/cases",
                                applicant,
                                Map.of(
                                        "itemCode",
                                        code,
                                        "materials",
                                        district.materials("m1", "m2", "m4"))),
                        "acceptance",
                        district.clerk(),
                        null);
        Answer stopped = act(other, "supplement-notice", he, notice);
        assertThat(stopped.json().path("state").asString())
                .as(stopped.text())
                .isEqualTo("SUSPENDED");
        assertThat(stopped.json().path("openProcedures").get(0).path("announcedDays").asInt())
                .isEqualTo(5);
        clock.setTo(Instant.parse("2026-12-04T02:00:00Z"));
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                http.get(url(stopped), applicant)
                                        .json()
                                        .path("state")
                                        .asString()
                                        .equals("RETURNED"));
        assertThat(names(id(stopped))).contains("supplement-requested", "suspended", "finished");
        assertThat(names(id(asked))).contains("supplement-requested", "supplemented");
    }

    @Test
    void everyDueDateIsExplainedInWords() {
        Answer submitted = district.submit(applicant);
        JsonNode answer = others(submitted, applicant);
        assertThat(answer.path(0).path("what").asString()).isEqualTo("ANSWER");
        assertThat(answer.path(0).path("lastDay").asString()).isEqualTo("2026-11-30");
        assertThat(answer.path(0).path("days").size()).isEqualTo(8);
        assertThat(answer.path(0).path("days").path(7).path("text").asString())
                .isEqualTo("day 5; due date");

        Answer noticed =
                act(
                        submitted,
                        "correction-notice",
                        district.clerk(),
                        Map.of("missing", List.of(Map.of("code", "m2"))));
        assertThat(others(noticed, applicant).path(0).path("text").asString())
                .isEqualTo(
                        "To be corrected by the applicant within 30 calendar days, until 2026-12-23");

        Answer accepted = accepted();
        Answer started =
                act(
                        accepted,
                        "steps",
                        district.officer(),
                        Map.of("step", "examine", "action", "START"));
        assertThat(others(started, applicant).size()).as("an officer's own affair").isZero();
        assertThat(others(started, he).path(0).path("what").asString()).isEqualTo("STEP");

        Answer granted = act(examined(), "decision", district.chief(), Map.of("granted", true));
        JsonNode delivery = others(granted, applicant).path(0);
        assertThat(delivery.path("what").asString()).isEqualTo("DELIVERY");
        assertThat(delivery.path("lastDay").asString()).isEqualTo("2026-12-07");
        assertThat(delivery.path("days").size()).isEqualTo(15);
        assertThat(delivery.path("days").path(14).path("text").asString())
                .isEqualTo("day 10; due date");
    }

    private JsonNode others(Answer answer, String token) {
        return http.get(url(answer) + "/deadline", token, "Accept-Language", "en")
                .json()
                .path("others");
    }
}
