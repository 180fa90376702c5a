package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The many ways in: drafts, helpers, whole folders at once, and the queue of the hall. */
@PlatformTest
class IntakeStory {

    private static final String CASES = "/api/v1/cases";
    private static final String QUEUE = "/api/v1/cases/queue";
    private static final String APPOINTMENTS = "/api/v1/appointments";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;

    private District district;
    private String applicant;

    @BeforeEach
    void aDistrictWithAnItem() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        district = new District(http, tokens, topics);
        district.publishCatalog();
        applicant = district.applicant("intake-firm", "永州市收件有限公司", "91431103MA4TEB090U");
    }

    @AfterEach
    void letTheClockRun() {
        clock.release();
    }

    @Test
    void aDraftIsKeptResumedAndHandedInOnce() {
        Answer begun = http.post(CASES + "/drafts", applicant, Map.of("itemCode", District.ITEM));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        String draft = CASES + "/drafts/" + begun.json().path("id").asString();
        refused(http.get(draft, district.clerk()), 404);
        refused(http.post(draft + "/submission", applicant, null), 428);
        Answer early = http.post(draft + "/submission", applicant, null, "If-Match", "\"1\"");
        assertThat(early.objections()).contains("material-missing");
        assertThat(http.get(draft, applicant).status()).isEqualTo(200);

        Map<String, Object> whole = application();
        whole.put("form", Map.of("address", "冷水滩区珊瑚路2号"));
        whole.put("projectNumber", "2611-431103-04-01-123456");
        refused(http.put(draft, applicant, whole, "If-Match", "\"9\""), 409);
        Answer kept = http.put(draft, applicant, whole, "If-Match", "\"1\"");
        assertThat(kept.json().path("version").asInt()).isEqualTo(2);
        assertThat(jdbc.sql("SELECT body FROM draft").query(String.class).list().toString())
                .doesNotContain("珊瑚路");
        Answer submitted = http.post(draft + "/submission", applicant, null, "If-Match", "\"2\"");
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
        refused(http.get(draft, applicant), 404);
        refused(http.post(draft + "/submission", applicant, null, "If-Match", "\"2\""), 404);

        String id = submitted.json().path("id").asString();
        assertThat(
                        http.get(CASES + "/" + id + "/filing", applicant)
                                .json()
                                .path("projectNumber")
                                .asString())
                .isEqualTo("2611-431103-04-01-123456");
        assertThat(
                        http.get(
                                        CASES + "/filings?project=2611-431103-04-01-123456",
                                        district.clerk())
                                .json()
                                .path("items")
                                .findValuesAsString("caseId"))
                .contains(id);
        assertThat(
                        http.get(
                                        CASES + "/filings?project=2611-431103-04-01-123456",
                                        district.stranger(Role.WINDOW_CLERK))
                                .json()
                                .path("items")
                                .size())
                .isZero();
    }

    @Test
    void familyHelpsWithAMandateAndAClerkOpensTheGreenChannel() {
        Map<String, Object> helped = application();
        helped.put("help", Map.of("kind", "FAMILY"));
        helped.put("greenReason", "急件");
        helped.put("channel", "DOOR");
        assertThat(http.post(CASES, applicant, helped).objections())
                .containsExactly(
                        "channel-not-yours",
                        "green-channel-by-clerk",
                        "help-without-mandate",
                        "relation-missing");
        String agent = district.applicant("helper-firm", "永州市帮办有限公司", "91431103MA4TEB103H");
        Map<String, Object> mandate = new LinkedHashMap<>();
        mandate.put("principal", "431103-intake-firm");
        mandate.put("agent", "431103-helper-firm");
        mandate.put("validFrom", "2026-11-01");
        assertThat(http.post("/api/v1/mandates", applicant, mandate).status()).isEqualTo(201);
        Map<String, Object> byAgent = application();
        byAgent.put("help", Map.of("kind", "HELPER"));
        Answer filed = http.post(CASES, agent, byAgent, "On-Behalf-Of", "431103-intake-firm");
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        JsonNode filing =
                http.get(CASES + "/" + filed.json().path("id").asString() + "/filing", applicant)
                        .json();
        assertThat(filing.path("help").asString()).isEqualTo("HELPER");
        assertThat(filing.path("helper").asString()).isEqualTo("431103-helper-firm");

        Map<String, Object> atTheDoor = application();
        atTheDoor.put("party", "431103-intake-firm");
        atTheDoor.put("channel", "DOOR");
        atTheDoor.put("greenReason", "行动不便");
        Answer green = http.post(CASES, district.clerk(), atTheDoor);
        assertThat(green.json().path("channel").asString()).isEqualTo("DOOR");
        assertThat(
                        http.get(CASES + "/filings", district.officer())
                                .json()
                                .path("items")
                                .findValuesAsString("caseId"))
                .contains(green.json().path("id").asString());
    }

    @Test
    void aFolderOfOneHundredAndNineIsFiledEachWithItsOwnResult() {
        List<Map<String, Object>> applications = new ArrayList<>();
        for (int i = 0; i < 109; i++) {
            Map<String, Object> one = application();
            one.put("party", "431103-intake-firm");
            applications.add(one);
        }
        applications.get(7).put("party", "431103-nobody");
        applications.get(50).put("materials", district.materials("m1", "m77"));
        applications.get(108).put("itemCode", "no-such-item");
        int before = cases();
        String key = UUID.randomUUID().toString();
        Map<String, Object> folder = Map.of("applications", applications);

        Answer filed =
                http.post(CASES + "/batches", district.clerk(), folder, "Idempotency-Key", key);

        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        assertThat(filed.json().path("filed").asInt()).isEqualTo(106);
        assertThat(filed.json().path("objected").asInt()).isEqualTo(3);
        assertThat(
                        filed.json()
                                .path("entries")
                                .get(50)
                                .path("objections")
                                .findValuesAsString("code"))
                .containsExactly("material-not-listed");
        assertThat(cases()).isEqualTo(before + 106);
        Answer again =
                http.post(CASES + "/batches", district.clerk(), folder, "Idempotency-Key", key);
        assertThat(again.json()).isEqualTo(filed.json());
        assertThat(cases()).isEqualTo(before + 106);
        Answer read =
                http.get(
                        CASES + "/batches/" + filed.json().path("id").asString(), district.clerk());
        assertThat(read.json().path("filed").asInt()).isEqualTo(106);
        refused(http.get(CASES + "/batches/" + filed.json().path("id").asString(), applicant), 404);
        refused(http.post(CASES + "/batches", applicant, Map.of("applications", List.of())), 422);
        Answer withoutMandate =
                http.post(
                        CASES + "/batches",
                        district.applicant("lone-firm", "永州市独行有限公司", "91431103MA4TEB111C"),
                        Map.of("applications", List.of(applications.get(0))));
        assertThat(
                        withoutMandate
                                .json()
                                .path("entries")
                                .get(0)
                                .path("objections")
                                .findValuesAsString("code"))
                .containsExactly("mandate-missing");
    }

    @Test
    void onlyWhoHasPassedThePreReviewDrawsATicketAndTheGreenLaneGoesFirst() {
        String clerk = district.clerk();
        String look = window("预审一", "PRE_REVIEW");
        String take = window("综合一", "ACCEPT");
        assertThat(
                        http.post(
                                        QUEUE + "/windows",
                                        district.chief(),
                                        Map.of("name", "预审一", "task", "ACCEPT"))
                                .objections())
                .containsExactly("window-name-taken");
        assertThat(draw(applicant, null, null).objections())
                .containsExactly("pre-review-not-passed");
        assertThat(preReview(take, "431103-nobody").objections())
                .containsExactly("window-not-for-this", "party-unknown");

        Answer begun = preReview(look, "431103-intake-firm");
        String review = QUEUE + "/pre-reviews/" + begun.json().path("id").asString();
        clock.advance(Duration.ofMinutes(6));
        assertThat(
                        http.post(
                                        review + "/end",
                                        clerk,
                                        Map.of("passed", true, "missing", List.of("营业执照")))
                                .objections())
                .containsExactly("pre-review-says-both");
        refused(
                http.post(
                        review + "/end",
                        district.stranger(Role.WINDOW_CLERK),
                        Map.of("passed", true)),
                404);
        assertThat(http.post(review + "/end", clerk, Map.of("passed", true)).status())
                .isEqualTo(200);
        assertThat(http.post(review + "/end", clerk, Map.of("passed", true)).objections())
                .containsExactly("pre-review-ended");
        Answer first = draw(applicant, null, null);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(draw(applicant, null, null).objections())
                .containsExactly("pre-review-not-passed");

        Answer second = preReview(look, "431103-intake-firm");
        http.post(
                QUEUE + "/pre-reviews/" + second.json().path("id").asString() + "/end",
                clerk,
                Map.of("passed", true));
        Answer green = draw(clerk, "431103-intake-firm", true);
        assertThat(green.json().path("ticket").path("number").asInt()).isEqualTo(2);
        String firstId = first.json().path("ticket").path("id").asString();
        assertThat(http.get(QUEUE + "/tickets/" + firstId, applicant).json().path("before").asInt())
                .isEqualTo(1);
        refused(http.get(QUEUE + "/tickets/" + firstId, district.stranger(Role.WINDOW_CLERK)), 404);

        clock.advance(Duration.ofMinutes(4));
        Answer called = http.post(QUEUE + "/windows/" + take + "/calls", clerk, null);
        assertThat(called.json().path("ticket").path("lane").asString()).isEqualTo("GREEN");
        clock.advance(Duration.ofMinutes(10));
        String ticket = QUEUE + "/tickets/" + called.json().path("ticket").path("id").asString();
        assertThat(http.post(ticket + "/end", clerk, Map.of("served", true)).status())
                .isEqualTo(200);
        assertThat(http.post(ticket + "/end", clerk, Map.of("served", true)).objections())
                .containsExactly("ticket-not-called");
        http.post(QUEUE + "/windows/" + take + "/calls", clerk, null);
        assertThat(http.post(QUEUE + "/windows/" + take + "/calls", clerk, null).objections())
                .containsExactly("nobody-waits");

        JsonNode figures = http.get(QUEUE + "/figures", district.chief()).json();
        JsonNode looked = figures.path("windows").get(1);
        assertThat(looked.path("preReviewSeconds").asLong()).isEqualTo(360);
        JsonNode served = figures.path("windows").get(0);
        assertThat(served.path("serviceSeconds").asLong()).isEqualTo(600);
        assertThat(served.path("waitSeconds").asLong()).isEqualTo(240 + 840);
        assertThat(figures.path("balance").path("shares").get(0).path("ofAllSeconds").asLong())
                .isEqualTo(960);
        refused(http.get(QUEUE + "/figures?day=%2B999999999-01-01", district.chief()), 404);
        refused(http.get(QUEUE + "/figures?day=yesterday", district.chief()), 400);
    }

    @Test
    void aPlaceIsBookedOnAWorkingDayWhileOneIsLeft() {
        String other = district.applicant("slot-firm", "永州市预约有限公司", "91431103MA4TEB154R");
        String slot = "2026-11-24T01:00:00Z";
        assertThat(book(applicant, slot).objections()).containsExactly("no-appointments-here");
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("firstSlot", "09:00");
        rule.put("lastSlot", "16:30");
        rule.put("slotMinutes", 30);
        rule.put("places", 1);
        rule.put("daysAhead", 7);
        rule.put("effectiveFrom", "2026-11-23");
        assertThat(http.post(APPOINTMENTS + "/rules", district.chief(), rule).objections())
                .containsExactly("rule-not-ahead");
        rule.put("effectiveFrom", "2026-11-24");
        assertThat(http.post(APPOINTMENTS + "/rules", district.chief(), rule).status())
                .isEqualTo(201);
        assertThat(book(applicant, "2026-11-24T01:10:00Z").objections())
                .containsExactly("slot-not-offered");
        assertThat(book(applicant, "2026-11-28T01:00:00Z").objections())
                .containsExactly("slot-not-offered");
        assertThat(book(applicant, "2027-01-24T01:00:00Z").objections())
                .containsExactly("slot-out-of-reach");
        assertThat(book(applicant, "+1000000000-12-31T23:59:59Z").objections())
                .containsExactly("no-appointments-here");
        Answer booked = book(applicant, slot);
        assertThat(booked.status()).as(booked.text()).isEqualTo(201);
        assertThat(book(other, slot).objections()).containsExactly("slot-full");
        String mine = APPOINTMENTS + "/" + booked.json().path("id").asString();
        refused(http.post(mine + "/cancellation", other, null), 404);
        assertThat(http.post(mine + "/cancellation", applicant, null).status()).isEqualTo(200);
        assertThat(http.post(mine + "/cancellation", applicant, null).objections())
                .containsExactly("appointment-not-booked");
        assertThat(book(other, slot).status()).isEqualTo(201);
        assertThat(http.get(APPOINTMENTS, other).json().size()).isEqualTo(1);
    }

    private Map<String, Object> application() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("itemCode", District.ITEM);
        body.put("materials", district.materials("m1", "m2", "m4"));
        return body;
    }

    private String window(String name, String task) {
        Answer opened =
                http.post(QUEUE + "/windows", district.chief(), Map.of("name", name, "task", task));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.json().path("id").asString();
    }

    private Answer preReview(String window, String party) {
        return http.post(
                QUEUE + "/pre-reviews",
                district.clerk(),
                Map.of("window", window, "party", party, "itemCode", District.ITEM));
    }

    private Answer draw(String token, @Nullable String party, @Nullable Boolean green) {
        Map<String, Object> body = new LinkedHashMap<>(hall());
        if (party != null) body.put("party", party);
        if (green != null) body.put("green", green);
        return http.post(QUEUE + "/tickets", token, body);
    }

    private Answer book(String token, String slot) {
        Map<String, Object> body = new LinkedHashMap<>(hall());
        body.put("slot", slot);
        return http.post(APPOINTMENTS, token, body);
    }

    private static Map<String, Object> hall() {
        return Map.of(
                "region",
                District.REGION,
                "department",
                District.DEPARTMENT,
                "itemCode",
                District.ITEM);
    }

    private int cases() {
        return jdbc.sql("SELECT count(*) FROM cases WHERE party = '431103-intake-firm'")
                .query(Integer.class)
                .single();
    }

    private static void refused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.objections()).as(answer.text()).isNotEmpty();
    }
}
