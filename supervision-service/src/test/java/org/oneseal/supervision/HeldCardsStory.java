package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.Http;
import tools.jackson.databind.JsonNode;

/**
 * Cards between their drawing and their issue, and what happens when the facts turn meanwhile: in
 * this county yellow ones wait for the office to open and red ones for a supervisor.
 */
class HeldCardsStory extends Story {

    private static final String CARDS = "/api/v1/cards";

    HeldCardsStory() {
        super("431182000000");
    }

    @BeforeEach
    void theCountysOwnRules() {
        set("case-yellow-promise", "YELLOW", 1, "OFFICE_HOURS");
        set("case-red-promise", "RED", 6, "BY_HAND");
        clock.setTo(Instant.parse("2026-03-03T01:30:00Z"));
    }

    @Test
    void who_issued_a_card_by_hand_does_not_review_it() {
        String id = opened("431182-held-1");
        clock.setTo(Instant.parse("2026-03-18T02:00:00Z"));
        await().atMost(SOON).until(() -> rulesOf(id).contains("case-red-promise"));
        assertThat(red(id).path("issuer").asString()).isEqualTo("system");
        var issued = act(red(id), "issue", supervisor());
        assertThat(issued.status()).as(issued.text()).isEqualTo(200);
        assertThat(red(id).path("issuer").asString()).isEqualTo("supervisor-he");
        assertThat(act(red(id), "appeal", officer()).status()).isEqualTo(200);
        for (String review : List.of("confirmation", "revocation")) {
            assertThat(act(red(id), review, supervisor()).objections())
                    .containsExactly("card-reviewer-involved");
        }
        assertThat(act(red(id), "revocation", supervisor("supervisor-li")).status()).isEqualTo(200);
    }

