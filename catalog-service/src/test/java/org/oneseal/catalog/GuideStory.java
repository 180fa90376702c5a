package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.BathHouse.DISTRICT;
import static org.oneseal.catalog.BathHouse.HEALTH;
import static org.oneseal.catalog.BathHouse.ITEM;
import static org.oneseal.catalog.BathHouse.LICENCE_TYPE;
import static org.oneseal.catalog.BathHouse.TOWN;
import static org.oneseal.catalog.BathHouse.USCC;
import static org.oneseal.catalog.BathHouse.choice;
import static org.oneseal.catalog.BathHouse.content;
import static org.oneseal.catalog.BathHouse.determination;
import static org.oneseal.catalog.BathHouse.question;
import static org.oneseal.catalog.BathHouse.text;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Someone who wants to open a bath house answers a few questions and learns what he needs. */
@PlatformTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuideStory {

    private static final String GUIDE = "/api/v1/items/" + ITEM + "/guide";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;

    private static String tag = "";

    private CountyDesk desk() {
        return new CountyDesk(http, tokens, DISTRICT);
    }

    @Test
    @Order(1)
    void aGuideThatIsWrongIsNotPublishedAndSaysEverythingAtOnce() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        desk().department(HEALTH, "卫生健康局", USCC);
        Map<String, Object> content = content();
        content.put(
                "guidance",
                Map.of(
                        "questions",
                        List.of(
                                question("rural", "BOOLEAN", "kind == 'bath'"),
                                choice("kind", "bath", "hotel")),
                        "variants",
                        List.of(Map.of("code", "v", "name", text("情形", "variant"))),
                        "determinations",
                        List.of(
                                determination("d1", "kind == 'hut'", "REQUIRE_MATERIAL", "m9"),
                                determination("d2", "area > 300", "VARIANT", "v"),
                                determination("d3", "rural &&", "SUGGEST_PACKAGE", "none"))));
        tag = desk().draft(ITEM, HEALTH, content);
        Http.Answer check = http.get("/api/v1/items/" + ITEM + "/draft/check", desk().editor());
        assertThat(check.json().path("publishable").asBoolean()).isFalse();
        String before = rows();
        Http.Answer refused =
                http.post(
                        "/api/v1/items/" + ITEM + "/versions",
                        desk().editor(),
                        Map.of(),
                        "If-Match",
                        tag);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.placedObjections())
                .containsExactly(
                        "condition-question-later /guidance/questions/0/when",
                        "condition-option-unknown /guidance/determinations/0/when",
                        "material-unknown /guidance/determinations/0/effect/target",
                        "condition-question-unknown /guidance/determinations/1/when",
                        "condition-unfinished /guidance/determinations/2/when",
                        "package-unknown /guidance/determinations/2/effect/target");
        assertThat(refused.json().at("/objections/1/message").asString()).contains("1:9");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @Order(2)
    void aFitGuideIsPublishedWithTheItemAndAsksItsFirstQuestions() {
        tag = desk().redraft(ITEM, tag, content());
        tag = desk().publish(ITEM, tag, "2026-11-23");
        JsonNode begin = http.get(GUIDE, desk().citizen()).json();
        assertThat(begin.path("state").asString()).isEqualTo("INCOMPLETE");
        assertThat(codes(begin.path("next"))).containsExactly("kind", "age");
        assertThat(begin.at("/next/0/options/0/text").asString()).isEqualTo("浴室");
        assertThat(need(begin, "m1")).isEqualTo("NEEDED");
        assertThat(need(begin, "m2")).isEqualTo("OPEN");
        assertThat(need(begin, "m3")).isEqualTo("OPEN");
        assertThat(begin.path("variant").isNull()).isTrue();
        assertThat(begin.path("feeTotalFen").isNull()).isTrue();
        assertThat(begin.at("/handling/handler/department").asString()).isEqualTo(HEALTH);
    }

    @Test
    @Order(3)
    void everyLineSaysWhichAnswerLedToIt() {
        JsonNode list = list(Map.of("kind", "bath", "area", 350.5, "age", "2010-11-24"));
        assertThat(list.path("state").asString()).as(list.toString()).isEqualTo("COMPLETE");
        assertThat(list.at("/variant/code").asString()).isEqualTo("large");
        assertThat(list.at("/variant/reason/determination").asString()).isEqualTo("large_bath");
        assertThat(list.at("/variant/reason/because/1/answer").asDouble()).isEqualTo(350.5);
        assertThat(need(list, "m2")).isEqualTo("NEEDED");
        JsonNode report = material(list, "m2");
        assertThat(report.at("/reasons/0/because/0/question").asString()).isEqualTo("kind");
        assertThat(report.at("/reasons/0/because/0/answerText").asString()).isEqualTo("浴室");
        assertThat(report.at("/reasons/0/ground").asString()).isEqualTo("公共场所卫生管理条例第四条");
        assertThat(need(list, "m3")).isEqualTo("NEEDED");
        assertThat(list.at("/roles/0/code").asString()).isEqualTo("guardian");
        assertThat(list.at("/roles/0/text").asString()).isEqualTo("监护人");
        assertThat(list.at("/fees/0/state").asString()).isEqualTo("DUE");
        assertThat(list.path("feeTotalFen").asLong()).isEqualTo(20000);
        assertThat(list.at("/promisedLimit/amount").asInt()).isEqualTo(5);
        assertThat(list.path("steps").size()).isEqualTo(2);
        assertThat(list.at("/handling/guide/venues/0/name").asString()).isEqualTo("政务服务中心");
    }

    @Test
    @Order(4)
    void anotherAnswerLeadsElsewhereAndWhatIsNotAskedDoesNotCount() {
        JsonNode list = list(Map.of("kind", "hotel", "area", 350, "age", "1990-01-01"));
        assertThat(list.path("state").asString()).isEqualTo("COMPLETE");
        assertThat(list.path("unused").get(0).asString()).isEqualTo("area");
        assertThat(list.at("/variant/code").asString()).isEqualTo("usual");
        assertThat(need(list, "m2")).isEqualTo("LEFT_OUT");
        assertThat(material(list, "m2").at("/reasons/0/because/0/answer").asString())
                .isEqualTo("hotel");
        assertThat(list.path("roles").size()).isZero();
        assertThat(list.at("/fees/0/state").asString()).isEqualTo("WAIVED");
        assertThat(list.path("feeTotalFen").asLong()).isZero();
    }

    @Test
    @Order(5)
    void whoMayNotIsToldWhyAtOnce() {
        JsonNode list = list(Map.of("age", "2020-01-01"));
        assertThat(list.path("state").asString()).isEqualTo("REFUSED");
        assertThat(list.path("next").size()).isZero();
        assertThat(list.at("/refusals/0/text").asString()).isEqualTo("未满十六周岁不能申请");
        assertThat(list.at("/refusals/0/reason/ground").asString()).isEqualTo("民法典第十八条");
        Http.Answer english =
                http.post(
                        GUIDE + "/checklist",
                        desk().citizen(),
                        Map.of("answers", Map.of("age", "2020-01-01")),
                        "Accept-Language",
                        "en");
        assertThat(english.json().at("/refusals/0/text").asString())
                .isEqualTo("Nobody under sixteen can apply");
    }

    @Test
    @Order(6)
    void whatIsOnFileIsLeftOut() {
        Map<String, Object> body =
                Map.of(
                        "answers",
                        Map.of("kind", "hotel", "age", "1990-01-01"),
                        "certificates",
                        List.of(
                                Map.of("type", LICENCE_TYPE, "id", "old", "validTo", "2026-11-22"),
                                Map.of("type", LICENCE_TYPE, "id", "new", "validTo", "2026-11-23"),
                                Map.of("type", USCC + "999")));
        JsonNode list = http.post(GUIDE + "/checklist", desk().citizen(), body).json();
        assertThat(need(list, "m4")).as(list.toString()).isEqualTo("ON_FILE");
        assertThat(material(list, "m4").at("/certificate/id").asString()).isEqualTo("new");
        assertThat(
                        list.path("spareCertificates")
                                .valueStream()
                                .map(c -> c.path("id").asString("-")))
                .containsExactlyInAnyOrder("old", "-");
        assertThat(need(list(Map.of()), "m4")).isEqualTo("NEEDED");
    }

    @Test
    @Order(7)
    void wrongAnswersAreAllToldAtOnce() {
        Http.Answer wrong =
                http.post(
                        GUIDE + "/checklist",
                        desk().citizen(),
                        Map.of(
                                "answers",
                                sorted(
                                        "age", "2026-02-30",
                                        "area", "large",
                                        "kind", "hut",
                                        "nothing", true)));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.objections())
                .containsExactly(
                        "answer-kind-wrong",
                        "answer-kind-wrong",
                        "answer-not-offered",
                        "answer-without-question");
        assertThat(wrong.json().at("/objections/2/field").asString()).isEqualTo("/answers/kind");
        for (Object answer : new Object[] {1e300, -1e13, 0.00000001, "1", true, List.of()}) {
            assertThat(
                            http.post(
                                            GUIDE + "/checklist",
                                            desk().citizen(),
                                            Map.of("answers", Map.of("area", answer)))
                                    .objections())
                    .as(String.valueOf(answer))
                    .containsExactly("answer-kind-wrong");
        }
        for (String number : List.of("1e400", "-1e400", "1e99999")) {
            assertThat(
                            http.post(
                                            GUIDE + "/checklist",
                                            desk().citizen(),
                                            "{\"answers\":{\"area\":" + number + "}}",
                                            "Content-Type",
                                            "application/json")
                                    .objections())
                    .as(number)
                    .containsExactly("answer-kind-wrong");
        }
        assertThat(
                        http.post(
                                        GUIDE + "/checklist",
                                        desk().citizen(),
                                        Map.of("place", "431102000000"))
                                .objections())
                .containsExactly("place-outside-item");
        assertThat(
                        http.post(GUIDE + "/checklist", desk().citizen(), Map.of("park", "none"))
                                .objections())
                .containsExactly("department-unknown");
        assertThat(http.post(GUIDE + "/checklist", desk().citizen(), Map.of("place", "x")).status())
                .isEqualTo(422);
        assertThat(http.get("/api/v1/items/none/guide", desk().citizen()).status()).isEqualTo(404);
        assertThat(http.get(GUIDE + "?place=1", desk().citizen()).status()).isEqualTo(404);
        assertThat(http.get(GUIDE + "?on=soon", desk().citizen()).status()).isEqualTo(400);
    }

    @Test
    @Order(8)
    void theGuideIsTheOneOfTheVersionThatGoverns() {
        Map<String, Object> content = content();
        content.put("guidance", null);
        tag = desk().redraft(ITEM, tag, content);
        tag = desk().publish(ITEM, tag, "2026-12-01");
        assertThat(codes(http.get(GUIDE, desk().citizen()).json().path("next")))
                .containsExactly("kind", "age");
        JsonNode planned = http.get(GUIDE + "?on=2026-12-01", desk().citizen()).json();
        assertThat(planned.path("version").asInt()).isEqualTo(2);
        assertThat(planned.path("state").asString()).isEqualTo("COMPLETE");
        assertThat(need(planned, "m2")).isEqualTo("NEEDED");
        assertThat(http.get(GUIDE + "?on=2026-11-22", desk().citizen()).objections())
                .containsExactly("item-takes-nothing");
        JsonNode difference =
                http.get("/api/v1/items/" + ITEM + "/versions/1/difference?to=2", desk().citizen())
                        .json();
        assertThat(difference.toString()).contains("/guidance");
    }

    @Test
    @Order(9)
    void whereItIsHandledFollowsTheDelegations() {
        desk().department("431126-Z1", "街道办事处", "11431126YYYY003381", TOWN);
        Map<String, Object> act = new LinkedHashMap<>();
        act.put("kind", "AUTHORISED");
        act.put("to", "431126-Z1");
        act.put("items", List.of(ITEM));
        act.put("validFrom", "2026-11-23");
        act.put("ground", "冷政发〔2026〕1号");
        Http.Answer granted = http.post("/api/v1/delegations", desk().editor(), act);
        assertThat(granted.status()).as(granted.text()).isEqualTo(201);
        JsonNode there = http.get(GUIDE + "?place=" + TOWN, desk().citizen()).json();
        assertThat(there.at("/handling/handler/name").asString()).isEqualTo("街道办事处");
        assertThat(there.at("/handling/via").size()).isEqualTo(1);
        JsonNode elsewhere = http.get(GUIDE, desk().citizen()).json();
        assertThat(elsewhere.at("/handling/handler/name").asString()).isEqualTo("卫生健康局");
    }

    private JsonNode list(Map<String, Object> answers) {
        return Checklists.of(http, GUIDE, desk().citizen(), answers);
    }

    private static JsonNode material(JsonNode list, String code) {
        return Checklists.line(list.path("materials"), "/code", code);
    }

    private static String need(JsonNode list, String code) {
        return material(list, code).path("need").asString();
    }

    private static List<String> codes(JsonNode list) {
        return list.valueStream().map(q -> q.path("code").asString()).toList();
    }

    private String rows() {
        return sql.sql(
                        """
                        SELECT concat_ws('/', (SELECT sum(version) FROM items),
                               (SELECT count(*) FROM item_versions), (SELECT count(*) FROM idempotency))
                        """)
                .query(String.class)
                .single();
    }

    private static Map<String, Object> sorted(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) map.put((String) pairs[i], pairs[i + 1]);
        return map;
    }
}
