package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Someone who wants to open a shop that sells food is asked once, for all of its items. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackageGuideStory {

    /** 芷江侗族自治县. */
    private static final FoodShop SHOP = new FoodShop("431228000000");

    private static final String PATH = SHOP.path();

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;

    private CountyDesk desk() {
        return new CountyDesk(http, tokens, SHOP.district);
    }

    @BeforeAll
    void aPackageThatIsInForce() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        SHOP.departmentsAndItems(desk(), "2026-11-23");
        Http.Answer begun =
                http.post(
                        "/api/v1/packages",
                        desk().editor(),
                        Map.of(
                                "code",
                                SHOP.code,
                                "department",
                                SHOP.market,
                                "content",
                                SHOP.fit()));
        Http.Answer published =
                http.post(
                        PATH + "/versions",
                        desk().editor(),
                        Map.of("effectiveFrom", "2026-11-23"),
                        "If-Match",
                        CountyDesk.tag(begun));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
    }

    @Test
    void onceAnsweredThereAreOneOrderOneFormAndOneListOfMaterials() {
        JsonNode begin = http.get(PATH + "/guide", desk().citizen()).json();
        assertThat(begin.path("state").asString()).isEqualTo("INCOMPLETE");
        assertThat(begin.at("/next/0/code").asString()).isEqualTo("water");
        assertThat(member(begin, SHOP.water).path("part").asString()).isEqualTo("OPEN");
        assertThat(begin.path("feeTotalFen").isNull()).isTrue();

        JsonNode list = list(Map.of("water", true));
        assertThat(list.path("state").asString()).isEqualTo("COMPLETE");
        assertThat(member(list, SHOP.water).path("part").asString()).isEqualTo("TAKES_PART");
        assertThat(list.at("/time/workingDays").asInt()).isEqualTo(8);
        assertThat(list.at("/time/path").valueStream().map(p -> p.path("item").asString()))
                .containsExactly(SHOP.hygiene, SHOP.food);
        assertThat(list.at("/time/rounds").asInt()).isEqualTo(2);
        assertThat(list.at("/stages/1/workingDays").asInt()).isEqualTo(5);
        assertThat(list.path("feeTotalFen").asLong()).isZero();

        assertThat(list.at("/form/elements").size()).isEqualTo(1);
        assertThat(list.at("/form/elements/0/fields").size()).isEqualTo(3);
        assertThat(
                        list.at("/form/schema/properties/shared/properties/applicant.name/type")
                                .asString())
                .isEqualTo("string");
        assertThat(material(list, "身份证").path("uses").size()).isEqualTo(3);
        assertThat(material(list, "身份证").path("provision").asString()).isEqualTo("NEEDED");
        JsonNode licence = material(list, "公共场所卫生许可证");
        assertThat(licence.path("provision").asString()).isEqualTo("FROM_MEMBER");
        assertThat(licence.at("/uses/0/source/item").asString()).isEqualTo(SHOP.hygiene);
    }

    @Test
    void answersSwitchItemsOffAndSayWhy() {
        JsonNode list = list(Map.of("water", false));
        JsonNode water = member(list, SHOP.water);
        assertThat(water.path("part").asString()).isEqualTo("LEFT_OUT");
        assertThat(water.at("/reasons/0/because/0/question").asString()).isEqualTo("water");
        assertThat(water.path("checklist").isNull()).isTrue();
        assertThat(material(list, "身份证").path("uses").size()).isEqualTo(2);
        assertThat(list.at("/form/elements/0/fields").size()).isEqualTo(2);
    }

    @Test
    void wrongAnswersAreAllToldAtOnce() {
        Http.Answer wrong =
                http.post(
                        PATH + "/guide/checklist",
                        desk().citizen(),
                        Map.of(
                                "answers", Map.of("water", "yes"),
                                "members", Map.of("x", Map.of("a", 1))));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.objections()).containsExactly("member-unknown", "answer-kind-wrong");
        Http.Answer inside =
                http.post(
                        PATH + "/guide/checklist",
                        desk().citizen(),
                        Map.of("members", Map.of(SHOP.food, Map.of("a", 1))));
        assertThat(inside.objections()).containsExactly("answer-without-question");
        assertThat(inside.json().at("/objections/0/field").asString())
                .isEqualTo("/members/" + SHOP.food + "/a");
        assertThat(
                        http.post(
                                        PATH + "/guide/checklist",
                                        desk().citizen(),
                                        Map.of("place", "431102000000"))
                                .objections())
                .containsOnly("place-outside-item");
        assertThat(http.get(PATH + "/guide?on=2026-11-22", desk().citizen()).objections())
                .containsExactly("package-takes-nothing");
    }

    private JsonNode list(Map<String, Object> answers) {
        return Checklists.of(http, PATH + "/guide", desk().citizen(), answers);
    }

    private static JsonNode material(JsonNode list, String name) {
        return Checklists.line(list.path("materials"), "/name", name);
    }

    private static JsonNode member(JsonNode list, String item) {
        return Checklists.line(list.path("members"), "/item", item);
    }
}
