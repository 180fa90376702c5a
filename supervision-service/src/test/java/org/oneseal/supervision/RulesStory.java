package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules are data: tried on the past, set for the days to come, ended, and never changed. */
class RulesStory extends Story {

    private static final String RULES = "/api/v1/cards/rules";
    private static final Contracts CONTRACTS = Contracts.of("supervision-service");

    RulesStory() {
        super("431122000000");
    }

    @Test
    void a_rule_is_tried_on_the_past_then_set_and_governs_what_is_opened_afterwards() {
        String before = "431122-rules-1";
        accept(before, "2026-03-02T02:00:00Z");
        happens(before, 2, "finished", "2026-03-05T01:00:00Z", Map.of("result", "6"));
        clock.setTo(Instant.parse("2026-03-05T02:00:00Z"));
        awaitClosed(before);
        clock.setTo(Instant.parse("2026-03-31T03:00:00Z"));
        assertThat(rulesOf(before)).isEmpty();

        Map<String, Object> sooner = rule("case-blue", "2026-04-01");
        sooner.put("amount", 4);
        sooner.put("condition", "promisedDays >= 4 && !immediate && channel == 'ONLINE'");
        var tried =
                http.post(
                        RULES + "/trials",
                        supervisor(),
                        Map.of("rule", sooner, "from", "2026-03-01", "to", "2026-03-31"));
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.json().path("cases").asInt()).isEqualTo(1);
        assertThat(tried.json().path("complete").asBoolean()).isTrue();
        assertThat(tried.json().at("/without/BLUE").asInt()).isZero();
        assertThat(tried.json().at("/with/BLUE").asInt()).isEqualTo(1);
        assertThat(tried.json().at("/added/0/threshold").asString())
                .isEqualTo("2026-03-03T09:00:00Z");
        assertThat(rulesOf(before)).isEmpty();

        var set = http.post(RULES, supervisor(), sooner);
        assertThat(set.status()).as(set.text()).isEqualTo(201);
        assertThat(set.json().path("version").asInt()).isEqualTo(2);
        String today = "431122-rules-2";
        accept(today, "2026-03-31T02:00:00Z");
        clock.setTo(Instant.parse("2026-04-01T03:00:00Z"));
        String tomorrow = "431122-rules-3";
        accept(tomorrow, "2026-04-01T02:00:00Z");
        awaitWatch(today, "case");
        awaitWatch(tomorrow, "case");
        assertThat(crossing(today)).isEqualTo("1 2026-04-03T09:00:00Z");
        assertThat(crossing(tomorrow)).isEqualTo("2 2026-04-02T09:00:00Z");

        var ended =
                http.post(
                        RULES + "/case-blue/versions/2/end",
                        supervisor(),
                        Map.of("lastDay", "2026-04-01", "reason", "恢复统一规则"));
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
        clock.setTo(Instant.parse("2026-04-02T03:00:00Z"));
        String after = "431122-rules-4";
        accept(after, "2026-04-02T02:00:00Z");
        awaitWatch(after, "case");
        assertThat(crossing(after)).startsWith("1 ");
        assertThat(crossing(tomorrow)).startsWith("2 ");

