package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http;
import tools.jackson.databind.JsonNode;

/** What becomes of cards that are held, not answered, drawn by hand or taken back together. */
class CardsStory extends Story {

    private static final String CARDS = "/api/v1/cards";
    private static final Map<String, String> REASON = Map.of("reason", "说明");

    CardsStory() {
        super("431123000000");
    }

    @Test
    void a_yellow_card_that_nobody_answers_turns_red_once() {
        String ignored = "431123-cards-1";
        String answered = "431123-cards-2";
        String appealed = "431123-cards-3";
        for (String id : List.of(ignored, answered, appealed)) {
            accept(id, "2026-03-02T02:00:00Z");
            awaitWatch(id, "case");
        }
        clock.setTo(Instant.parse("2026-03-09T16:00:00Z"));
        for (String id : List.of(ignored, answered, appealed)) {
            awaitCards(id, "case-blue", "case-yellow-promise");
        }
        assertThat(yellow(ignored).path("answerBy").asString()).isEqualTo("2026-03-13T09:00:00Z");
        assertThat(act(yellow(answered), "acknowledgement", officer()).status()).isEqualTo(200);
        assertThat(act(yellow(answered), "rectification", officer()).status()).isEqualTo(200);
        assertThat(act(yellow(appealed), "appeal", officer()).status()).isEqualTo(200);
        assertThat(yellow(appealed).path("decideBy").asString()).isEqualTo("2026-03-17T09:00:00Z");

        clock.setTo(Instant.parse("2026-03-13T09:00:01Z"));
        awaitCards(ignored, "case-blue", "case-yellow-promise", "case-red-unanswered");
        JsonNode red = card(ignored, "case-red-unanswered");
        assertThat(red.path("parent").asString()).isEqualTo(yellow(ignored).path("id").asString());
        assertThat(red.path("origin").asString()).isEqualTo("UNANSWERED");
        assertThat(rulesOf(answered)).containsExactlyInAnyOrder("case-blue", "case-yellow-promise");
        assertThat(act(yellow(appealed), "confirmation", supervisor()).status()).isEqualTo(200);
        assertThat(rulesOf(appealed)).containsExactlyInAnyOrder("case-blue", "case-yellow-promise");
        assertThat(yellow(appealed).path("answerBy").asString()).isEqualTo("2026-03-18T09:00:00Z");
        clock.setTo(Instant.parse("2026-03-18T09:00:01Z"));
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(rulesOf(appealed))
                                        .contains("case-red-unanswered")
                                        .doesNotHaveDuplicates());

