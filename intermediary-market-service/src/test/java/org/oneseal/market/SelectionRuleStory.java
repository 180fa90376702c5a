package org.oneseal.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** How institutions are selected is a region's own affair, from a day on, in the open. */
@PlatformTest
class SelectionRuleStory {

    private static final String PATH = "/api/v1/selection-rules";

    /** Neighbours, so that other tests keep the nation's rules: 零陵区 and 祁阳市. */
    private static final String DISTRICT = "431102000000";

    private static final String NEXT = "431181000000";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcTemplate jdbc;

    @BeforeEach
    void itIsFriday() {
        clock.setTo(Marketplace.FRIDAY);
    }

    @Test
    void aDistrictSetsItsRuleAndTheNearestGoverns() {
        Marketplace market = new Marketplace(http, tokens, topics, clock, jdbc);
        market.calendarAndItem();
        assertThat(governing(DISTRICT)).containsOnly("100000000000");
        String before = submitted(market);
        Instant soon = Marketplace.FRIDAY.plusSeconds(600);
        assertThat(market.publish(before, 1, soon).objections())
                .containsExactly("sign-up-too-short");

        String key = UUID.randomUUID().toString();
        Map<String, Object> rule = rule(DISTRICT, "2026-11-20");
        var set = set(rule, key);
        assertThat(set.status()).as(set.text()).isEqualTo(201);
        assertThat(set.json().path("governs").asBoolean()).isTrue();
        assertThat(set(rule, key).json()).isEqualTo(set.json());
        assertThat(governing(DISTRICT)).containsExactly(DISTRICT, "100000000000");
        assertThat(governing("431102001000")).containsExactly(DISTRICT, "100000000000");
        assertThat(governing(Marketplace.REGION)).containsOnly("100000000000");
        var published = market.publish(before, 1, soon);
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        assertThat(market.page(before, 1).path("rule").asString()).isEqualTo("made-up rule");

        Map<String, Object> later = rule(DISTRICT, "2026-12-01");
        later.put("signUpMinutes", 1440);
        assertThat(set(later, UUID.randomUUID().toString()).json().path("governs").asBoolean())
                .isFalse();
        JsonNode book = http.get(PATH + "?region=" + DISTRICT, null).json().path("items");
        assertThat(book.at("/0/effectiveFrom").asString()).isEqualTo("2026-12-01");
        assertThat(book.at("/0/effectiveTo").isNull()).isTrue();
        assertThat(book.at("/1/effectiveTo").asString()).isEqualTo("2026-11-30");
        assertThat(book.at("/1/governs").asBoolean()).isTrue();
        clock.setTo(Instant.parse("2026-11-30T16:00:00Z"));
        book = http.get(PATH + "?region=" + DISTRICT, null).json().path("items");
        assertThat(book.at("/0/governs").asBoolean()).isTrue();
        assertThat(book.at("/1/governs").asBoolean()).isFalse();
        assertThat(
                        market.publish(submitted(market), 1, clock.instant().plusSeconds(600))
                                .objections())
                .containsExactly("sign-up-too-short");
        told(set.json().path("id").asString());
    }

    @Test
    void everyRuleIsRefusedWithAllReasonsAndNothingIsWritten() {
        Map<String, Object> good = rule(NEXT, "2026-11-20");
        String operator = operator(NEXT);
        assertThat(http.post(PATH, null, good).status()).isEqualTo(401);
        for (Role role : List.of(Role.INSTITUTION, Role.BUYER, Role.CASE_OFFICER)) {
            assertThat(http.post(PATH, tokens.of(role).region(NEXT).mint(), good).status())
                    .isEqualTo(403);
        }
        refused(good, operator(DISTRICT), 422, "region-not-yours");
        refused(good, tokens.of(Role.MARKET_OPERATOR).mint(), 422, "region-not-yours");
        refused(with(good, "region", "430000000000"), operator, 422, "region-not-yours");
        refused(with(good, "region", "x"), operator, 422, "region-invalid");
        for (String member : List.of("minimum", "signUpMinutes", "revealMinutes", "signUpDays")) {
            refused(with(good, member, 0), operator, 422, "field-invalid");
            refused(with(good, member, -1), operator, 422, "field-invalid");
            refused(with(good, member, 1_000_000_000), operator, 422, "field-invalid");
            refused(with(good, member, 1.5), operator, 400);
        }
        refused(with(good, "ground", " "), operator, 422, "field-invalid");
        refused(with(good, "ground", "a\0"), operator, 400);
        refused(with(good, "effectiveFrom", null), operator, 422, "field-invalid");
        refused(with(good, "effectiveFrom", "2026-02-30"), operator, 400);
        refused(with(good, "fund", "LOTTERY"), operator, 400);
        refused(with(good, "more", 1), operator, 400, "field-unknown");
        Map<String, @Nullable Object> wrong = with(good, "effectiveFrom", "2026-11-19");
        wrong.put("signUpMinutes", 3000);
        wrong.put("signUpDays", 1);
        refused(wrong, operator, 422, "rule-in-the-past", "sign-up-range");
        refused(
                with(good, "effectiveFrom", "+99999999-01-01"),
                operator,
                422,
                "rule-too-far-ahead");
        Map<String, @Nullable Object> lax = with(good, "fund", "FISCAL");
        lax.put("minimum", 1);
        lax.put("priceLimitFen", null);
        refused(lax, operator, 422, "rule-minimum-below", "rule-price-limit-above");
        refused(with(lax, "priceLimitFen", 100_000_001L), operator, 422, "rule-price-limit-above");
        assertThat(governing(NEXT)).containsOnly("100000000000");

        assertThat(http.post(PATH, operator, good).status()).isEqualTo(201);
        refused(good, operator, 409, "rule-same-day");
        refused(with(good, "signUpMinutes", 7), operator, 409, "rule-same-day");
        assertThat(set(with(good, "effectiveFrom", "2026-11-21"), operator).status())
                .isEqualTo(201);
    }

