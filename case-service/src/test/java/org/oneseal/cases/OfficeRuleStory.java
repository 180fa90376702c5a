package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.oneseal.cases.filing.ForgetDrafts;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a region rules for its own offices: by day, with its ground, and only ahead. */
@PlatformTest
class OfficeRuleStory extends Office {

    private static final String RULES = "/api/v1/cases/office-rules";
    private static final String FROM = "2026-12-28";
    private static final String ITEM = "11431103YYYY00207T4000100064067";

    @Autowired ForgetDrafts forgetDrafts;

    OfficeRuleStory() {
        super("office-rule-firm", "永州市内规有限公司", "91431103MA4TEAUK94");
    }

    /** As it was, for tests of later days. */
    @AfterEach
    void thePlatformsOwnRulesAgain() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        assertThat(add("SUBSTITUTION_AT_MOST", 366).status()).isEqualTo(201);
        assertThat(add("DRAFT_KEPT", 365).status()).isEqualTo(201);
        assertThat(add("WINDOW_LOAD", 200).status()).isEqualTo(201);
    }

    @Test
    void howLongOneMayBeStoodInForIsTheRegionsToSay() {
        assertThat(substituted("2026-12-20T00:00:00Z", "2027-12-22T00:00:00Z").objections())
                .containsExactly("substitution-too-long");
        assertThat(add("SUBSTITUTION_AT_MOST", 30).status()).isEqualTo(201);
        clock.setTo(Instant.parse("2026-12-28T01:00:00Z"));
        Answer tooLong = substituted("2026-12-28T02:00:00Z", "2027-01-27T02:00:01Z");
        assertThat(tooLong.objections()).containsExactly("substitution-too-long");
        assertThat(tooLong.text()).contains("30");
        Answer whole = substituted("2026-12-28T02:00:00Z", "2027-01-27T02:00:00Z");
        assertThat(whole.status()).as(whole.text()).isEqualTo(201);
        String id = whole.json().path("id").asString();
        assertThat(http.post("/api/v1/cases/substitutions/" + id + "/end", he, null).status())
                .isEqualTo(200);
    }

    @Test
    void howFarWindowsMayBeOutOfBalanceIsARuleToo() {
        String figures = "/api/v1/cases/queue/figures";
        assertThat(add("WINDOW_LOAD", 150).status()).isEqualTo(201);
        assertThat(mostPercent(figures)).isEqualTo(200);
        clock.setTo(Instant.parse("2026-12-28T02:00:00Z"));
        assertThat(mostPercent(figures)).isEqualTo(150);
        assertThat(mostPercent(figures + "?day=2026-12-27")).isEqualTo(200);
    }

    @Test
    void aDraftIsKeptAsLongAsTheRegionOfItsItemSays() {
        district.publishItem(ITEM, _ -> {});
        String draft = begun("2026-12-20T02:00:00Z");
        assertThat(add("DRAFT_KEPT", 30).status()).isEqualTo(201);
        forgetDrafts.forget(Instant.parse("2027-01-19T02:00:00Z"));
        assertThat(http.get(draft, applicant).status()).isEqualTo(200);
        forgetDrafts.forget(Instant.parse("2027-01-19T02:00:01Z"));
        assertThat(http.get(draft, applicant).status()).isEqualTo(404);
    }

    @Test
    void aRuleIsForOnesOwnRegionForTomorrowAndWithinReason() {
        assertThat(http.post(RULES, district.officer(), rule("DRAFT_KEPT", 30)).status())
                .isEqualTo(403);
        Map<String, Object> wrong = rule("WINDOW_LOAD", 99);
        wrong.put("region", "431102000000");
        wrong.put("effectiveFrom", "2026-11-23");
        assertThat(http.post(RULES, editor(), wrong).objections())
                .containsExactly("rule-region-not-yours", "rule-not-ahead", "rule-amount");
        Answer unknown = add("MOOD", 5);
        assertThat(unknown.status()).as(unknown.text()).isIn(400, 422);
        assertThat(unknown.objections()).isNotEmpty();

        assertThat(add("WINDOW_LOAD", 180).status()).isEqualTo(201);
        JsonNode book =
                http.get(RULES + "?limit=200&region=" + District.REGION, district.clerk()).json();
        assertThat(book.path("items").findValuesAsString("kind"))
                .contains("SUBSTITUTION_AT_MOST", "DRAFT_KEPT", "WINDOW_LOAD");
        assertThat(book.path("items").findValuesAsString("unit")).contains("DAY", "PERCENT");
        assertThat(book.toString()).contains("180", "冷水滩区内部管理规定");
    }

    private Answer substituted(String from, String until) {
        return http.post(
                "/api/v1/cases/substitutions",
                he,
                Map.of("substitute", "officer-qin", "from", from, "until", until, "reason", "公休"));
    }

    private int mostPercent(String url) {
        Answer figures = http.get(url, district.chief());
        assertThat(figures.status()).as(figures.text()).isEqualTo(200);
        return figures.json().path("balance").path("mostPercent").asInt();
    }

    private String begun(String at) {
        clock.setTo(Instant.parse(at));
        Answer begun =
                http.post(
                        "/api/v1/cases/drafts",
                        applicant,
                        Map.of("itemCode", ITEM, "materials", List.of()));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        return "/api/v1/cases/drafts/" + begun.json().path("id").asString();
    }

    private Answer add(String kind, int amount) {
        return http.post(RULES, editor(), rule(kind, amount));
    }

    private String editor() {
        return district.staff(Role.CATALOG_EDITOR, "editor-wu");
    }

    private static Map<String, Object> rule(String kind, int amount) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("region", District.REGION);
        rule.put("kind", kind);
        rule.put("amount", amount);
        rule.put("ground", "冷水滩区内部管理规定");
        rule.put("effectiveFrom", FROM);
        return rule;
    }
}
