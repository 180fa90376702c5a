package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What supervisors alone do: cards by hand, cards of an outage, and the patrol. */
class SupervisorsStory extends Story {

    private static final String CARDS = "/api/v1/cards";
    private static final String NIGHTS = CARDS + "/patrols";
    private static final Map<String, String> REASON = Map.of("reason", "说明");

    @Autowired JdbcTemplate jdbc;

    SupervisorsStory() {
        super("431123000000");
    }

    @Test
    void a_supervisor_draws_by_hand_what_no_clock_shows_and_never_reviews_it() {
        String id = "431123-cards-6";
        accept(id, "2026-03-02T02:00:00Z");
        awaitWatch(id, "case");
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("rule", "manual-fee");
        seen.put("caseId", id);
        seen.put("reason", "窗口收取目录外工本费二十元");
        var drawn = http.post(CARDS, supervisor(), seen);
        assertThat(drawn.status()).as(drawn.text()).isEqualTo(201);
        JsonNode card = card(id, "manual-fee");
        assertThat(card.path("colour").asString()).isEqualTo("RED");
        assertThat(card.path("origin").asString()).isEqualTo("MANUAL");
        assertThat(card.path("issuer").asString()).isEqualTo("supervisor-he");
        assertThat(
                        http.get(CARDS + "/" + card.path("id").asString() + "/proof", officer())
                                .status())
                .isEqualTo(200);
        assertThat(act(card, "appeal", officer()).status()).isEqualTo(200);
        JsonNode appealed = card(id, "manual-fee");
        assertThat(act(appealed, "revocation", supervisor()).objections())
                .containsExactly("card-reviewer-involved");
        assertThat(act(appealed, "revocation", supervisor("supervisor-li")).status())
                .isEqualTo(200);

        var outside =
                http.post(
                        CARDS,
                        supervisor(),
                        Map.of(
                                "rule", "manual-off-platform",
                                "department", department(),
                                "matter", "线下受理餐饮许可未录入平台",
                                "reason", "巡查发现"));
        assertThat(outside.status()).as(outside.text()).isEqualTo(201);
        String path = CARDS + "/" + outside.json().path("id").asString();
        assertThat(http.get(path, officer()).json().path("itemName").asString()).contains("线下受理");
        assertThat(http.get(path + "/proof", officer()).status()).isEqualTo(200);

        assertThat(http.post(CARDS, officer(), seen).status()).isEqualTo(403);
        assertThat(http.post(CARDS, stranger(), seen).objections())
                .containsExactly("card-case-unknown");
        assertThat(
                        http.post(
                                        CARDS,
                                        supervisor(),
                                        Map.of("rule", "case-blue", "region", "431121000000"))
                                .objections())
                .containsExactlyInAnyOrder(
                        "card-outside",
                        "card-matter-missing",
                        "card-reason-missing",
                        "card-rule-not-by-hand");
    }

    /**
     * Fees, materials, a second list, handling beside the platform, reasons, acceptance refused.
     */
    @Test
    void every_shipped_rule_for_cards_by_hand_draws_its_colour() {
        String id = "431123-cards-by-hand";
        accept(id, "2026-03-02T02:00:00Z");
        awaitWatch(id, "case");
        Map<String, String> drawn = new TreeMap<>();
        for (JsonNode rule : http.get(CARDS + "/rules?region=" + county(), supervisor()).json()) {
            if (!rule.path("measure").asString().equals("MANUAL")) continue;
            String code = rule.path("code").asString();
            var answer =
                    http.post(
                            CARDS,
                            supervisor(),
                            Map.of("rule", code, "caseId", id, "reason", "巡查发现"));
            assertThat(answer.status()).as(code + answer.text()).isEqualTo(201);
            JsonNode card = card(id, code);
            assertThat(card.path("state").asString()).isEqualTo("ISSUED");
            assertThat(card.path("ground")).isEqualTo(rule.path("ground"));
            drawn.put(code, card.path("colour").asString());
        }
        assertThat(drawn)
                .isEqualTo(
                        Map.of(
                                "manual-fee", "RED",
                                "manual-material", "YELLOW",
                                "manual-second-notice", "YELLOW",
                                "manual-off-platform", "RED",
                                "manual-no-reasons", "RED",
                                "manual-not-accepted", "RED"));
    }

    @Test
    void a_manual_card_names_no_person_by_number() {
        assertThat(
                        http.post(
                                        CARDS,
                                        supervisor(),
                                        Map.of(
                                                "rule", "manual-fee",
                                                "department", department(),
                                                "matter", "440524188001010014 被多收费",
                                                "reason", "440524188001010014 投诉"))
                                .objections())
                .containsExactlyInAnyOrder("card-personal-number", "card-personal-number");
    }

