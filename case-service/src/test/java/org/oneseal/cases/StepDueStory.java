package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The time of special procedures is left out of the time of a step, too (行政许可法 art. 45). What is
 * shown of a step, what is told of it and where it stands in the work lists is one day, whatever
 * stops the case, lets it go on or changes the calendar.
 */
@PlatformTest
class StepDueStory extends Office {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> MOVES =
            Set.of(
                    "accepted",
                    "suspended",
                    "resumed",
                    "rebased",
                    "step-started",
                    "step-completed",
                    "step-returned");

    @Autowired JdbcClient jdbc;

    private Decrees decrees;

    StepDueStory() {
        super("step-due-firm", "永州市环节有限公司", "91431103MA4TEAUJ07");
    }

    @BeforeEach
    void noDecreeIsUnderWay() {
        decrees = new Decrees(topics, jdbc, clock);
        decrees.noneIsUnderWay();
    }

    @Test
    void whateverStopsTheCaseMovesTheStepAndIsToldOfIt() {
        Answer it = accepted(submitted(item("11431103YYYY00207T4000100064061", false)));
        at("2026-11-24T02:00:00Z");
        it = suspended(it, "EXPERT_REVIEW", 4);
        at("2026-11-25T02:00:00Z");
        it = step(it, "START");
        // 26, 27 and 30 November are left of the review that began the day before
        isDue(it, "2026-12-07");
        at("2026-11-26T02:00:00Z");
        it = suspended(it, "HEARING", 6);
        // both together stop it until 4 December
        isDue(it, "2026-12-11");
        at("2026-11-30T02:00:00Z");
        it = resumed(it, "HEARING");
        // the hearing was over early
        isDue(it, "2026-12-07");
        at("2026-12-02T02:00:00Z");
        it = resumed(it, "EXPERT_REVIEW");
        // the review took two days longer than announced, which count as used
        isDue(it, "2026-12-07");
        inWords(it);

        at("2026-12-03T02:00:00Z");
        it = step(it, "COMPLETE");
        assertThat(lastTold(it)).isEqualTo("2026-12-07T09:00:00Z");
        assertThat(others(it, "en")).isEmpty();
        it = returned(it);
        at("2026-12-04T02:00:00Z");
        it = step(it, "START");
        // to be done again it has its whole time anew
        isDue(it, "2026-12-11");

        decrees.issue("decree on a step", "2026-12-09");
        decrees.theOtherPiecesAreWaitedFor();
        decrees.recountsAreOver();
        it = http.get(url(it), district.officer());
        isDue(it, "2026-12-14");
        assertThat(told(it).getLast().path("stepDueBefore").asString())
                .isEqualTo("2026-12-11T09:00:00Z");
        toldAsCommitted("step-under-way", it);
        decrees.takeBack();
        isDue(http.get(url(it), district.officer()), "2026-12-11");
    }

    @Test
    void aLowerBodysTimeRunsFromAcceptanceAndStandsWithTheCase() {
        Answer it = accepted(submitted(item("11431103YYYY00207T4000100064062", true)));
        at("2026-11-24T02:00:00Z");
        it = suspended(it, "EXPERT_REVIEW", 4);
        it = step(it, "START");
        // 24 November is its first day, 25, 26, 27 and 30 stand
        isDue(it, "2026-12-04");
        at("2026-11-26T02:00:00Z");
        it = resumed(it, "EXPERT_REVIEW");
        isDue(it, "2026-12-02");
        at("2026-11-27T02:00:00Z");
        it = step(it, "COMPLETE");
        it = returned(it);
        at("2026-11-30T02:00:00Z");
        it = suspended(it, "HEARING", 2);
        it = step(it, "START");
        isDue(it, "2026-12-04");
        // overrun
        at("2026-12-03T02:00:00Z");
        it = resumed(it, "HEARING");
        isDue(it, "2026-12-04");
        toldAsCommitted("prior-examination-under-way", it);
    }

