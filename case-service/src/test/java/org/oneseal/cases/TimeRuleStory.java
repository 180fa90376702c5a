package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.PlatformTest;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lengths of time are data: of a region, from a day on, with their ground. */
@PlatformTest
class TimeRuleStory extends Office {

    private static final String RULES = "/api/v1/cases/time-rules";
    private static final String HALL = "431103-RULES";
    private static final String OF_THE_HALL = "11431103YYYY00207T4000100064048";
    private static final String FROM = "2026-12-28";

    @Autowired JdbcClient jdbc;

    TimeRuleStory() {
        super("time-rule-firm", "永州市规则有限公司", "91431103MA4TEATC71");
    }

    @Test
    void aRegionMayShortenTheTimeOfDeliveryFromADayOnAndNotLengthenIt() {
        Answer longer = add("DELIVERY", 11, "WORKING_DAY");
        assertThat(longer.objections()).containsExactly("rule-longer-than-above");
        assertThat(longer.json().at("/objections/0/ground").asString()).contains("art. 44");
        assertThat(add("DELIVERY", 4, "WORKING_DAY").status()).isEqualTo(201);
        try {
            Answer before = granted();
            assertThat(before.json().path("deliverBy").asString())
                    .isEqualTo("2026-12-07T09:00:00Z");
            clock.setTo(Instant.parse("2026-12-28T02:00:00Z"));
            assertThat(granted().json().path("deliverBy").asString())
                    .startsWith("2027-01-04T09:00");
        } finally {
            clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
            assertThat(add("DELIVERY", 10, "WORKING_DAY").status()).isEqualTo(201);
        }
        List<String> kinds =
                http.get(RULES + "?limit=200&region=" + District.REGION, district.clerk())
                        .json()
                        .path("items")
                        .findValuesAsString("kind");
        assertThat(kinds)
                .contains(
                        "DELIVERY",
                        "CORRECTION",
                        "CONSULTATION",
                        "CONSULTATION_AT_MOST",
                        "PRE_REVIEW",
                        "REPORT");
    }