    @Test
    void cards_of_an_outage_are_taken_back_together() {
        clock.setTo(Instant.parse("2026-06-01T03:00:00Z"));
        String hit = "431123-cards-7";
        String later = "431123-cards-8";
        accept(hit, "2026-06-01T02:00:00Z");
        accept(later, "2026-06-01T02:30:00Z");
        awaitWatch(hit, "case");
        awaitWatch(later, "case");
        clock.setTo(Instant.parse("2026-06-08T16:00:00Z"));
        awaitCards(hit, "case-blue", "case-yellow-promise");
        awaitCards(later, "case-blue", "case-yellow-promise");
        long before = sums().path("CARDS_YELLOW_REVOKED").asLong();
        Map<String, Object> outage = new LinkedHashMap<>();
        outage.put("department", department());
        outage.put("from", "2026-06-08T00:00:00Z");
        outage.put("to", "2026-06-08T16:00:00Z");
        outage.put("cause", "SYSTEM_OUTAGE");
        outage.put("reason", "省平台停机");
        assertThat(http.post(CARDS + "/revocations", officer(), outage).status()).isEqualTo(403);
        assertThat(
                        http.post(CARDS + "/revocations", stranger(), outage)
                                .json()
                                .at("/revoked")
                                .asInt())
                .isZero();
        var revoked = http.post(CARDS + "/revocations", supervisor(), outage);
        assertThat(revoked.status()).as(revoked.text()).isEqualTo(200);
        assertThat(revoked.json().path("revoked").asInt()).isGreaterThanOrEqualTo(2);
        for (String id : List.of(hit, later)) {
            assertThat(yellow(id).path("state").asString()).isEqualTo("REVOKED");
            assertThat(card(id, "case-blue").path("state").asString()).isEqualTo("ISSUED");
        }
        assertThat(sums().path("CARDS_YELLOW_REVOKED").asLong())
                .isEqualTo(before + revoked.json().path("revoked").asLong());
        assertThat(
                        http.post(CARDS + "/revocations", supervisor(), outage)
                                .json()
                                .path("revoked")
                                .asInt())
                .isZero();
        JsonNode delay =
                http.get(CARDS + "/" + yellow(hit).path("id").asString() + "/proof", officer())
                        .json()
                        .at("/delay/days");
        // Five days of the promise and the day after; the fifth was the outage's.
        assertThat(delay.path("SYSTEM").asInt()).isEqualTo(2);
        assertThat(delay.path("HANDLER").asInt()).isEqualTo(4);
        String patrol = CARDS + "/patrol?from=2026-06-01T00:00:00Z&to=2026-06-30T00:00:00Z";
        JsonNode report = http.get(patrol, supervisor()).json();
        assertThat(report.path("cards").asInt()).isPositive();
        assertThat(report.path("wrong").size()).as(report.toString()).isZero();
        jdbc.update(
                "UPDATE cards SET threshold = threshold + interval '1 hour' WHERE id = ?",
                yellow(hit).path("id").asString());
        JsonNode caught = http.get(patrol, supervisor()).json().path("wrong");
        assertThat(caught.size()).isEqualTo(1);
        assertThat(caught.at("/0/again").asString()).isEqualTo("2026-06-08T16:00:00Z");
        assertThat(http.get(patrol, officer()).status()).isEqualTo(403);
        assertThat(http.get(patrol, stranger()).json().path("cards").asInt()).isZero();
        jdbc.update("DELETE FROM patrol_findings");
        jdbc.update("DELETE FROM patrols");
        jdbc.update("DELETE FROM patrol_turns");
        clock.setTo(Instant.parse("2026-06-09T17:30:00Z"));
        await().atMost(SOON)
                .until(() -> http.get(NIGHTS, supervisor()).json().at("/items/0").isObject());
        JsonNode night = http.get(NIGHTS, supervisor()).json().at("/items/0");
        assertThat(night.path("day").asString()).isEqualTo("2026-06-09");
        assertThat(night.path("complete").asBoolean()).isTrue();
        assertThat(night.path("wrong").asInt()).isEqualTo(1);
        JsonNode wrong = http.get(NIGHTS + "/2026-06-09", supervisor()).json();
        assertThat(wrong.at("/items/0/again").asString()).isEqualTo("2026-06-08T16:00:00Z");
        assertThat(http.get(NIGHTS, stranger()).json().at("/items/0/wrong").asInt(-1)).isZero();
        assertThat(http.get(NIGHTS, officer()).status()).isEqualTo(403);
        outage.put("region", "431121000000");
        outage.put("cause", "LATE_FACT");
        outage.put("to", "2026-06-07T00:00:00Z");
        outage.put("reason", " ");
        assertThat(http.post(CARDS + "/revocations", supervisor(), outage).objections())
                .containsExactlyInAnyOrder(
                        "revocation-outside",
                        "revocation-time-invalid",
                        "revocation-cause-unknown",
                        "card-reason-missing");
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
}
