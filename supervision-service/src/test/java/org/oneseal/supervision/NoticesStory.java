package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import tools.jackson.databind.JsonNode;

/**
 * Who is told of a card: blue the handler and the window, yellow the handler and the unit's leader,
 * red discipline inspection too.
 */
class NoticesStory extends Story {

    private static final Map<String, Set<String>> TOLD =
            Map.of(
                    "BLUE", Set.of("case-officer", "window-clerk"),
                    "YELLOW", Set.of("case-officer", "chief-approver"),
                    "RED", Set.of("case-officer", "chief-approver", "supervisor"));

    NoticesStory() {
        super("431128000000");
    }

    @Test
    void every_shipped_rule_tells_the_roles_of_its_colour() {
        // Whose doing it is differs: before acceptance the window's, in the market the operator's.
        Map<String, Set<String>> others =
                Map.of(
                        "answer-yellow", Set.of("window-clerk", "chief-approver"),
                        "market-yellow", Set.of("market-operator", "chief-approver"),
                        "publicity-blue", Set.of("case-officer"));
        JsonNode rules =
                http.get("/api/v1/cards/rules?region=" + county() + "&on=2026-03-02", supervisor())
                        .json();
        List<JsonNode> shipped =
                (rules.isArray() ? rules : rules.path("items"))
                        .valueStream()
                        .filter(r -> r.path("region").asString().equals("100000000000"))
                        .toList();
        assertThat(shipped).hasSizeGreaterThan(20);
        for (JsonNode rule : shipped) {
            String code = rule.path("code").asString();
            assertThat(roles(rule))
                    .as(code)
                    .isEqualTo(others.getOrDefault(code, TOLD.get(rule.path("colour").asString())));
        }
    }

    @Test
    void a_card_s_announcement_names_them() {
        String id = "431128-notices-1";
        accept(id, "2026-03-02T02:00:00Z");
        awaitWatch(id, "case");
        clock.setTo(Instant.parse("2026-03-09T16:00:01Z"));
        awaitCards(id, "case-blue", "case-yellow-promise");
        clock.setTo(Instant.parse("2026-03-16T16:00:01Z"));
        await().atMost(SOON).until(() -> announced(id).containsKey("RED"));
        assertThat(announced(id)).isEqualTo(TOLD);
    }

    private Map<String, Set<String>> announced(String id) {
        Map<String, Set<String>> announced = new TreeMap<>();
        topics.all("oneseal.supervision.v1").stream()
                .filter(m -> String.valueOf(m.key()).startsWith(id + "."))
                .filter(
                        m ->
                                Optional.ofNullable(m.headers().get("ce_type"))
                                        .orElse("")
                                        .endsWith("card-issued"))
                .map(m -> EventJson.reader().readTree(String.valueOf(m.value())))
                .forEach(card -> announced.put(card.path("colour").asString(), roles(card)));
        return announced;
    }

    private static Set<String> roles(JsonNode card) {
        return card.path("recipients")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }
}
