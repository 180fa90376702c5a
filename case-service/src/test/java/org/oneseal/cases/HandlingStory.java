package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Officers among themselves: desks, opinions, returns, more time, signatures, other departments.
 */
@PlatformTest
class HandlingStory {

    private static final String FIRE = "431103-XF";

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
        applicant = district.applicant("handling-firm", "永州市办理有限公司", "91431103MA4TEATH89");
        he = district.staff(Role.CASE_OFFICER, "officer-he");
        qin = district.staff(Role.CASE_OFFICER, "officer-qin");
        for (String officer : List.of(he, qin, district.officer(), district.chief())) {
            assertThat(http.post("/api/v1/cases/officers", officer, null).status()).isEqualTo(200);
        }
        assertThat(http.post("/api/v1/cases/officers", fireman(), null).status()).isEqualTo(200);
    }

    @AfterEach
    void letTheClockRun() {
        clock.release();
    }

    @Test
    void aCaseGoesFromThePoolToADeskToAnotherAndBack() {
        Answer accepted = accepted();
        String id = id(accepted);
        assertThat(work(he, "POOL", "ANY")).contains(id);
        assertThat(work(he, "MINE", "ANY")).doesNotContain(id);

        Answer claimed = act(accepted, "assignment", he, Map.of("action", "CLAIM"));
        assertThat(claimed.json().path("holder").asString()).isEqualTo("officer-he");
        assertThat(work(he, "MINE", "ANY")).contains(id);
        assertThat(work(qin, "POOL", "ANY")).doesNotContain(id);
        assertThat(work(qin, "DEPARTMENT", "ANY")).contains(id);
        assertThat(act(claimed, "assignment", qin, Map.of("action", "CLAIM")).objections())
                .containsExactly("held-by-another");
        assertThat(act(claimed, "steps", qin, Map.of("step", "examine", "action", "START")))
                .extracting(Answer::objections)
                .isEqualTo(List.of("held-by-another"));
        assertThat(
                        act(
                                        claimed,
                                        "assignment",
                                        he,
                                        Map.of("action", "TRANSFER", "officer", "nobody"))
                                .objections())
                .containsExactly("reason-missing", "officer-unknown");

        Answer transferred =
                act(
                        claimed,
                        "assignment",
                        he,
                        Map.of("action", "TRANSFER", "officer", "officer-qin", "reason", "专业分工"));
        assertThat(transferred.json().path("holder").asString()).isEqualTo("officer-qin");
        clock.setTo(Instant.parse("2026-12-02T01:00:00Z"));
        assertThat(work(qin, "MINE", "TODAY")).contains(id);
        assertThat(work(qin, "MINE", "OVERDUE")).doesNotContain(id);
        clock.setTo(Instant.parse("2026-12-02T09:00:01Z"));
        assertThat(work(qin, "MINE", "OVERDUE")).contains(id);

        Answer opinion = act(transferred, "opinions", qin, Map.of("text", "现场核查符合要求"));
        Answer done = act(opinion, "steps", qin, Map.of("step", "examine", "action", "COMPLETE"));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.json().path("holder").isString()).as("back in the pool").isFalse();
        Answer returned =
                act(
                        done,
                        "step-return",
                        district.chief(),
                        Map.of("step", "examine", "reason", "核查记录不全"));
        assertThat(returned.json().path("holder").asString()).isEqualTo("officer-qin");
        assertThat(act(returned, "decision", district.chief(), Map.of("granted", true)))
                .extracting(Answer::objections)
                .isEqualTo(List.of("step-open"));
        Answer again = act(returned, "steps", qin, Map.of("step", "examine", "action", "COMPLETE"));
        Answer decided = act(again, "decision", district.chief(), Map.of("granted", true));
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        assertThat(decided.json().path("deliverBy").asString()).isEqualTo("2026-12-16T09:00:00Z");
        assertThat(work(district.clerk(), "TO_DELIVER", "ANY")).contains(id);
        Answer delivered = act(decided, "delivery", district.clerk(), Map.of("method", "COUNTER"));
        assertThat(work(district.clerk(), "TO_DELIVER", "ANY")).doesNotContain(id);

        String told = http.get(url(delivered) + "/timeline", qin, "Accept-Language", "en").text();
        assertThat(told).contains("Claimed by officer-he", "Sent back to the step");
        assertThat(http.get(url(delivered) + "/timeline", applicant).text())
                .as("what officers do among themselves is not the applicant's")
                .doesNotContain("officer-he", "签收", "现场核查符合要求");
        assertThat(names(id))
                .contains("assigned", "opinion-given", "step-returned", "decided", "delivered");
    }

    @Test
    void whoIsAwayIsStoodInFor() {
        Answer claimed = act(accepted(), "assignment", he, Map.of("action", "CLAIM"));
        Map<String, Object> week =
                Map.of(
                        "substitute", "officer-qin",
                        "from", "2026-11-24T00:00:00Z",
                        "until", "2026-11-30T00:00:00Z",
                        "reason", "公休");
        Answer set = http.post("/api/v1/cases/substitutions", he, week);
        assertThat(set.status()).as(set.text()).isEqualTo(201);
        assertThat(http.post("/api/v1/cases/substitutions", he, week).objections())
                .containsExactly("substituted-already");
        Map<String, Object> start = Map.of("step", "examine", "action", "START");
        assertThat(act(claimed, "steps", qin, start, "Acting-For", "officer-he").status())
                .as("not away yet")
                .isEqualTo(403);

        clock.setTo(Instant.parse("2026-11-24T02:00:00Z"));
        assertThat(act(claimed, "steps", qin, start).objections())
                .containsExactly("held-by-another");
        assertThat(
                        act(claimed, "steps", district.officer(), start, "Acting-For", "officer-he")
                                .status())
                .isEqualTo(403);
        JsonNode mine = http.get("/api/v1/cases/work", qin, "Acting-For", "officer-he").json();
        assertThat(mine.path("items").toString()).contains(id(claimed));
        Answer started = act(claimed, "steps", qin, start, "Acting-For", "officer-he");
        assertThat(started.status()).as(started.text()).isEqualTo(200);

        JsonNode last = last(http.get(url(started) + "/timeline", qin).json().path("entries"));
        assertThat(last.path("by").asString()).isEqualTo("officer-qin");
        assertThat(last.path("actingFor").asString()).isEqualTo("officer-he");
        String id = set.json().path("id").asString();
        assertThat(http.post("/api/v1/cases/substitutions/" + id + "/end", he, null).status())
                .isEqualTo(200);
        assertThat(
                        act(
                                        started,
                                        "steps",
                                        qin,
                                        Map.of("step", "examine", "action", "COMPLETE"),
                                        "Acting-For",
                                        "officer-he")
                                .status())
                .isEqualTo(403);
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
        assertThat(http.get(url(extended) + "/deadline", he).json().path("summary").toString())
                .contains("2026-11-23 批准延长 10 个工作日");
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
    void theSameIsDoneToManyCasesEachByItself() {
        Answer one = accepted();
        Answer two = accepted();
        Answer held = act(accepted(), "assignment", he, Map.of("action", "CLAIM"));
        var wanted =
                List.of(
                        at(one, 0),
                        at(two, 5),
                        at(held, 0),
                        Map.of("id", "431103-x", "version", 1));
        Answer bulk =
                http.post("/api/v1/cases/bulk", qin, Map.of("action", "CLAIM", "cases", wanted));
        assertThat(bulk.status()).as(bulk.text()).isEqualTo(200);
        Map<String, Integer> statuses = new TreeMap<>();
        for (JsonNode result : bulk.json().path("results")) {
            statuses.put(result.path("id").asString(), result.path("status").asInt());
        }
        assertThat(statuses)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(id(one), 200, id(two), 409, id(held), 422, "431103-x", 404));
        assertThat(work(qin, "MINE", "ANY")).contains(id(one)).doesNotContain(id(two), id(held));
        assertThat(http.get(url(held), qin).json().path("version"))
                .isEqualTo(held.json().path("version"));
        assertThat(names(id(one))).endsWith("assigned");
        Answer twice =
                http.post(
                        "/api/v1/cases/bulk",
                        qin,
                        Map.of("action", "CLAIM", "cases", List.of(at(two, 0), at(two, 0))));
        assertThat(twice.objections()).containsExactly("case-twice");
    }

    @Test
    void ofThirtyTwoOfficersWhoReachForACaseOneGetsIt() throws Exception {
        Answer accepted = accepted();
        List<Callable<Answer>> reaches = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String officer = district.staff(Role.CASE_OFFICER, "reaching-" + i);
            reaches.add(() -> act(accepted, "assignment", officer, Map.of("action", "CLAIM")));
        }
        List<Integer> statuses = new ArrayList<>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : clients.invokeAll(reaches)) {
                statuses.add(answer.get().status());
            }
        }
        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        Answer now = http.get(url(accepted), he);
        assertThat(now.json().path("version").asInt())
                .isEqualTo(accepted.json().path("version").asInt() + 1);
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
    }

    private JsonNode others(Answer answer, String token) {
        return http.get(url(answer) + "/deadline", token, "Accept-Language", "en")
                .json()
                .path("others");
    }

    private static Map<String, Object> at(Answer answer, int off) {
        return Map.of("id", id(answer), "version", answer.json().path("version").asInt() + off);
    }

    private String fireman() {
        return tokens.of(Role.CASE_OFFICER)
                .region(District.REGION)
                .department(FIRE)
                .subject("officer-xiang")
                .mint();
    }

    private Answer accepted() {
        Answer accepted = act(district.submit(applicant), "acceptance", district.clerk(), null);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        return accepted;
    }

    private List<String> work(String officer, String list, String due) {
        List<String> ids = new ArrayList<>();
        Answer page =
                http.get("/api/v1/cases/work?limit=200&list=" + list + "&due=" + due, officer);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        for (JsonNode row : page.json().path("items")) ids.add(row.path("id").asString());
        return ids;
    }

    private Answer act(
            Answer before, String what, String token, @Nullable Object body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("If-Match", "\"" + before.json().path("version").asLong() + "\""));
        return http.post(url(before) + "/" + what, token, body, all.toArray(String[]::new));
    }

    private static String id(Answer answer) {
        return answer.json().path("id").asString();
    }

    private static String url(Answer answer) {
        return "/api/v1/cases/" + id(answer);
    }

    private static JsonNode last(JsonNode entries) {
        return entries.get(entries.size() - 1);
    }

    /** The events of a case as they were sent, each held to its schema. */
    private List<String> names(String id) {
        Answer now = http.get("/api/v1/cases/" + id, district.officer());
        int version = now.json().path("version").asInt();
        await().atMost(Patience.SOON).until(() -> sent(id).size() >= version);
        var contracts = Contracts.of("case-service");
        List<String> names = new ArrayList<>();
        for (Topics.Message message : sent(id)) {
            String type = Objects.requireNonNull(message.headers().get("ce_type"));
            String name = type.replace("org.oneseal.cases.", "");
            contracts.assertValid(
                    name, EventJson.reader().readTree(Objects.requireNonNull(message.value())));
            names.add(name);
        }
        return names;
    }

    private List<Topics.Message> sent(String id) {
        return topics.all("oneseal.cases.v1").stream().filter(m -> id.equals(m.key())).toList();
    }
}
