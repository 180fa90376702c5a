package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http;

/**
 * Days and instants that no table holds, each in a request that is right otherwise: what is wrong
 * is told, and nothing is kept.
 */
class ExtremesStory extends Story {

    private static final List<String> DAYS =
            List.of("-999999999-01-01", "-5000-01-01", "0001-01-01", "+999999999-12-31");
    private static final List<String> INSTANTS =
            List.of(
                    "-1000000000-01-01T00:00:00Z",
                    "-5000-01-01T00:00:00Z",
                    "+300000-01-01T00:00:00Z",
                    "+1000000000-12-31T23:59:59.999999999Z");

    ExtremesStory() {
        super("431181000000");
    }

    @Test
    void questions_about_times_that_no_table_holds_are_answered() {
        for (String from : INSTANTS) {
            for (String to : INSTANTS) {
                answered(
                        http.get(
                                "/api/v1/cards/patrol?from=" + coded(from) + "&to=" + coded(to),
                                supervisor()));
            }
        }
        for (String from : DAYS) {
            for (String to : DAYS) {
                String days = "from=" + coded(from) + "&to=" + coded(to);
                answered(http.get("/api/v1/indicators?" + days, supervisor()));
                answered(http.get("/api/v1/indicators?groupBy=day&" + days, supervisor()));
                answered(http.get("/api/v1/indicators/cases?" + days, supervisor()));
                answered(
                        http.get(
                                "/api/v1/indicators/league?by=department&indicator=redRate&" + days,
                                supervisor()));
            }
            answered(http.get("/api/v1/cards/rules?on=" + coded(from), supervisor()));
            answered(http.get("/api/v1/watches/terms?on=" + coded(from), supervisor()));
        }
    }

    @Test
    void orders_for_times_that_no_table_holds_are_refused() {
        for (String time : INSTANTS) {
            Map<String, Object> outage = new LinkedHashMap<>();
            outage.put("from", time);
            outage.put("to", time);
            outage.put("cause", "SYSTEM_OUTAGE");
            outage.put("reason", "停机");
            refused(http.post("/api/v1/cards/revocations", supervisor(), outage));
        }
        for (String day : DAYS) {
            Map<String, Object> rule = rule();
            rule.put("effectiveFrom", day);
            refused(http.post("/api/v1/cards/rules", supervisor(), rule));
            rule.put("effectiveFrom", "2026-12-01");
            rule.put("effectiveTo", day);
            refused(http.post("/api/v1/cards/rules", supervisor(), rule));
            refused(
                    http.post(
                            "/api/v1/cards/rules/trials",
                            supervisor(),
                            Map.of("rule", rule(), "from", day, "to", day)));
            Map<String, Object> term = new LinkedHashMap<>();
            term.put("kind", "TICKET");
            term.put("region", county());
            term.put("amount", 1);
            term.put("unit", "WORKING_DAY");
            term.put("ground", "热线办法");
            term.put("effectiveFrom", day);
            refused(http.post("/api/v1/watches/terms", supervisor(), term));
            term.put("effectiveFrom", "2026-12-01");
            term.put("effectiveTo", day);
            refused(http.post("/api/v1/watches/terms", supervisor(), term));
        }
        Map<String, Object> mine = rule();
        mine.put("code", "case-extreme");
        assertThat(http.post("/api/v1/cards/rules", supervisor(), mine).status()).isEqualTo(201);
        for (String day : DAYS) {
            refused(
                    http.post(
                            "/api/v1/cards/rules/case-extreme/versions/1/end",
                            supervisor(),
                            Map.of("lastDay", day, "reason", "恢复")));
        }
        assertThat(
                        http.post(
                                        "/api/v1/cards/rules/case-extreme/versions/1/end",
                                        supervisor(),
                                        Map.of("lastDay", "2026-11-30", "reason", "恢复"))
                                .status())
                .isEqualTo(200);
    }

    private static void answered(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 499);
    }

    private static void refused(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(answer.objections()).isNotEmpty();
    }

    private static String coded(String text) {
        return text.replace("+", "%2B");
    }

    private Map<String, Object> rule() {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("code", "case-blue");
        rule.put("region", county());
        rule.put("kind", "CASE");
        rule.put("colour", "BLUE");
        rule.put("measure", "REMAINING");
        rule.put("amount", 2);
        rule.put("unit", "WORKING_DAY");
        rule.put("ground", "祁阳市行政效能电子监察办法");
        rule.put("recipients", List.of("case-officer"));
        rule.put("effectiveFrom", "2026-12-01");
        return rule;
    }
}