    @Test
    void a_held_card_that_the_facts_no_longer_support_waits_for_a_person() {
        String id = opened("431182-held-2");
        String ignored = opened("431182-held-3");
        held(id);
        held(ignored);
        finishedInTime(id);
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(yellow(id).path("proposedCause").asString(""))
                                        .isEqualTo("LATE_FACT"));
        clock.setTo(Instant.parse("2026-03-11T01:00:00Z"));
        await().atMost(SOON).until(() -> yellow(ignored).path("state").asString().equals("ISSUED"));
        assertThat(yellow(id).path("state").asString()).isEqualTo("PENDING");
        assertThat(http.get(CARDS + "/" + idOf(yellow(id)), officer()).status()).isEqualTo(404);
        assertThat(http.get(CARDS + "?proposed=true&state=PENDING", supervisor()).json().toString())
                .contains(id)
                .doesNotContain(ignored);
        assertThat(act(yellow(id), "dismissal", supervisor()).status()).isEqualTo(200);
        assertThat(yellow(id).path("state").asString()).isEqualTo("DISMISSED");
        assertThat(yellow(id).path("proposedCause").isNull()).isTrue();
        // Nothing of it was ever told but that it was dismissed.
        assertThat(told(idOf(yellow(id)))).containsExactly("card-dismissed");
    }

    @Test
    void a_held_card_may_be_issued_although_its_ground_is_doubted() {
        String id = opened("431182-held-4");
        held(id);
        finishedInTime(id);
        await().atMost(SOON)
                .until(() -> yellow(id).path("proposedCause").asString("").equals("LATE_FACT"));
        assertThat(act(yellow(id), "issue", supervisor()).status()).isEqualTo(200);
        JsonNode issued = yellow(id);
        assertThat(issued.path("state").asString()).isEqualTo("ISSUED");
        assertThat(issued.path("proposedCause").isNull()).isTrue();
        assertThat(told(idOf(issued))).containsExactly("card-issued");
    }

    @Test
    void cards_that_are_held_are_taken_back_with_those_of_their_outage() {
        String id = opened("431182-held-5");
        held(id);
        clock.setTo(Instant.parse("2026-03-10T16:30:00Z"));
        Map<String, Object> outage = new LinkedHashMap<>();
        outage.put("department", department());
        outage.put("from", "2026-03-10T10:00:00Z");
        outage.put("to", "2026-03-10T16:00:00Z");
        outage.put("cause", "SYSTEM_OUTAGE");
        outage.put("reason", "省平台停机");
        long before = yellowRevoked();
        var revoked = http.post(CARDS + "/revocations", supervisor(), outage);
        assertThat(revoked.status()).as(revoked.text()).isEqualTo(200);
        assertThat(revoked.json().path("dismissed").asInt()).isPositive();
        assertThat(yellow(id).path("state").asString()).isEqualTo("DISMISSED");
        assertThat(yellow(id).at("/acts/0/reason").asString()).isEqualTo("省平台停机");
        // What nobody was told of is nothing that was taken back.
        assertThat(yellowRevoked() - before).isEqualTo(revoked.json().path("revoked").asLong());
        String next = opened("431182-held-6");
        held(next);
        clock.setTo(Instant.parse("2026-03-11T01:00:00Z"));
        await().atMost(SOON).until(() -> yellow(next).path("state").asString().equals("ISSUED"));
        assertThat(yellow(id).path("state").asString()).isEqualTo("DISMISSED");
    }

    @Test
    void a_yellow_card_whose_revocation_is_proposed_does_not_turn_red_meanwhile() {
        String id = opened("431182-held-7");
        String ignored = opened("431182-held-8");
        held(id);
        held(ignored);
        clock.setTo(Instant.parse("2026-03-11T01:00:00Z"));
        for (String one : List.of(id, ignored)) {
            await().atMost(SOON).until(() -> yellow(one).path("state").asString().equals("ISSUED"));
        }
        finishedInTime(id);
        await().atMost(SOON)
                .until(() -> yellow(id).path("proposedCause").asString("").equals("LATE_FACT"));
        clock.setTo(Instant.parse("2026-03-16T09:00:01Z"));
        await().atMost(SOON).until(() -> rulesOf(ignored).contains("case-red-unanswered"));
        assertThat(rulesOf(id)).doesNotContain("case-red-unanswered");
    }

    /** A condition asks the watch itself, and not what its card tells of it. */
    @Test
    void which_unanswered_cards_turn_red_is_a_condition_over_their_watches() {
        clock.setTo(Instant.parse("2026-03-02T03:00:00Z"));
        Map<String, Object> rule = rule("case-red-unanswered", "RED", 0, "AT_ONCE");
        rule.put("measure", "UNANSWERED");
        rule.put("condition", "promisedDays == 5 && !immediate");
        var set = http.post("/api/v1/cards/rules", supervisor(), rule);
        assertThat(set.status()).as(set.text()).isEqualTo(201);
        String id = opened("431182-held-9");
        held(id);
        clock.setTo(Instant.parse("2026-03-11T01:00:00Z"));
        await().atMost(SOON).until(() -> yellow(id).path("state").asString().equals("ISSUED"));
        clock.setTo(Instant.parse("2026-03-16T09:00:01Z"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> rulesOf(id).contains("case-red-unanswered"));
        assertThat(card(id, "case-red-unanswered").path("ruleVersion").asInt())
                .isEqualTo(set.json().path("version").asInt());
    }

    /** A case that is promised for the tenth of March. */
    private String opened(String id) {
        clock.setTo(Instant.parse("2026-03-03T01:30:00Z"));
        accept(id, "2026-03-03T01:00:00Z");
        awaitWatch(id, "case");
        return id;
    }

    private void held(String id) {
        clock.setTo(Instant.parse("2026-03-10T16:00:00Z"));
        await().atMost(SOON).until(() -> rulesOf(id).contains("case-yellow-promise"));
        assertThat(yellow(id).path("state").asString()).isEqualTo("PENDING");
    }

    /** Told now, and done before the promise was over. */
    private void finishedInTime(String id) {
        Map<String, Object> data = data(id, Map.of("result", "6"));
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(
                        "oneseal.cases.v1", id, EventJson.writer().writeValueAsBytes(data));
        Map.of(
                        "ce_id",
                        id + "/2",
                        "ce_type",
                        "org.oneseal.cases.finished",
                        "ce_source",
                        "urn:oneseal:test",
                        "ce_subject",
                        id,
                        "ce_time",
                        "2026-03-10T06:00:00Z",
                        "ce_recordedat",
                        clock.instant().toString(),
                        "ce_sequence",
                        "2",
                        "ce_region",
                        county(),
                        "ce_department",
                        department())
                .forEach(
                        (name, value) ->
                                message.headers()
                                        .add(name, value.getBytes(StandardCharsets.UTF_8)));
        topics.send(message);
    }

    private List<String> told(String cardId) {
        await().atMost(SOON).until(() -> !types(cardId).isEmpty());
        return types(cardId);
    }

    private List<String> types(String cardId) {
        return topics.all("oneseal.supervision.v1").stream()
                .filter(m -> cardId.equals(m.key()))
                .map(m -> String.valueOf(m.headers().get("ce_type")))
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .toList();
    }

    private long yellowRevoked() {
        return http.get("/api/v1/indicators?from=2026-01-01&to=2026-12-31", supervisor())
                .json()
                .at("/groups/0/figures/sums/CARDS_YELLOW_REVOKED")
                .asLong();
    }

    private Http.Answer act(JsonNode card, String action, String token) {
        return http.post(
                CARDS + "/" + idOf(card) + "/" + action,
                token,
                Map.of("reason", "说明"),
                "If-Match",
                "\"" + card.path("version").asLong() + "\"");
    }

    private static String idOf(JsonNode card) {
        return card.path("id").asString();
    }

    private JsonNode yellow(String id) {
        return card(id, "case-yellow-promise");
    }

    private JsonNode red(String id) {
        return card(id, "case-red-promise");
    }

    private JsonNode card(String id, String rule) {
        return cardsOf(id).stream()
                .filter(c -> c.path("ruleCode").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private void set(String code, String colour, int amount, String issuing) {
        var set =
                http.post("/api/v1/cards/rules", supervisor(), rule(code, colour, amount, issuing));
        assertThat(set.status()).as(set.text()).isEqualTo(201);
    }

    private Map<String, Object> rule(String code, String colour, int amount, String issuing) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("code", code);
        rule.put("region", county());
        rule.put("kind", "CASE");
        rule.put("colour", colour);
        rule.put("measure", "PROMISE_OVERDUE");
        rule.put("amount", amount);
        rule.put("unit", "WORKING_DAY");
        rule.put("ground", "常宁市行政效能电子监察办法");
        rule.put("recipients", List.of("chief-approver"));
        rule.put("issuing", issuing);
        rule.put("effectiveFrom", "2026-03-03");
        return rule;
    }
}