        JsonNode newest = http.get(RULES + "/case-blue/versions?limit=1", officer()).json();
        assertThat(newest.at("/items/0/version").asInt()).isEqualTo(2);
        assertThat(newest.at("/items/0/effectiveTo").asString()).isEqualTo("2026-04-01");
        JsonNode first =
                http.get(
                                RULES
                                        + "/case-blue/versions?limit=1&cursor="
                                        + newest.path("next").asString(),
                                officer())
                        .json();
        assertThat(first.at("/items/0/version").asInt()).isEqualTo(1);
        assertThat(first.path("next").isNull()).isTrue();
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(told("case-blue@2"))
                                        .containsExactly("rule-set", "rule-ended"));
    }

    private List<String> told(String key) {
        List<String> types = new ArrayList<>();
        for (Topics.Message message : topics.all("oneseal.supervision.v1")) {
            if (!key.equals(message.key())) continue;
            String type = String.valueOf(message.headers().get("ce_type"));
            String name = type.substring(type.lastIndexOf('.') + 1);
            CONTRACTS.assertValid(
                    name, JsonMapper.shared().readTree(String.valueOf(message.value())));
            types.add(name);
        }
        return types;
    }

    private @Nullable String crossing(String id) {
        return http.get(watch(id, "case"), supervisor())
                .json()
                .at("/watch/course")
                .valueStream()
                .filter(c -> c.path("colour").asString().equals("BLUE"))
                .map(c -> c.path("ruleVersion").asInt() + " " + c.path("at").asString())
                .findFirst()
                .orElse(null);
    }

    private void awaitClosed(String id) {
        await().atMost(SOON)
                .until(
                        () ->
                                http.get(watch(id, "case"), supervisor())
                                        .json()
                                        .at("/watch/state")
                                        .asString("")
                                        .equals("CLOSED"));
    }

    /** More cases than one answer looks at are tried piece by piece, and come to the same. */
    @Test
    void a_trial_goes_on_where_the_one_before_stopped() {
        for (int i = 1; i <= 3; i++) {
            String id = "431122-rules-past-" + i;
            accept(id, "2026-02-0" + (i + 1) + "T02:00:00Z");
            happens(id, 2, "finished", "2026-02-06T01:00:00Z", Map.of("result", "6"));
            awaitClosed(id);
        }
        Map<String, Object> sooner = rule("case-blue", "2026-04-01");
        sooner.put("amount", 4);
        Map<String, Object> trial = new LinkedHashMap<>();
        trial.put("rule", sooner);
        trial.put("from", "2026-02-01");
        trial.put("to", "2026-02-28");
        JsonNode whole = http.post(RULES + "/trials", supervisor(), trial).json();
        assertThat(whole.path("cases").asInt()).isEqualTo(3);
        assertThat(whole.at("/with/BLUE").asInt()).isGreaterThan(whole.at("/without/BLUE").asInt());
        trial.put("most", 1);
        int cases = 0;
        int with = 0;
        List<String> added = new ArrayList<>();
        JsonNode piece;
        do {
            piece = http.post(RULES + "/trials", supervisor(), trial).json();
            cases += piece.path("cases").asInt();
            with += piece.at("/with/BLUE").asInt();
            piece.path("added").forEach(card -> added.add(card.path("watchId").asString()));
            trial.put("after", piece.path("next").asString(""));
        } while (!piece.path("complete").asBoolean());
        assertThat(cases).isEqualTo(3);
        assertThat(with).isEqualTo(whole.at("/with/BLUE").asInt());
        assertThat(added)
                .containsExactlyElementsOf(
                        whole.path("added")
                                .valueStream()
                                .map(card -> card.path("watchId").asString())
                                .toList());
        trial.put("most", 20_001);
        assertThat(http.post(RULES + "/trials", supervisor(), trial).objections())
                .containsExactly("trial-most-invalid");
    }

    @Test
    void everything_wrong_with_a_rule_is_told_at_once() {
        Map<String, Object> wrong = rule("Case Blue", "2026-03-02");
        wrong.put("region", "431121000000");
        wrong.put("measure", "PROMISE_OVERDUE");
        wrong.put("amount", 5000);
        wrong.put("priority", 5000);
        wrong.put("ground", " ");
        wrong.put("recipients", List.of("emperor"));
        wrong.put("effectiveTo", "2026-03-01");
        wrong.put("condition", "promisedDays > 'four'");
        assertThat(http.post(RULES, supervisor(), wrong).objections())
                .containsExactlyInAnyOrder(
                        "rule-region-outside",
                        "rule-code-malformed",
                        "rule-amount-too-large",
                        "rule-priority-too-large",
                        "rule-measure-unfit",
                        "rule-ground-missing",
                        "rule-recipient-unknown",
                        "rule-begins-too-early",
                        "rule-ends-before-it-begins",
                        "rule-condition-types-differ");
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("party == 'x'", "rule-condition-unknown-word");
        conditions.put("size(item) > 3", "rule-condition-unknown-word");
        conditions.put("promisedDays", "rule-condition-not-boolean");
        conditions.put("promisedDays >", "rule-condition-malformed");
        conditions.put("item.matches('a*')", "rule-condition-unknown-word");
        conditions.put("[1].all(x, x > 0)", "rule-condition-unknown-word");
        for (var one : conditions.entrySet()) {
            Map<String, Object> rule = rule("case-blue", "2026-12-01");
            rule.put("condition", one.getKey());
            var answer = http.post(RULES, supervisor(), rule);
            assertThat(answer.status()).as(one.getKey()).isEqualTo(422);
            assertThat(answer.objections()).as(one.getKey()).contains(one.getValue());
        }
        Map<String, Object> taken = rule("case-red-statute", "2026-12-01");
        assertThat(http.post(RULES, supervisor(), taken).objections())
                .containsExactly("rule-code-taken");
        Map<String, Object> unfit = rule("case-blue", "2026-12-01");
        unfit.put("unit", "MONTH");
        unfit.put("recipients", List.of());
        assertThat(http.post(RULES, supervisor(), unfit).objections())
                .containsExactlyInAnyOrder("rule-unit-unfit", "rule-recipients-missing");
        assertThat(
                        http.post(
                                        RULES + "/trials",
                                        supervisor(),
                                        Map.of(
                                                "rule",
                                                rule("case-blue", "2026-12-01"),
                                                "from",
                                                "2026-03-03",
                                                "to",
                                                "2026-03-01"))
                                .objections())
                .containsExactly("trial-period-invalid");
        assertThat(
                        http.get(RULES + "/case-blue/versions", supervisor())
                                .json()
                                .path("items")
                                .valueStream())
                .noneMatch(v -> v.path("effectiveFrom").asString().equals("2026-12-01"));
    }

    @Test
    void only_who_supervises_there_sets_and_ends_rules() {
        Map<String, Object> rule = rule("case-blue", "2026-12-01");
        for (String path : List.of(RULES, RULES + "/trials", RULES + "/case-blue/versions/1/end")) {
            assertThat(http.post(path, null, Map.of()).status()).isEqualTo(401);
        }
        Map<String, Object> end = Map.of("lastDay", "2026-12-31", "reason", "x");
        assertThat(http.post(RULES, officer(), rule).status()).isEqualTo(403);
        assertThat(http.post(RULES, stranger(), rule).objections())
                .containsExactly("rule-region-outside");
        assertThat(http.post(RULES + "/case-blue/versions/1/end", supervisor(), end).objections())
                .containsExactly("rule-region-outside");
        assertThat(http.post(RULES + "/nothing/versions/1/end", supervisor(), end).status())
                .isEqualTo(404);
        assertThat(http.get(RULES + "/nothing/versions", supervisor()).status()).isEqualTo(404);
        String operator = tokens.of(Role.PLATFORM_OPERATOR).subject("operator").mint();
        assertThat(
                        http.post(
                                        RULES + "/case-blue/versions/1/end",
                                        operator,
                                        Map.of("lastDay", "2026-03-01"))
                                .objections())
                .containsExactlyInAnyOrder("rule-last-day-past", "card-reason-missing");
        for (Object body :
                List.of(
                        "{",
                        "[]",
                        Map.of(),
                        "{\"code\":7}",
                        "{\"code\":\"x\",\"colour\":\"GREEN\"}")) {
            var answer = http.post(RULES, supervisor(), body);
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.objections()).isNotEmpty();
        }
        Map<String, Object> nowhere = rule("case-blue", "2026-12-01");
        nowhere.put("region", "990000000001");
        assertThat(http.post(RULES, supervisor(), nowhere).status()).isIn(400, 422);
    }

    private Map<String, Object> rule(String code, String from) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("code", code);
        rule.put("region", county());
        rule.put("kind", "CASE");
        rule.put("colour", "BLUE");
        rule.put("measure", "REMAINING");
        rule.put("amount", 2);
        rule.put("unit", "WORKING_DAY");
        rule.put("condition", "promisedDays >= 4");
        rule.put("ground", "东安县行政效能电子监察办法");
        rule.put("recipients", List.of("case-officer", "window-clerk"));
        rule.put("effectiveFrom", from);
        return rule;
    }
}