    @Test
    void workListsGoByTheStepAndApplicantsDoNotSeeIt() {
        Answer it = accepted(submitted(item("11431103YYYY00207T4000100064063", false)));
        it = act(it, "assignment", he, Map.of("action", "CLAIM"));
        it = step(it, "START", he);
        String id = id(it);
        at("2026-11-30T01:00:00Z");
        assertThat(work(he, "MINE", "TODAY")).contains(id);
        it = act(it, "special-procedures", he, procedure("EXPERT_REVIEW", 3));
        assertThat(it.status()).as(it.text()).isEqualTo(200);
        assertThat(work(he, "MINE", "TODAY")).doesNotContain(id);
        at("2026-12-03T01:00:00Z");
        assertThat(work(he, "MINE", "TODAY")).contains(id);
        at("2026-12-03T09:00:01Z");
        assertThat(work(he, "MINE", "OVERDUE")).contains(id);

        JsonNode row = row(he, id);
        assertThat(row.path("stepDue").asString()).isEqualTo("2026-12-03T09:00:00Z");
        assertThat(row.path("due").asString()).isEqualTo("2026-12-03T09:00:00Z");
        assertThat(row.path("caseDue").asString())
                .isEqualTo(it.json().path("promisedDue").asString())
                .isGreaterThan("2026-12-04");
        JsonNode own = row(applicant, id);
        assertThat(own.path("due")).isEqualTo(row.path("caseDue"));
        assertThat(own.has("stepDue") && own.path("stepDue").isString()).isFalse();
        assertThat(own.path("overdue").asBoolean()).isFalse();
        String overdue = "/api/v1/cases?overdue=true&number=" + row.path("caseNumber").asString();
        assertThat(http.get(overdue, applicant).json().path("items").size()).isZero();
        assertThat(http.get(overdue, he).json().path("items").size()).isEqualTo(1);
    }

    /** In the case's own view, in the last event that tells it, and in the work list. */
    private void isDue(Answer it, String day) {
        JsonNode step = others(it, "en").path(0);
        assertThat(step.path("due").asString()).isEqualTo(day + "T09:00:00Z");
        assertThat(step.path("lastDay").asString()).isEqualTo(day);
        JsonNode days = step.path("days");
        assertThat(days.path(days.size() - 1).path("date").asString()).isEqualTo(day);
        assertThat(days.path(days.size() - 1).path("text").asString()).isEqualTo("day 5; due date");
        assertThat(lastTold(it)).isEqualTo(day + "T09:00:00Z");
        assertThat(row(district.officer(), id(it)).path("stepDue").asString())
                .isEqualTo(day + "T09:00:00Z");
    }

    private void inWords(Answer it) {
        JsonNode step = others(it, "en").path(0);
        assertThat(step.path("text").asString())
                .isEqualTo(
                        "The step \""
                                + step.path("name").asString()
                                + "\" has 5 working days, until 2026-12-07;"
                                + " 3 working days of special procedures are not counted");
        List<String> texts = step.path("days").findValuesAsString("text");
        assertThat(texts)
                .containsExactly(
                        "first day, not counted",
                        "special procedure, not counted; special procedure begins",
                        "special procedure, not counted",
                        "weekend, not counted",
                        "weekend, not counted",
                        "special procedure, not counted; special procedure ends",
                        "day 1",
                        "day 2; special procedure ends",
                        "day 3",
                        "day 4",
                        "weekend, not counted",
                        "weekend, not counted",
                        "day 5; due date");
        assertThat(others(it, "zh-CN").path(0).path("text").asString())
                .endsWith("至 2026-12-07;特别程序不计入时限 3 个工作日");
    }

    private void at(String instant) {
        clock.setTo(Instant.parse(instant));
    }