        var revoked =
                http.post(
                        CARDS + "/" + yellow(ignored).path("id").asString() + "/revocation",
                        supervisor(),
                        Map.of("reason", "停电", "cause", "FORCE_MAJEURE"),
                        "If-Match",
                        "\"1\"");
        assertThat(revoked.status()).as(revoked.text()).isEqualTo(200);
        JsonNode doubted = card(ignored, "case-red-unanswered");
        assertThat(doubted.path("proposedCause").asString()).isEqualTo("BASE_REVOKED");
    }

    @Test
    void a_card_may_wait_for_the_office_to_open_or_for_a_supervisor_to_decide() {
        set("case-yellow-promise", "YELLOW", "PROMISE_OVERDUE", 1, "OFFICE_HOURS");
        set("case-red-promise", "RED", "PROMISE_OVERDUE", 6, "BY_HAND");
        clock.setTo(Instant.parse("2026-03-03T01:30:00Z"));
        String id = "431123-cards-4";
        String spared = "431123-cards-5";
        for (String one : List.of(id, spared)) {
            accept(one, "2026-03-03T01:00:00Z");
            awaitWatch(one, "case");
        }
        clock.setTo(Instant.parse("2026-03-10T16:00:00Z"));
        awaitCards(id, "case-blue", "case-yellow-promise");
        assertThat(yellow(id).path("state").asString()).isEqualTo("PENDING");
        assertThat(yellow(id).path("issueAt").asString()).isEqualTo("2026-03-11T01:00:00Z");
        String held = CARDS + "/" + yellow(id).path("id").asString();
        assertThat(http.get(held, officer()).status()).isEqualTo(404);
        assertThat(http.post(held + "/appeal", officer(), REASON, "If-Match", "\"0\"").status())
                .isEqualTo(404);
        assertThat(http.get(CARDS + "?colour=YELLOW", officer()).json().toString())
                .doesNotContain(id);
        clock.setTo(Instant.parse("2026-03-11T01:00:00Z"));
        await().atMost(SOON).until(() -> yellow(id).path("state").asString().equals("ISSUED"));
        assertThat(yellow(id).path("threshold").asString()).isEqualTo("2026-03-10T16:00:00Z");
        assertThat(yellow(id).path("issuedAt").asString()).isEqualTo("2026-03-11T01:00:00Z");
        assertThat(http.get(held, officer()).status()).isEqualTo(200);

        clock.setTo(Instant.parse("2026-03-18T02:00:00Z"));
        for (String one : List.of(id, spared)) {
            await().atMost(SOON).until(() -> rulesOf(one).contains("case-red-promise"));
            assertThat(card(one, "case-red-promise").path("state").asString()).isEqualTo("PENDING");
        }
        JsonNode waiting = card(id, "case-red-promise");
        assertThat(act(waiting, "acknowledgement", officer()).status()).isEqualTo(404);
        assertThat(act(waiting, "appeal", supervisor()).status()).isEqualTo(403);
        assertThat(act(waiting, "issue", officer()).status()).isEqualTo(403);
        var issued = act(waiting, "issue", supervisor());
        assertThat(issued.status()).as(issued.text()).isEqualTo(200);
        assertThat(act(card(id, "case-red-promise"), "issue", supervisor()).objections())
                .containsExactly("card-state-forbids");
        var dismissed = act(card(spared, "case-red-promise"), "dismissal", supervisor());
        assertThat(dismissed.status()).as(dismissed.text()).isEqualTo(200);
        assertThat(card(spared, "case-red-promise").path("state").asString())
                .isEqualTo("DISMISSED");
        JsonNode sums = sums();
        assertThat(sums.path("CARDS_RED").asInt()).isGreaterThan(0);
        end("case-yellow-promise");
        end("case-red-promise");
    }

    private Http.Answer act(JsonNode card, String action, String token) {
        return http.post(
                CARDS + "/" + card.path("id").asString() + "/" + action,
                token,
                REASON,
                "If-Match",
                "\"" + card.path("version").asLong() + "\"");
    }

    private JsonNode yellow(String id) {
        return card(id, "case-yellow-promise");
    }

    private JsonNode card(String id, String rule) {
        return cardsOf(id).stream()
                .filter(c -> c.path("ruleCode").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode sums() {
        return http.get("/api/v1/indicators?from=2026-01-01&to=2026-12-31", supervisor())
                .json()
                .at("/groups/0/figures/sums");
    }

    private void set(String code, String colour, String measure, int amount, String issuing) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("code", code);
        rule.put("region", county());
        rule.put("kind", "CASE");
        rule.put("colour", colour);
        rule.put("measure", measure);
        rule.put("amount", amount);
        rule.put("unit", "WORKING_DAY");
        rule.put("ground", "双牌县行政效能电子监察办法");
        rule.put("recipients", List.of("chief-approver"));
        rule.put("issuing", issuing);
        rule.put("terms", Map.of("feedback", 3, "appeal", 3, "review", 5));
        rule.put("effectiveFrom", "2026-03-03");
        var set = http.post("/api/v1/cards/rules", supervisor(), rule);
        assertThat(set.status()).as(set.text()).isEqualTo(201);
    }

    private void end(String code) {
        var versions = http.get("/api/v1/cards/rules/" + code + "/versions", supervisor()).json();
        int own =
                versions.path("items")
                        .valueStream()
                        .filter(v -> v.path("region").asString().equals(county()))
                        .mapToInt(v -> v.path("version").asInt())
                        .findFirst()
                        .orElseThrow();
        var ended =
                http.post(
                        "/api/v1/cards/rules/" + code + "/versions/" + own + "/end",
                        supervisor(),
                        Map.of("lastDay", "2026-03-18", "reason", "恢复"));
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
    }
}
