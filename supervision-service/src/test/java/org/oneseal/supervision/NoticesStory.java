package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.supervising.CardDesk;
import org.oneseal.supervision.supervising.Deadlines;
import org.oneseal.supervision.supervising.Draw;
import org.oneseal.supervision.supervising.Knowledge;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.Crossing;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Dues;
import org.oneseal.supervision.watching.Watch;
import org.oneseal.supervision.watching.WatchKind;
import org.oneseal.supervision.watching.WatchState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Who is told of a card: blue the handler and the window, yellow the handler and the unit's leader.
 * Red went to the leader and to discipline inspection; by the version of 24 November 2026 the
 * handler is told too.
 */
class NoticesStory extends Story {

    private static final Set<String> NARROW = Set.of("chief-approver", "supervisor");
    private static final Set<String> WIDE = Set.of("case-officer", "chief-approver", "supervisor");
    private static final Map<String, Set<String>> BEFORE =
            Map.of(
                    "BLUE", Set.of("case-officer", "window-clerk"),
                    "YELLOW", Set.of("case-officer", "chief-approver"),
                    "RED", NARROW);

    /** Whose doing it is differs: before acceptance the window's, in the market the operator's. */
    private static final Map<String, Set<String>> OTHERS =
            Map.of(
                    "answer-yellow",
                    Set.of("window-clerk", "chief-approver"),
                    "market-yellow",
                    Set.of("market-operator", "chief-approver"),
                    "publicity-blue",
                    Set.of("case-officer"),
                    "disclosure-red-unanswered",
                    WIDE,
                    "review-red-unanswered",
                    WIDE,
                    "ticket-red",
                    WIDE);

    @Autowired CardDesk desk;
    @Autowired Knowledge knowledge;
    @Autowired PlatformTransactionManager transactions;

    NoticesStory() {
        super("431128000000");
    }

    @Test
    void every_shipped_rule_tells_the_roles_of_its_colour() {
        Map<String, Integer> before = shippedOn("2026-11-23", NARROW);
        Map<String, Integer> after = shippedOn("2026-11-24", WIDE);
        assertThat(before).hasSizeGreaterThan(30).allSatisfy((_, v) -> assertThat(v).isOne());
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after).containsEntry("case-red-statute", 2).containsEntry("case-blue", 1);
    }

    /** Versions by code; each code must be in force once, neither twice nor not at all. */
    private Map<String, Integer> shippedOn(String day, Set<String> red) {
        JsonNode rules =
                http.get("/api/v1/cards/rules?region=" + county() + "&on=" + day, supervisor())
                        .json();
        Map<String, Integer> versions = new TreeMap<>();
        (rules.isArray() ? rules : rules.path("items"))
                .valueStream()
                .filter(r -> r.path("region").asString().equals("100000000000"))
                .forEach(
                        rule -> {
                            String code = rule.path("code").asString();
                            String colour = rule.path("colour").asString();
                            assertThat(versions.put(code, rule.path("version").asInt()))
                                    .as(code + " twice")
                                    .isNull();
                            Set<String> usual = colour.equals("RED") ? red : BEFORE.get(colour);
                            assertThat(roles(rule))
                                    .as(code)
                                    .isEqualTo(OTHERS.getOrDefault(code, usual));
                        });
        return versions;
    }

    @Test
    void what_no_law_states_is_called_the_platform_s_own() {
        for (String kind : List.of("ticket", "review")) {
            JsonNode versions =
                    http.get("/api/v1/cards/rules/" + kind + "-yellow/versions", supervisor())
                            .json()
                            .path("items");
            assertThat(versions.valueStream())
                    .filteredOn(v -> v.path("effectiveTo").isNull())
                    .singleElement()
                    .matches(v -> v.path("ground").asString().startsWith("平台默认"));
        }
        JsonNode terms =
                http.get(
                                "/api/v1/watches/terms?region=" + county() + "&on=2026-11-24",
                                supervisor())
                        .json();
        assertThat((terms.isArray() ? terms : terms.path("items")).valueStream())
                .filteredOn(t -> Set.of("TICKET", "REVIEW").contains(t.path("kind").asString()))
                .hasSize(2)
                .allMatch(t -> t.path("ground").asString().startsWith("平台默认"));
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
        assertThat(announced(id)).isEqualTo(BEFORE);
    }

    /** Whom a card had to reach is what the rule said on the day its watch was opened. */
    @Test
    void a_watch_keeps_the_version_it_was_opened_under_and_gets_no_second_card_by_the_next() {
        String last = "431128-notices-2";
        String first = "431128-notices-3";
        clock.setTo(Instant.parse("2026-11-24T02:30:00Z"));
        accept(last, "2026-11-23T02:00:00Z");
        accept(first, "2026-11-24T02:00:00Z");
        awaitWatch(last, "case");
        awaitWatch(first, "case");
        clock.setTo(Instant.parse("2026-12-08T16:00:01Z"));
        for (String id : List.of(last, first)) {
            awaitCards(id, "case-blue", "case-yellow-promise", "case-red-promise");
        }
        assertThat(red(last).path("ruleVersion").asInt()).isOne();
        assertThat(roles(red(last))).isEqualTo(NARROW);
        assertThat(red(first).path("ruleVersion").asInt()).isEqualTo(2);
        assertThat(roles(red(first))).isEqualTo(WIDE);

        assertThat(drawnAgain(last)).isEmpty();
        assertThat(red(last).path("ruleVersion").asInt()).isOne();
    }

    private JsonNode red(String id) {
        return cardsOf(id).stream()
                .filter(c -> c.path("colour").asString().equals("RED"))
                .findFirst()
                .orElseThrow();
    }

    private List<CardDesk.Issued> drawnAgain(String id) {
        CardRule next = Objects.requireNonNull(knowledge.rules().version("case-red-promise", 2));
        Instant now = clock.instant();
        CaseHead head =
                new CaseHead(
                        id,
                        "no-" + id,
                        "item",
                        1,
                        "食品经营许可",
                        false,
                        false,
                        null,
                        "party-1",
                        "ONLINE",
                        new RegionCode(county()),
                        department());
        Watch watch =
                new Watch(
                        id + ".case",
                        WatchKind.CASE,
                        head,
                        WatchState.OPEN,
                        now,
                        null,
                        new Dues(null, null, null, false, null, false, null, null),
                        true,
                        List.of());
        Draw draw =
                new Draw(
                        watch,
                        new Crossing(next.code(), next.version(), next.colour(), now, now),
                        next,
                        now,
                        1);
        var times = Map.of(draw.cardId(), new Deadlines.Times(now, now, now));
        return Objects.requireNonNull(
                new TransactionTemplate(transactions)
                        .execute(_ -> desk.issue(List.of(draw), times, now)));
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