    private String item(String code, boolean priorExamination) {
        return district.publishItem(
                code,
                item -> {
                    ObjectNode examine = (ObjectNode) item.path("steps").path(1);
                    examine.putObject("limit").put("amount", 5).put("unit", "WORKING_DAY");
                    examine.put("priorExamination", priorExamination);
                    ArrayNode kinds = (ArrayNode) item.path("specialProcedures");
                    ObjectNode hearing = kinds.get(0).asObject().deepCopy();
                    kinds.add(hearing.put("kind", "HEARING").put("name", "听证"));
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

    private static Map<String, Object> procedure(String kind, int days) {
        return Map.of(
                "kind",
                kind,
                "reason",
                "需要",
                "announcedDays",
                days,
                "commissionedBy",
                District.DEPARTMENT);
    }

    private Answer suspended(Answer before, String kind, int days) {
        Answer done = act(before, "special-procedures", district.officer(), procedure(kind, days));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        return done;
    }

    private Answer resumed(Answer before, String kind) {
        for (JsonNode open : before.json().path("openProcedures")) {
            if (!open.path("kind").asString().equals(kind)) continue;
            String id = open.path("procedureId").asString();
            Answer done =
                    act(
                            before,
                            "special-procedures/" + id + "/resumption",
                            district.officer(),
                            null);
            assertThat(done.status()).as(done.text()).isEqualTo(200);
            return done;
        }
        throw new AssertionError(before.text());
    }

    private Answer step(Answer before, String action) {
        return step(before, action, district.officer());
    }

    private Answer step(Answer before, String action, String officer) {
        Answer done = act(before, "steps", officer, Map.of("step", "examine", "action", action));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        return done;
    }

    private Answer returned(Answer completed) {
        Answer done =
                act(
                        completed,
                        "step-return",
                        district.chief(),
                        Map.of("step", "examine", "reason", "意见不全"));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        return done;
    }

    private JsonNode others(Answer answer, String language) {
        return http.get(url(answer) + "/deadline", district.officer(), "Accept-Language", language)
                .json()
                .path("others");
    }

    private JsonNode row(String token, String id) {
        String number = http.get("/api/v1/cases/" + id, token).json().path("caseNumber").asString();
        JsonNode items = http.get("/api/v1/cases?number=" + number, token).json().path("items");
        assertThat(items.size()).isEqualTo(1);
        return items.path(0);
    }

    /** The events of the case as they were sent, each held to its schema. */
    private List<JsonNode> told(Answer it) {
        assertThat(names(id(it))).contains("step-started");
        return sent(id(it)).stream()
                .map(Topics.Message::value)
                .map(value -> EventJson.reader().readTree(Objects.requireNonNull(value)))
                .toList();
    }

    /**
     * What moved the step, as it was told: supervision derives its watch from the same and must
     * find the same day after each.
     */
    private void toldAsCommitted(String name, Answer it) {
        assertThat(names(id(it))).contains("step-started");
        Map<String, String> procedures = new HashMap<>();
        ArrayNode script = JSON.createArrayNode();
        for (Topics.Message message : sent(id(it))) {
            String event =
                    Objects.requireNonNull(message.headers().get("ce_type"))
                            .replace("org.oneseal.cases.", "");
            if (!MOVES.contains(event)) continue;
            ObjectNode data =
                    (ObjectNode)
                            EventJson.reader().readTree(Objects.requireNonNull(message.value()));
            data.remove("case");
            if (data.path("clock") instanceof ObjectNode clock) clock.remove("calendarVersion");
            data.remove("calendarVersionBefore");
            if (data.path("procedureId").isString()) {
                data.put(
                        "procedureId",
                        procedures.computeIfAbsent(
                                data.path("procedureId").asString(),
                                _ -> "p" + (procedures.size() + 1)));
            }
            ObjectNode told = script.addObject().put("event", event);
            // When a decree is counted by is the timer's to say.
            if (!event.equals("rebased")) told.put("time", message.headers().get("ce_time"));
            told.set("data", data);
        }
        Contracts.of("case-service")
                .assertCommitted(
                        "stories/" + name + ".json",
                        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(script) + "\n");
    }

    /** What who reads nothing but events knows of the step. */
    private String lastTold(Answer it) {
        String known = "";
        for (JsonNode event : told(it)) {
            boolean ofStep = event.path("stepCode").asString("").equals("examine");
            JsonNode moved = event.path("clock").path("step");
            if (ofStep && event.path("due").isString()) known = event.path("due").asString();
            if (moved.isObject()) known = moved.path("due").asString();
        }
        return known;
    }
}
