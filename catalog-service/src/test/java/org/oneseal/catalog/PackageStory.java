package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.oneseal.catalog.FoodShop.after;
import static org.oneseal.catalog.FoodShop.member;
import static org.oneseal.catalog.FoodShop.text;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A shop that sells food is opened in one go: registered, inspected, licensed. */
@PlatformTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackageStory {

    /** 嘉禾县. */
    private static final FoodShop SHOP = new FoodShop("431024000000");

    private static final String PATH = SHOP.path();

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;

    private static String tag = "";

    private CountyDesk desk() {
        return new CountyDesk(http, tokens, SHOP.district);
    }

    @Test
    @Order(1)
    void thereAreThreeItemsOfTwoDepartments() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        SHOP.departmentsAndItems(desk(), "2026-11-23");
    }

    @Test
    @Order(2)
    void aPackageThatIsWrongSaysEverythingAtOnce() {
        Map<String, Object> wrong =
                SHOP.content(
                        List.of(
                                member(SHOP.food, "licences", after(SHOP.water, null, null)),
                                member(SHOP.water, "licences", after(SHOP.food, null, null)),
                                member(SHOP.hygiene, "none"),
                                member("x", "licences")));
        Http.Answer begun = begin(SHOP.code, wrong);
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        tag = CountyDesk.tag(begun);
        String before = rows();
        Http.Answer refused = publish("2026-11-23");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.objections())
                .containsExactly(
                        "item-unknown",
                        "stage-without-members",
                        "stage-unknown",
                        "package-circular",
                        "output-asked-for");
        assertThat(rows()).isEqualTo(before);
        JsonNode check = http.get(PATH + "/draft/check", desk().editor()).json();
        assertThat(check.path("publishable").asBoolean()).isFalse();
        assertThat(check.path("objections").size()).isEqualTo(5);
        assertThat(begin("shop", SHOP.content(List.of())).objections())
                .containsExactly("package-code-invalid");
        assertThat(begin(SHOP.code, SHOP.content(List.of())).objections())
                .containsExactly("package-code-taken");
        assertThat(http.get(PATH, desk().citizen()).status()).isEqualTo(404);
        assertThat(http.get(PATH + "/guide", desk().citizen()).status()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void aFitPackageIsPublishedAndTold() {
        redraft(SHOP.fit());
        Http.Answer published = publish("2026-11-23");
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        tag = CountyDesk.tag(published);
        JsonNode seen = http.get(PATH, desk().citizen()).json();
        assertThat(seen.at("/governing/version/number").asInt()).isEqualTo(1);
        assertThat(seen.at("/governing/content/members").size()).isEqualTo(3);
        assertThat(seen.path("draft").isNull()).isTrue();
        await().atMost(Patience.SOON)
                .untilAsserted(() -> assertThat(states("package-published")).isNotEmpty());
        JsonNode state = states("package-published").getFirst();
        assertThat(state.path("phase").asString()).isEqualTo("GOVERNING");
        assertThat(state.at("/members/1/after/0/itemCode").asString()).isEqualTo(SHOP.hygiene);
        for (String filter : List.of("?region=431024100000", "?item=" + SHOP.food, "")) {
            assertThat(
                            http.get("/api/v1/packages" + filter, desk().citizen())
                                    .json()
                                    .at("/items/0/code")
                                    .asString())
                    .as(filter)
                    .isEqualTo(SHOP.code);
        }
        assertThat(
                        http.get("/api/v1/packages?region=431102000000", desk().citizen())
                                .json()
                                .path("items")
                                .size())
                .isZero();
    }

    @Test
    @Order(4)
    void aPlannedVersionTakesOverOnItsDayAndWhatWasPublishedStays() {
        Map<String, Object> next = SHOP.fit();
        next.put("basis", "永政办发〔2026〕2号");
        redraft(next);
        Http.Answer published = publish("2026-12-01");
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        JsonNode before = http.get(PATH, desk().citizen()).json();
        assertThat(before.at("/governing/version/number").asInt()).isEqualTo(1);
        assertThat(before.at("/versions/1/phase").asString()).isEqualTo("PLANNED");
        assertThat(
                        http.get(PATH + "/guide?on=2026-12-01", desk().citizen())
                                .json()
                                .path("version")
                                .asInt())
                .isEqualTo(2);
        clock.setTo(Instant.parse("2026-11-30T16:00:00Z"));
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                http.get(PATH, desk().citizen())
                                                        .json()
                                                        .at("/versions/1/phase")
                                                        .asString())
                                        .isEqualTo("GOVERNING"));
        JsonNode after = http.get(PATH, desk().citizen()).json();
        assertThat(after.at("/versions/0/phase").asString()).isEqualTo("SUPERSEDED");
        assertThat(after.at("/versions/0/hash")).isEqualTo(before.at("/versions/0/hash"));
        assertThat(http.get(PATH + "/versions/1", desk().citizen()).json().at("/content/basis"))
                .isEqualTo(before.at("/governing/content/basis"));
        assertThat(catchThrowable(() -> sql.sql("UPDATE package_versions SET hash = 'x'").update()))
                .hasMessageContaining("cannot be changed");
        tag = CountyDesk.tag(http.get(PATH, desk().editor()));
    }

    @Test
    @Order(5)
    void everyEditIsInTheHistoryAndOthersEditNothing() {
        JsonNode history = http.get(PATH + "/history", desk().editor()).json().path("items");
        assertThat(history.valueStream().map(e -> e.path("what").asString()))
                .containsExactly(
                        "package-effective",
                        "package-published",
                        "package-edited",
                        "package-published",
                        "package-edited",
                        "package-edited");
        assertThat(history.at("/2/changed/0").asString()).isEqualTo("/basis");
        String elsewhere = tokens.of(Role.CATALOG_EDITOR).region("431102000000").mint();
        for (String token : List.of(elsewhere, desk().citizen())) {
            assertThat(http.put(PATH + "/draft", token, SHOP.fit(), "If-Match", tag).status())
                    .isEqualTo(403);
            assertThat(
                            http.post(
                                            PATH + "/withdrawal",
                                            token,
                                            Map.of("reason", "x"),
                                            "If-Match",
                                            tag)
                                    .status())
                    .isEqualTo(403);
            assertThat(http.get(PATH + "/history", token).status()).isIn(403, 404);
        }
        assertThat(
                        http.put(PATH + "/draft", desk().editor(), SHOP.fit(), "If-Match", "\"1\"")
                                .status())
                .isEqualTo(409);
        assertThat(http.delete(PATH + "/draft", desk().editor(), "If-Match", tag).objections())
                .containsExactly("package-without-draft");
        assertThat(publish("2026-12-02").objections()).containsExactly("package-without-draft");
    }

    @Test
    @Order(6)
    void anItemMayLeadToAPackageAndAWithdrawnOneIsOfferedNoMore() {
        Map<String, Object> item = SHOP.hygieneLicence();
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("code", "sells_food");
        question.put("text", text("是否销售食品?", "Do you sell food?"));
        question.put("kind", "BOOLEAN");
        item.put(
                "guidance",
                Map.of(
                        "questions",
                        List.of(question),
                        "determinations",
                        List.of(
                                Map.of(
                                        "code",
                                        "in_one_go",
                                        "when",
                                        "sells_food",
                                        "effect",
                                        Map.of("kind", "SUGGEST_PACKAGE", "target", SHOP.code)))));
        String at = CountyDesk.tag(http.get("/api/v1/items/" + SHOP.hygiene, desk().editor()));
        desk().publish(SHOP.hygiene, desk().redraft(SHOP.hygiene, at, item), "2026-12-01");
        JsonNode led =
                http.post(
                                "/api/v1/items/" + SHOP.hygiene + "/guide/checklist",
                                desk().citizen(),
                                Map.of("answers", Map.of("sells_food", true)))
                        .json();
        assertThat(led.at("/packages/0/code").asString()).as(led.toString()).isEqualTo(SHOP.code);
        assertThat(led.at("/packages/0/reason/because/0/answer").asBoolean()).isTrue();
        assertThat(
                        http.post(
                                        PATH + "/withdrawal",
                                        desk().editor(),
                                        Map.of("reason", " "),
                                        "If-Match",
                                        tag)
                                .status())
                .isEqualTo(422);
        Http.Answer withdrawn =
                http.post(
                        PATH + "/withdrawal",
                        desk().editor(),
                        Map.of("reason", "并入新的一件事"),
                        "If-Match",
                        tag);
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        tag = CountyDesk.tag(withdrawn);
        assertThat(http.get(PATH + "/guide", desk().citizen()).objections())
                .containsExactly("package-takes-nothing");
        assertThat(
                        http.put(PATH + "/draft", desk().editor(), SHOP.fit(), "If-Match", tag)
                                .objections())
                .containsExactly("package-withdrawn");
        await().atMost(Patience.SOON)
                .untilAsserted(() -> assertThat(states("package-withdrawn")).hasSize(2));
        Contracts contracts = Contracts.of("catalog-service");
        for (String type : List.of("package-published", "package-withdrawn")) {
            assertThat(states(type)).as(type).isNotEmpty();
            states(type).forEach(state -> contracts.assertValid(type, state));
        }
        for (String type : List.of("package-edited", "package-effective")) {
            assertThat(facts(type)).as(type).isNotEmpty();
            facts(type).forEach(fact -> contracts.assertValid(type, fact));
        }
    }

    private List<JsonNode> states(String type) {
        return records("oneseal.catalog.packages.v1", SHOP.code + "@", type);
    }

    private List<JsonNode> facts(String type) {
        return records("oneseal.catalog.v1", SHOP.code, type);
    }

    private List<JsonNode> records(String topic, String key, String type) {
        return topics.all(topic).stream()
                .filter(m -> String.valueOf(m.key()).startsWith(key))
                .filter(m -> ("org.oneseal.catalog." + type).equals(m.headers().get("ce_type")))
                .map(m -> EventJson.reader().readTree(String.valueOf(m.value())))
                .toList();
    }

    private Http.Answer begin(String code, Map<String, Object> content) {
        return http.post(
                "/api/v1/packages",
                desk().editor(),
                Map.of("code", code, "department", SHOP.market, "content", content));
    }

    private void redraft(Map<String, Object> content) {
        String at = CountyDesk.tag(http.get(PATH, desk().editor()));
        Http.Answer answer = http.put(PATH + "/draft", desk().editor(), content, "If-Match", at);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        tag = CountyDesk.tag(answer);
    }

    private Http.Answer publish(String day) {
        return http.post(
                PATH + "/versions", desk().editor(), Map.of("effectiveFrom", day), "If-Match", tag);
    }

    private String rows() {
        return sql.sql(
                        """
                        SELECT concat_ws('/', (SELECT sum(version) FROM packages),
                               (SELECT count(*) FROM package_versions),
                               (SELECT count(*) FROM idempotency))
                        """)
                .query(String.class)
                .single();
    }
}