    /** While replicas are replaced one by one a newer one may have brought kinds of its own. */
    @Test
    void aKindThatOnlyANewerVersionKnowsIsLeftOutAndWarnedOfOnce() {
        var warnings = new ListAppender<ILoggingEvent>();
        warnings.start();
        var logger =
                (Logger) LoggerFactory.getLogger("org.oneseal.cases.persistence.JdbcTimeRules");
        logger.addAppender(warnings);
        try {
            jdbc.sql(
                            """
                            INSERT INTO time_rule (region, kind, amount, unit, legal_ground, effective_from)
                            VALUES ('100000000000', 'OF_TOMORROW', 3, 'WORKING_DAY', '-', '2004-07-01'),
                                   ('100000000000', 'DELIVERY', 1, 'LUNAR_MONTH', '-', '2004-07-02')
                            """)
                    .update();
            for (int i = 0; i < 2; i++) {
                // What was remembered is forgotten with it.
                assertThat(add("DELIVERY", 10, "WORKING_DAY").status()).isEqualTo(201);
                assertThat(granted().json().path("deliverBy").asString())
                        .isEqualTo("2026-12-07T09:00:00Z");
            }
        } finally {
            logger.detachAppender(warnings);
        }
        assertThat(warnings.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactlyInAnyOrder(
                        "Time rules of OF_TOMORROW in WORKING_DAY are not known here, left out",
                        "Time rules of DELIVERY in LUNAR_MONTH are not known here, left out");
        Answer book = http.get(RULES + "?limit=200&region=" + District.REGION, district.clerk());
        assertThat(book.status()).isEqualTo(200);
        assertThat(book.text()).contains("DELIVERY").doesNotContain("OF_TOMORROW", "LUNAR");
    }

    @Test
    void howLongAnotherDepartmentMayBeGivenIsARuleToo() {
        assertThat(consult(accepted(), 61).objections())
                .containsExactly("department-unknown", "consultation-limit");
        assertThat(consult(accepted(), 60).objections()).containsExactly("department-unknown");
        assertThat(add("CONSULTATION_AT_MOST", 20, "WORKING_DAY").status()).isEqualTo(201);
        try {
            clock.setTo(Instant.parse("2026-12-28T02:00:00Z"));
            Answer accepted = accepted();
            assertThat(consult(accepted, 21).objections())
                    .containsExactly("department-unknown", "consultation-limit");
            assertThat(consult(accepted, 20).objections()).containsExactly("department-unknown");
        } finally {
            clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
            assertThat(add("CONSULTATION_AT_MOST", 60, "WORKING_DAY").status()).isEqualTo(201);
        }
    }

    @Test
    void aPassedPreReviewIsGoodAsLongAsTheRuleSays() {
        district.publishItem(OF_THE_HALL, item -> item.put("department", HALL));
        String passed = "2026-11-23T02:00:00Z";
        preReviewed(passed);
        clock.setTo(Instant.parse("2026-11-30T09:00:01Z"));
        assertThat(ticket().objections()).containsExactly("pre-review-not-passed");
        clock.setTo(Instant.parse("2026-11-30T09:00:00Z"));
        assertThat(ticket().status()).isEqualTo(201);

        clock.setTo(Instant.parse(passed));
        assertThat(add("PRE_REVIEW", 1, "WORKING_DAY").status()).isEqualTo(201);
        try {
            preReviewed("2026-12-28T02:00:00Z");
            clock.setTo(Instant.parse("2026-12-30T01:00:00Z"));
            Answer late = ticket();
            assertThat(late.objections()).containsExactly("pre-review-not-passed");
            assertThat(late.text()).contains("WORKING_DAY");
        } finally {
            clock.setTo(Instant.parse(passed));
            assertThat(add("PRE_REVIEW", 7, "CALENDAR_DAY").status()).isEqualTo(201);
        }
    }

    @Test
    void aRuleIsForOnesOwnRegionAndForTomorrowAtTheEarliest() {
        assertThat(
                        http.post(RULES, district.officer(), rule("DELIVERY", 5, "WORKING_DAY"))
                                .status())
                .isEqualTo(403);
        Map<String, Object> wrong = rule("DELIVERY", 0, "WORKING_DAY");
        wrong.put("region", "431102000000");
        wrong.put("effectiveFrom", "2026-11-23");
        assertThat(http.post(RULES, editor(), wrong).objections())
                .containsExactly("rule-region-not-yours", "rule-not-ahead", "rule-too-short");
    }

    private void preReviewed(String at) {
        clock.setTo(Instant.parse(at));
        Answer begun =
                http.post(
                        "/api/v1/cases/queue/pre-reviews",
                        inHall(Role.WINDOW_CLERK),
                        Map.of(
                                "window",
                                window(at),
                                "party",
                                "431103-time-rule-firm",
                                "itemCode",
                                OF_THE_HALL));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        String review = "/api/v1/cases/queue/pre-reviews/" + begun.json().path("id").asString();
        assertThat(
                        http.post(
                                        review + "/end",
                                        inHall(Role.WINDOW_CLERK),
                                        Map.of("passed", true))
                                .status())
                .isEqualTo(200);
    }

    private String window(String at) {
        Answer opened =
                http.post(
                        "/api/v1/cases/queue/windows",
                        inHall(Role.CHIEF_APPROVER),
                        Map.of("name", "预审 " + at, "task", "PRE_REVIEW"));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.json().path("id").asString();
    }

    private Answer ticket() {
        return http.post(
                "/api/v1/cases/queue/tickets",
                applicant,
                Map.of(
                        "region", District.REGION,
                        "department", HALL,
                        "itemCode", OF_THE_HALL));
    }

    /** A hall of its own: others count what the windows of the department do. */
    private String inHall(Role role) {
        return tokens.of(role).region(District.REGION).department(HALL).subject("in-hall").mint();
    }

    private Answer granted() {
        Answer granted = act(examined(), "decision", district.chief(), Map.of("granted", true));
        assertThat(granted.status()).as(granted.text()).isEqualTo(200);
        return granted;
    }

    private Answer consult(Answer accepted, int days) {
        return act(
                accepted,
                "consultations",
                district.officer(),
                Map.of(
                        "department",
                        "431103-NOBODY",
                        "question",
                        "消防条件",
                        "limit",
                        Map.of("amount", days, "unit", "WORKING_DAY")));
    }

    private Answer add(String kind, int amount, String unit) {
        return http.post(RULES, editor(), rule(kind, amount, unit));
    }

    private String editor() {
        return district.staff(Role.CATALOG_EDITOR, "editor-wu");
    }

    private static Map<String, Object> rule(String kind, int amount, String unit) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("region", District.REGION);
        rule.put("kind", kind);
        rule.put("limit", Map.of("amount", amount, "unit", unit));
        rule.put("legalGround", "冷水滩区政务服务规定");
        rule.put("effectiveFrom", FROM);
        return rule;
    }
}
