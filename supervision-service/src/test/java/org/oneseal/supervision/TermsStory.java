package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http;
import tools.jackson.databind.JsonNode;

/** A region promises to answer sooner than the law says, and its clocks go by that. */
class TermsStory extends Story {

    private static final String TERMS = "/api/v1/watches/terms";

    TermsStory() {
        super("431181000000");
    }

    @Test
    void a_shorter_term_governs_what_is_opened_from_its_day_on() {
        String before = "431181-term-1";
        happens(before, 1, "submitted", "2026-03-02T02:00:00Z", Map.of());
        awaitWatch(before, "answer-1");
        assertThat(due(before)).isEqualTo("2026-03-09T09:00:00Z");

        var set = http.post(TERMS, supervisor(), term(3, "2026-03-03"));
        assertThat(set.status()).as(set.text()).isEqualTo(201);

        String sameDay = "431181-term-2";
        happens(sameDay, 1, "submitted", "2026-03-02T02:00:00Z", Map.of());
        String after = "431181-term-3";
        happens(after, 1, "submitted", "2026-03-03T02:00:00Z", Map.of());
        awaitWatch(sameDay, "answer-1");
        awaitWatch(after, "answer-1");
        assertThat(due(sameDay)).isEqualTo("2026-03-09T09:00:00Z");
        assertThat(due(after)).isEqualTo("2026-03-06T09:00:00Z");
        assertThat(due(before)).isEqualTo("2026-03-09T09:00:00Z");

        clock.setTo(Instant.parse("2026-03-03T02:30:00Z"));
        assertThat(http.post(TERMS, supervisor(), term(4, "2026-03-04")).status()).isEqualTo(201);
        assertThat(inForce("2026-03-03")).isEqualTo(3);
        assertThat(inForce("2026-03-04")).isEqualTo(4);
        await().atMost(SOON)
                .until(
                        () ->
                                topics.all("oneseal.supervision.v1").stream()
                                        .anyMatch(
                                                m ->
                                                        "ANSWER@431181000000@2026-03-04"
                                                                .equals(m.key())));
    }

    @Test
    void a_stage_has_a_term_beside_that_of_its_kind() {
        Map<String, Object> answered = term(3, "2026-04-01");
        answered.put("kind", "TICKET");
        answered.put("stage", "answered");
        var set = http.post(TERMS, supervisor(), answered);
        assertThat(set.status()).as(set.text()).isEqualTo(201);
        assertThat(set.json().path("stage").asString()).isEqualTo("answered");
        Map<String, Object> all = term(4, "2026-04-01");
        all.put("kind", "TICKET");
        assertThat(http.post(TERMS, supervisor(), all).status()).isEqualTo(201);
        JsonNode terms =
                http.get(TERMS + "?region=" + county() + "&on=2026-04-02", supervisor()).json();
        assertThat(
                        terms.valueStream()
                                .filter(t -> t.path("region").asString().equals(county()))
                                .filter(t -> t.path("kind").asString().equals("TICKET"))
                                .map(t -> t.path("stage").asString("") + t.path("amount").asLong()))
                .containsExactlyInAnyOrder("answered3", "4");
        answered.put("amount", 6);
        answered.put("effectiveFrom", "2026-05-01");
        assertThat(http.post(TERMS, supervisor(), answered).objections())
                .as("no stage is longer than all of it above")
                .containsExactly("term-longer-than-law");
        Map<String, Object> unfit = term(3, "2026-05-01");
        unfit.put("stage", "answered");
        assertThat(http.post(TERMS, supervisor(), unfit).objections())
                .containsExactly("term-stage-unfit");
        unfit.put("stage", "A B");
        assertThat(http.post(TERMS, supervisor(), unfit).status()).isIn(400, 422);
    }

    @Test
    void everything_wrong_with_a_term_is_told_at_once() {
        Map<String, Object> wrong = term(6, "2026-03-02");
        wrong.put("ground", " ");
        wrong.put("effectiveTo", "2026-03-01");
        Http.Answer answer = http.post(TERMS, supervisor(), wrong);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.objections())
                .contains(
                        "term-longer-than-law",
                        "rule-ground-missing",
                        "rule-begins-too-early",
                        "rule-ends-before-it-begins");
        Map<String, Object> unfit = term(3, "2026-09-01");
        unfit.put("kind", "PROMISE");
        unfit.put("unit", "MONTH");
        unfit.put("region", "431121000000");
        assertThat(http.post(TERMS, supervisor(), unfit).objections())
                .containsExactlyInAnyOrder(
                        "rule-region-outside", "term-kind-unfit", "term-unit-unfit");
        unfit.put("region", "99");
        assertThat(http.post(TERMS, supervisor(), unfit).status()).isIn(400, 422);
        assertThat(http.post(TERMS, officer(), term(3, "2026-09-01")).status()).isEqualTo(403);
        assertThat(http.post(TERMS, supervisor(), term(0, "2026-09-01")).status()).isIn(400, 422);
    }

    private long inForce(String day) {
        JsonNode terms =
                http.get(TERMS + "?region=" + county() + "&on=" + day, supervisor()).json();
        return terms.valueStream()
                .filter(t -> t.path("region").asString().equals(county()))
                .filter(t -> t.path("kind").asString().equals("ANSWER"))
                .mapToLong(t -> t.path("amount").asLong())
                .findFirst()
                .orElse(-1);
    }

    private String due(String id) {
        return http.get(watch(id, "answer-1"), supervisor())
                .json()
                .at("/watch/legalDue")
                .asString();
    }

    private Map<String, Object> term(int amount, String from) {
        Map<String, Object> term = new LinkedHashMap<>();
        term.put("kind", "ANSWER");
        term.put("region", county());
        term.put("amount", amount);
        term.put("unit", "WORKING_DAY");
        term.put("ground", "祁阳市政务服务办法");
        term.put("effectiveFrom", from);
        return term;
    }
}