    @Test
    void theBookIsReadPageByPageAndNoCursorBreaksIt() {
        String operator = operator("431121000000");
        for (String day : List.of("2026-11-22", "2026-11-20", "2026-11-21")) {
            assertThat(http.post(PATH, operator, rule("431121000000", day)).status())
                    .isEqualTo(201);
        }
        String list = PATH + "?limit=1&region=431121000000";
        List<String> ids = new ArrayList<>();
        JsonNode page = http.get(list, null).json();
        while (true) {
            ids.add(page.at("/items/0/id").asString());
            if (!page.path("next").isString()) break;
            page = http.get(list + "&cursor=" + page.path("next").asString(), null).json();
        }
        assertThat(new HashSet<>(ids)).hasSize(5);
        assertThat(ids.subList(3, 5)).containsExactly("draw-social-1", "draw-fiscal-1");
        for (String bad : List.of("eA", "%7B", "WyJ4Il0", "x".repeat(3000))) {
            assertThat(http.get(list + "&cursor=" + bad, null).status()).as(bad).isEqualTo(400);
        }
        for (String region : List.of("", "1", "43112100000x", "null")) {
            assertThat(http.get(PATH + "?region=" + region, null).status()).isEqualTo(400);
        }
        assertThat(http.get(PATH, null).status()).isEqualTo(400);
    }

    /** An applicant's project in the neighbouring district. */
    private String submitted(Marketplace market) {
        Map<String, Object> body = market.ownService();
        body.put("region", DISTRICT);
        var answer =
                http.post(
                        "/api/v1/projects",
                        tokens.of(Role.BUYER).party("431102-" + UUID.randomUUID()).mint(),
                        body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private void told(String id) {
        Contracts contracts = Contracts.of("intermediary-market-service");
        await().untilAsserted(
                        () ->
                                assertThat(topics.all("oneseal.market.v1"))
                                        .anySatisfy(
                                                m -> {
                                                    assertThat(m.key()).isEqualTo(id);
                                                    contracts.assertValid(
                                                            "selection-rule-set",
                                                            tools.jackson.databind.json.JsonMapper
                                                                    .shared()
                                                                    .readTree(
                                                                            Objects.requireNonNull(
                                                                                    m.value())));
                                                }));
    }

    /** The regions of the rules that govern, by kind of money: social, fiscal. */
    private List<String> governing(String region) {
        List<String> governing = new ArrayList<>();
        for (JsonNode rule : http.get(PATH + "?region=" + region, null).json().path("items")) {
            if (rule.path("governs").asBoolean()) governing.add(rule.path("region").asString());
        }
        assertThat(governing).hasSize(2);
        return governing;
    }

    private static Map<String, Object> rule(String region, String from) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("region", region);
        rule.put("fund", "SOCIAL");
        rule.put("effectiveFrom", from);
        rule.put("minimum", 2);
        rule.put("extensions", 0);
        rule.put("extensionHours", 24);
        rule.put("signUpMinutes", 5);
        rule.put("signUpDays", 10);
        rule.put("valueMinutes", 1);
        rule.put("revealMinutes", 10);
        rule.put("confirmDays", 2);
        rule.put("contractDays", 5);
        rule.put("ground", "made-up rule");
        return rule;
    }

    private static Map<String, @Nullable Object> with(
            Map<String, ?> body, String member, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new HashMap<>(body);
        changed.put(member, value);
        return changed;
    }

    private String operator(String region) {
        return tokens.of(Role.MARKET_OPERATOR).region(region).mint();
    }

    private Http.Answer set(Map<String, ?> rule, String keyOrToken) {
        return keyOrToken.length() == 36
                ? http.send("POST", PATH, operator(DISTRICT), rule, "Idempotency-Key", keyOrToken)
                : http.post(PATH, keyOrToken, rule);
    }

    private void refused(Map<String, ?> body, String token, int status, String... codes) {
        Http.Answer answer = http.post(PATH, token, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.objections()).isNotEmpty();
        assertThat(answer.objections()).containsAll(List.of(codes));
    }
}
