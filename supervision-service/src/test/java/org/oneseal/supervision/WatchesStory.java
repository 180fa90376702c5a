package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Watches of every kind: steps, conduct that is wrong in itself, publications, the market. */
class WatchesStory extends Story {

    private static final String ITEM = "item-431125";

    @Autowired JdbcTemplate jdbc;

    WatchesStory() {
        super("431125000000");
    }

    @BeforeEach
    void anItemWithStepsAndMaterials() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("itemCode", ITEM);
        item.put("version", 1);
        item.put("legalLimit", Map.of("amount", 20, "unit", "WORKING_DAY"));
        item.put("promisedLimit", Map.of("amount", 10, "unit", "WORKING_DAY"));
        item.put(
                "steps",
                List.of(
                        Map.of("code", "accept", "name", "受理"),
                        Map.of(
                                "code",
                                "lower",
                                "name",
                                "初审",
                                "limit",
                                Map.of("amount", 3, "unit", "WORKING_DAY"),
                                "priorExamination",
                                true),
                        Map.of(
                                "code",
                                "examine",
                                "name",
                                "审查",
                                "limit",
                                Map.of("amount", 2, "unit", "WORKING_DAY"))));
        item.put("materials", List.of(Map.of("code", "m1"), Map.of("code", "m2")));
        topics.send(
                "oneseal.catalog.items.v1",
                ITEM + "@1",
                "org.oneseal.catalog.item-published",
                1,
                clock.instant(),
                county(),
                department(),
                item);
        await().atMost(SOON)
                .until(
                        () ->
                                jdbc.queryForList("SELECT 1 FROM items WHERE code = ?", ITEM).size()
                                        == 1);
        await().atMost(SOON)
                .until(
                        () ->
                                List.of("publicity", "market").stream()
                                        .allMatch(subscriptions::isCaughtUp));
    }

    @Override
    Map<String, Object> data(String id, Map<String, Object> more) {
        Map<String, Object> data = super.data(id, more);
        @SuppressWarnings("unchecked")
        Map<String, Object> about = (Map<String, Object>) data.get("case");
        if (about != null) about.put("itemCode", ITEM);
        return data;
    }

    @Test
    void a_step_over_its_own_limit_is_yellow_although_the_case_is_in_time() {
        String id = "431125-step-1";
        accept(id, "2026-03-02T02:00:00Z");
        happens(id, 2, "step-started", "2026-03-02T03:00:00Z", Map.of("stepCode", "examine"));
        happens(
                id,
                3,
                "suspended",
                "2026-03-03T02:00:00Z",
                Map.of("procedureId", "p1", "announcedDays", 5));
        happens(id, 4, "resumed", "2026-03-05T02:00:00Z", Map.of("procedureId", "p1"));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(due(id, "step-2")).isEqualTo("2026-03-06T09:00:00Z"));
        clock.setTo(Instant.parse("2026-03-06T09:00:01Z"));
        await().atMost(SOON).until(() -> rulesOf(id).contains("step-yellow"));
        assertThat(rulesOf(id)).containsExactly("step-yellow");
        assertThat(
                        http.get(watch(id, "step-2"), supervisor())
                                .json()
                                .path("legalDays")
                                .findValuesAsString("kind"))
                .as("explained as it is counted")
                .containsExactly("START", "COUNTED", "SUSPENDED", "SUSPENDED", "COUNTED");
        String card = cardsOf(id).getFirst().path("id").asString();
        assertThat(
                        http.get("/api/v1/cards/" + card + "/proof", supervisor())
                                .json()
                                .path("days")
                                .findValuesAsString("kind"))
                .contains("SUSPENDED");
        happens(id, 5, "step-completed", "2026-03-06T10:00:00Z", Map.of("stepCode", "examine"));
        await().atMost(SOON)
                .until(
                        () ->
                                http.get(watch(id, "step-2"), supervisor())
                                        .json()
                                        .at("/watch/state")
                                        .asString("")
                                        .equals("CLOSED"));
    }

    /** What had begun of a step is void when the case comes back to it or to one before it. */
    @Test
    void a_return_ends_what_had_begun_and_gives_a_new_time() {
        String id = "431125-step-back";
        accept(id, "2026-03-02T02:00:00Z");
        happens(id, 2, "step-started", "2026-03-02T03:00:00Z", Map.of("stepCode", "examine"));
        happens(
                id,
                3,
                "step-returned",
                "2026-03-03T02:00:00Z",
                Map.of("stepCode", "lower", "reopened", List.of("lower", "examine")));
        awaitClosed(id, "step-2");
        happens(id, 4, "step-started", "2026-03-05T03:00:00Z", Map.of("stepCode", "examine"));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(due(id, "step-4")).isEqualTo("2026-03-09T09:00:00Z"));
        assertThat(due(id, "step-2")).isEqualTo("2026-03-04T09:00:00Z");
    }

    /** 行政许可法 art. 43; what a special procedure took before it began is not counted (art. 45). */
    @Test
    void a_prior_examination_counts_from_acceptance_whenever_it_is_begun() {
        String id = "431125-step-lower";
        accept(id, "2026-03-02T02:00:00Z");
        happens(id, 2, "step-started", "2026-03-04T03:00:00Z", Map.of("stepCode", "lower"));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(due(id, "step-2")).isEqualTo("2026-03-05T09:00:00Z"));

        String stopped = "431125-step-lower-stopped";
        accept(stopped, "2026-03-02T02:00:00Z");
        happens(
                stopped,
                2,
                "suspended",
                "2026-03-03T02:00:00Z",
                Map.of("procedureId", "p1", "announcedDays", 5));
        happens(stopped, 3, "resumed", "2026-03-04T02:00:00Z", Map.of("procedureId", "p1"));
        happens(stopped, 4, "step-started", "2026-03-05T03:00:00Z", Map.of("stepCode", "lower"));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(due(stopped, "step-4")).isEqualTo("2026-03-06T09:00:00Z"));
    }

    private String due(String id, String kind) {
        return http.get(watch(id, kind), supervisor()).json().at("/watch/legalDue").asString("");
    }

    @Test
    void a_second_list_and_a_material_beyond_the_item_are_yellow_a_refusal_without_reasons_red() {
        String id = "431125-conduct-1";
        happens(id, 1, "submitted", "2026-03-02T02:00:00Z", Map.of());
        happens(
                id,
                2,
                "correction-requested",
                "2026-03-02T02:30:00Z",
                Map.of("missing", List.of(Map.of("code", "m1"))));
        happens(id, 3, "corrected", "2026-03-02T02:40:00Z", Map.of());
        happens(
                id,
                4,
                "correction-requested",
                "2026-03-02T02:50:00Z",
                Map.of("missing", List.of(Map.of("code", "m9"))));
        awaitCards(id, "second-notice-yellow", "material-yellow");
        happens(id, 5, "not-accepted", "2026-03-02T02:55:00Z", Map.of());
        awaitCards(id, "second-notice-yellow", "material-yellow", "reasons-red");
        JsonNode red =
                cardsOf(id).stream()
                        .filter(c -> c.path("ruleCode").asString().equals("reasons-red"))
                        .findFirst()
                        .orElseThrow();
        assertThat(
                        http.get(
                                        "/api/v1/cards/" + red.path("id").asString() + "/proof",
                                        supervisor())
                                .json()
                                .path("holds")
                                .asBoolean())
                .isTrue();

        String lawful = "431125-conduct-2";
        happens(lawful, 1, "submitted", "2026-03-02T02:00:00Z", Map.of());
        happens(
                lawful,
                2,
                "correction-requested",
                "2026-03-02T02:30:00Z",
                Map.of("missing", List.of(Map.of("code", "m2"))));
        happens(
                lawful,
                3,
                "not-accepted",
                "2026-03-02T02:55:00Z",
                Map.of("ground", "行政许可法 art. 32(1)(2)"));
        awaitClosed(lawful, "answer-1");
        assertThat(rulesOf(lawful)).isEmpty();
    }

    @Test
    void a_decision_is_public_in_seven_working_days_or_yellow() {
        String late = "431125-record-1";
        String kept = "431125-record-2";
        for (String id : List.of(late, kept)) {
            credit(id, 1, "record-opened", "2026-03-02T02:00:00Z", "PENDING");
            awaitWatch(id, "publicity-1");
        }
        assertThat(due(late, "publicity-1")).isEqualTo("2026-03-11T09:00:00Z");
        credit(kept, 2, "record-published", "2026-03-02T02:30:00Z", "PENDING");
        awaitClosed(kept, "publicity-1");
        clock.setTo(Instant.parse("2026-03-11T09:00:01Z"));
        awaitCards(late, "publicity-blue", "publicity-yellow");
        assertThat(rulesOf(kept)).isEmpty();
        String withheld = "431125-record-3";
        credit(withheld, 1, "record-opened", "2026-03-11T09:00:00Z", "WITHHELD");
        subscriptions.rebuild("cases");
        await().atMost(SOON).until(() -> subscriptions.isCaughtUp("cases"));
        assertThat(http.get(watch(late, "publicity-1"), supervisor()).status()).isEqualTo(200);
        assertThat(http.get(watch(withheld, "publicity-1"), supervisor()).status()).isEqualTo(404);
    }

    /** The record came two days after the decision, from which the law counts. */
    @Test
    void what_is_counted_from_another_day_is_explained_from_that_day() {
        clock.setTo(Instant.parse("2026-03-04T03:00:00Z"));
        String id = "431125-record-4";
        credit(id, 1, "record-opened", "2026-03-04T02:00:00Z", "PENDING");
        awaitWatch(id, "publicity-1");
        assertThat(due(id, "publicity-1")).isEqualTo("2026-03-11T09:00:00Z");
        List<JsonNode> days =
                http.get(watch(id, "publicity-1"), supervisor())
                        .json()
                        .path("legalDays")
                        .valueStream()
                        .toList();
        assertThat(days.getFirst().path("date").asString()).isEqualTo("2026-03-02");
        assertThat(days.getLast().path("date").asString()).isEqualTo("2026-03-11");
        assertThat(days.getLast().path("count").asInt()).isEqualTo(7);
    }

    private void credit(String id, long sequence, String type, String at, String state) {
        topics.send(
                "oneseal.credit.v1",
                id,
                "org.oneseal.credit." + type,
                sequence,
                Instant.parse(at),
                county(),
                department(),
                Map.of(
                        "record",
                        Map.of(
                                "recordId", id,
                                "caseNumber", "no-" + id,
                                "decisionNumber", "许决〔2026〕1号",
                                "decidedOn", "2026-03-02",
                                "due", "2026-03-11"),
                        "state",
                        state));
    }

    @Test
    void a_project_of_the_market_that_waits_too_long_is_yellow() {
        String id = "431125-project-1";
        market(id, 1, "drawn", "2026-03-02T02:00:00Z", Map.of("confirmBy", "2026-03-04"));
        awaitWatch(id, "market-1");
        market(
                id,
                2,
                "selection-confirmed",
                "2026-03-02T02:30:00Z",
                Map.of("contractBy", "2026-03-10"));
        awaitWatch(id, "market-2");
        clock.setTo(Instant.parse("2026-03-10T16:00:00Z"));
        awaitCards(id, "market-yellow");
        assertThat(cardsOf(id).getFirst().path("watchId").asString()).endsWith(".market-2");
        assertThat(
                        http.get("/api/v1/watches?kind=MARKET&state=CLOSED", supervisor())
                                .json()
                                .path("items")
                                .valueStream()
                                .map(w -> w.path("id").asString()))
                .contains(id + ".market-1");
    }

    /** What the law asks of cases holds for what the market and conduct draw too. */
    @Test
    void a_yellow_card_turns_red_when_nobody_answers_it_whatever_it_was_drawn_on() {
        clock.setTo(Instant.parse("2026-12-01T03:00:00Z"));
        String project = "431125-project-2";
        market(project, 1, "drawn", "2026-12-01T02:00:00Z", Map.of("confirmBy", "2026-12-02"));
        awaitWatch(project, "market-1");
        String id = "431125-conduct-3";
        happens(id, 1, "submitted", "2026-12-01T02:00:00Z", Map.of());
        for (int notice = 2; notice <= 3; notice++) {
            happens(
                    id,
                    notice,
                    "correction-requested",
                    "2026-12-01T02:30:00Z",
                    Map.of("missing", List.of(Map.of("code", "m9"))));
        }
        awaitCards(id, "second-notice-yellow", "material-yellow");
        clock.setTo(Instant.parse("2026-12-02T16:00:00Z"));
        awaitCards(project, "market-yellow");
        clock.setTo(Instant.parse("2026-12-09T03:00:00Z"));
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            assertThat(rulesOf(project))
                                    .containsExactlyInAnyOrder(
                                            "market-yellow", "market-red-unanswered");
                            assertThat(rulesOf(id))
                                    .contains(
                                            "second-notice-red-unanswered",
                                            "material-red-unanswered");
                        });
    }

    private void market(
            String id, long sequence, String type, String at, Map<String, Object> more) {
        Map<String, Object> data = new LinkedHashMap<>(more);
        data.put("projectId", id);
        data.put("region", county());
        data.put("serviceKind", "hjyxpj");
        topics.send(
                "oneseal.market.v1",
                id,
                "org.oneseal.market." + type,
                sequence,
                Instant.parse(at),
                county(),
                department(),
                data);
    }
}
