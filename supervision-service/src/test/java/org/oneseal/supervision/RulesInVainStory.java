package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rule that could never draw a card, or a trial that could tell nothing of it, is refused. */
class RulesInVainStory extends Story {

    private static final String RULES = "/api/v1/cards/rules";

    RulesInVainStory() {
        super("431188000000");
    }

    @Test
    void cards_by_hand_are_drawn_on_cases_alone() {
        Map<String, Object> rule = rule("ticket-by-hand", "MANUAL");
        rule.put("kind", "TICKET");
        assertThat(http.post(RULES, supervisor(), rule).objections())
                .containsExactly("rule-measure-not-of-kind");
    }

    /** Who would have answered which card, nobody knows: a trial of it would say that all did. */
    @Test
    void what_lies_on_no_watch_s_way_is_not_tried_on_the_past() {
        for (String measure : List.of("UNANSWERED", "MANUAL")) {
            var tried =
                    http.post(
                            RULES + "/trials",
                            supervisor(),
                            Map.of(
                                    "rule",
                                    rule("case-in-vain", measure),
                                    "from",
                                    "2026-02-01",
                                    "to",
                                    "2026-02-28"));
            assertThat(tried.objections()).as(measure).containsExactly("trial-measure-unfit");
        }
    }

    private Map<String, Object> rule(String code, String measure) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("code", code);
        rule.put("region", county());
        rule.put("kind", "CASE");
        rule.put("colour", "RED");
        rule.put("measure", measure);
        rule.put("amount", 0);
        rule.put("unit", "WORKING_DAY");
        rule.put("ground", "行政效能电子监察办法");
        rule.put("recipients", List.of("chief-approver"));
        rule.put("effectiveFrom", "2026-12-01");
        return rule;
    }
}
