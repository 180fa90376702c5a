package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An item with everything an applicant asks for: how, where, with which forms and files. */
@PlatformTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ItemInFullStory extends WatchedCity {

    private static final String COUNTY = "431124000000";
    private static final String DEPARTMENT = "431124-WJ";
    private static final String USCC = "11431124YYYY00012E";
    private static final String ITEM = USCC + "4000100001000";
    private static final String DRAFT = "/api/v1/items/" + ITEM + "/draft";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;

    private CountyDesk desk() {
        return new CountyDesk(http, tokens, COUNTY);
    }

    @Test
    @Order(1)
    void formsFilesAndTheGuideAreCheckedAndSayWhereTheyAreWrong() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        CountyDesk desk = desk();
        desk.department(DEPARTMENT, "卫生健康局", USCC);
        Map<String, Object> content = full("strng", "SM3:xyz");
        content.remove("authority");
        desk.draft(ITEM, DEPARTMENT, content);
        JsonNode check = http.get(DRAFT + "/check", desk.editor()).json();
        assertThat(check.path("publishable").asBoolean()).isFalse();
        assertThat(check.path("objections").valueStream().map(o -> o.path("code").asString()))
                .contains("element-missing", "file-digest-invalid", "form-schema-invalid");
        assertThat(check.path("objections").valueStream().map(o -> o.path("field").asString()))
                .contains("/authority", "/materials/0", "/forms/0/schema/properties/name/type");
        assertThat(check.path("objections").valueStream().map(o -> o.path("ground").asString("")))
                .allMatch(ground -> !ground.isBlank());
    }

    @Test
    @Order(2)
    void whatIsRightIsPublishedAndTravelsWhole() {
        CountyDesk desk = desk();
        String tag = CountyDesk.tag(http.get(DRAFT, desk.editor()));
        tag = desk.redraft(ITEM, tag, full("string", "SM3:" + "0f".repeat(32)));
        desk.publish(ITEM, tag, "2026-11-23");
        JsonNode state = http.get("/api/v1/items/" + ITEM + "/versions/1", desk.citizen()).json();
        assertThat(state.at("/guide/modes").size()).isEqualTo(3);
        assertThat(state.at("/guide/venues/0/name").asString()).isEqualTo("政务服务中心");
        assertThat(state.at("/authority/source").asString()).isEqualTo("STATUTORY");
        assertThat(state.at("/materials/0/blankForm/name").asString()).isEqualTo("空白申请表");
        assertThat(state.at("/forms/0/schema/properties/name/type").asString()).isEqualTo("string");
        assertThat(state.at("/forms/0/sample/name").asString()).isEqualTo("某某宾馆");
        assertThat(state.at("/particulars/scope").asString()).isEqualTo("本县公共场所经营者");
        assertThat(state.at("/particulars/handlingItem").asString()).isEqualTo(ITEM + "01");
        assertThat(state.at("/particulars/bodyKinds").toString())
                .isEqualTo("[\"ENTERPRISE\",\"UNINCORPORATED\"]");
        assertThat(state.at("/materials/0/original").asString()).isEqualTo("COPY");
        assertThat(state.at("/materials/0/filling").asString()).isEqualTo("按样表填写");
        assertThat(state.at("/results/0/kind").asString()).isEqualTo("CERTIFICATE");
        assertThat(state.at("/fees/0/reduction").asString()).isEqualTo("小微企业免收");
        assertThat(state.at("/steps/1/priorExamination").asBoolean()).isTrue();
        assertThat(state.at("/steps/2/priorExamination").asBoolean()).isFalse();
        assertThat(state.at("/specialProcedures/1/kind").asString())
                .isEqualTo("CORRECTION_IN_REVIEW");
        Contracts.of("catalog-service").assertValid("item-published", state);
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                topics.all("oneseal.catalog.items.v1").stream()
                                                        .filter(m -> (ITEM + "@1").equals(m.key()))
                                                        .map(m -> String.valueOf(m.value()))
                                                        .map(EventJson.reader()::readTree))
                                        .contains(state));
    }

    @Test
    @Order(3)
    void aChangedFormNeedsAHigherVersionAndTheDifferenceNamesTheField() {
        CountyDesk desk = desk();
        String tag = CountyDesk.tag(http.get("/api/v1/items/" + ITEM, desk.editor()));
        Map<String, Object> changed = full("string", "SM3:" + "0f".repeat(32));
        changed.put("forms", List.of(form(1, "string", 20)));
        tag = desk.redraft(ITEM, tag, changed);
        JsonNode difference = http.get(DRAFT + "/difference", desk.editor()).json();
        assertThat(difference.valueStream().map(d -> d.path("pointer").asString()))
                .containsExactly("/forms/0/schema/properties/name/maxLength");
        Http.Answer refused =
                http.post(
                        "/api/v1/items/" + ITEM + "/versions",
                        desk.editor(),
                        Map.of(),
                        "If-Match",
                        tag);
        assertThat(refused.objections()).containsExactly("form-version-not-raised");
        changed.put("forms", List.of(form(2, "string", 20)));
        changed.put("steps", examinedFirst("false"));
        tag = desk.redraft(ITEM, tag, changed);
        assertThat(
                        http.get(DRAFT + "/difference", desk.editor())
                                .json()
                                .valueStream()
                                .map(d -> d.path("pointer").asString()))
                .contains("/steps/1/priorExamination");
        desk.publish(ITEM, tag, "2026-11-23");
    }

    @Test
    @Order(4)
    void membersOfTheWrongKindAreRefused() {
        CountyDesk desk = desk();
        String tag = CountyDesk.tag(http.get("/api/v1/items/" + ITEM, desk.editor()));
        for (Map<String, Object> wrong :
                List.<Map<String, Object>>of(
                        Map.of("guide", Map.of("modes", List.of("TELEPATHY"), "trips", 1)),
                        Map.of("guide", Map.of("trips", -1)),
                        Map.of("guide", Map.of("trips", "often")),
                        Map.of("guide", Map.of("trips", 1, "quantityLimit", 0)),
                        Map.of("guide", Map.of("trips", 1, "unheardOf", 1)),
                        Map.of("authority", Map.of("source", "DIVINE", "nature", "STATUTORY")),
                        Map.of("authority", Map.of("source", "STATUTORY")),
                        Map.of("forms", List.of(Map.of("code", "f", "name", "x", "version", 0))),
                        Map.of("forms", "x"),
                        Map.of("particulars", Map.of("bodyKinds", List.of("GHOST"))),
                        Map.of("particulars", Map.of("hall", "perhaps")),
                        Map.of("particulars", Map.of("scope", "x".repeat(1001))),
                        Map.of("steps", examinedFirst("perhaps")),
                        Map.of("filing", "perhaps"))) {
            Map<String, Object> content = full("string", "SM3:" + "0f".repeat(32));
            content.putAll(wrong);
            Http.Answer answer = http.put(DRAFT, desk.editor(), content, "If-Match", tag);
            assertThat(answer.status()).as("%s: %s", wrong, answer.text()).isIn(400, 422);
        }
        String endless =
                EventJson.writer()
                        .writeValueAsString(full("string", "SM3:" + "0f".repeat(32)))
                        .replace("\"maxLength\":50", "\"maxLength\":1e999");
        assertThat(endless).contains("1e999");
        assertThat(http.put(DRAFT, desk.editor(), endless, "If-Match", tag).status())
                .isEqualTo(400);
        assertThat(http.get(DRAFT, desk.editor()).status()).isEqualTo(404);
    }

    /** 贵州: two letters and eight figures beside the national code. */
    @Test
    @Order(5)
    void aProvinceWithCodesOfItsOwnHasThemCheckedByItsScheme() {
        String county = "520102000000";
        CountyDesk desk = new CountyDesk(http, tokens, county);
        String uscc = CountyDesk.uscc(county, 1);
        String code = uscc + "4000100001000";
        desk.department("520102-WJ", "卫生健康局", uscc);
        Map<String, Object> content = CountyDesk.licence(uscc, "公共场所卫生许可", 5);
        content.put("localCodes", Map.of("matter", "XK0010100", "item", "any"));
        String tag = desk.draft(code, "520102-WJ", content);
        JsonNode refused =
                http.get("/api/v1/items/" + code + "/draft/check", desk.editor())
                        .json()
                        .path("objections");
        assertThat(refused.size()).as(refused.toString()).isEqualTo(1);
        assertThat(refused.at("/0/code").asString()).isEqualTo("local-code-invalid");
        assertThat(refused.at("/0/field").asString()).isEqualTo("/localCodes/matter");
        content.put("localCodes", Map.of("matter", "XK00101001", "item", "any"));
        desk.publish(code, desk.redraft(code, tag, content), "2026-11-23");
        JsonNode told = http.get("/api/v1/items/" + code + "/versions/1", desk.citizen()).json();
        assertThat(told.at("/localCodes/matter").asString()).isEqualTo("XK00101001");
        assertThat(told.at("/localCodes/item").asString()).isEqualTo("any");
        content.put("localCodes", Map.of("matter", "x".repeat(51)));
        String at = CountyDesk.tag(http.get("/api/v1/items/" + code, desk.editor()));
        assertThat(
                        http.put(
                                        "/api/v1/items/" + code + "/draft",
                                        desk.editor(),
                                        content,
                                        "If-Match",
                                        at)
                                .status())
                .isEqualTo(422);
    }

    private static Map<String, Object> full(String type, String digest) {
        Map<String, Object> content = CountyDesk.licence(USCC, "公共场所卫生许可", 5);
        Map<String, Object> material =
                new LinkedHashMap<>(CountyDesk.material("m1", "公共场所卫生许可证申请表"));
        material.put("standard", "填写完整，加盖公章");
        material.put(
                "blankForm",
                Map.of(
                        "name", "空白申请表",
                        "url", "https://example.org/blank.docx",
                        "digest", digest));
        material.put("original", "COPY");
        material.put("specification", "A4");
        material.put("filling", "按样表填写");
        content.put("materials", List.of(material));
        content.put("forms", List.of(form(1, type, 50)));
        content.put(
                "results",
                List.of(
                        Map.of(
                                "code", "r1",
                                "name", "公共场所卫生许可证",
                                "certificateType", USCC + "001",
                                "kind", "CERTIFICATE")));
        content.put(
                "fees",
                List.of(
                        Map.of(
                                "name", "证照工本费",
                                "amountFen", 1000,
                                "standard", "每本十元",
                                "basis", "某省收费目录",
                                "reduction", "小微企业免收")));
        content.put("particulars", particulars("准营准办"));
        content.put("steps", CountyDesk.examinedFirst(4));
        content.put(
                "specialProcedures",
                List.of(
                        procedure("EXPERT_REVIEW", "专家评审", 15),
                        procedure("CORRECTION_IN_REVIEW", "审查阶段补正", 10)));
        return content;
    }

    /** The examination before the decision, with another word on whether it is a lower body's. */
    private static List<Map<String, Object>> examinedFirst(String word) {
        List<Map<String, Object>> steps = CountyDesk.examinedFirst(4);
        steps.get(1).put("priorExamination", word.equals("false") ? Boolean.FALSE : word);
        return steps;
    }

    private static Map<String, Object> procedure(String kind, String name, int days) {
        return Map.of("kind", kind, "name", name, "maxDays", days, "legalGround", "某省行政许可程序规定");
    }

    private static Map<String, Object> particulars(String topic) {
        return Map.of(
                "scope",
                "本县公共场所经营者",
                "promisedLimitNote",
                "自受理之日起",
                "handlingItem",
                ITEM + "01",
                "bodyKinds",
                List.of("UNINCORPORATED", "ENTERPRISE"),
                "legalTopics",
                List.of(topic),
                "hall",
                true);
    }

    /** Reading ends at the first member of a wrong type; whoever sent several is told of each. */
    @Test
    @Order(6)
    void whateverIsWrongWithABodyIsToldAtOnceAndNothingIsWritten() {
        CountyDesk desk = desk();
        String tag = CountyDesk.tag(http.get("/api/v1/items/" + ITEM, desk.editor()));
        Map<String, Object> content = full("string", "SM3:" + "0f".repeat(32));
        content.put("name", 7);
        content.put("legalBasis", "x".repeat(1001));
        content.put("caseKind", "WHENEVER");
        content.put("promisedLimit", Map.of("amount", "some", "unit", "MOON"));
        content.put("guide", Map.of("modes", List.of("ONLINE", "TELEPATHY"), "trips", -1));
        content.put("unheardOf", Map.of("a", 1));
        Http.Answer answer =
                http.put(
                        "/api/v1/items/" + ITEM + "/draft",
                        desk.editor(),
                        content,
                        "If-Match",
                        tag);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(
                        answer.json()
                                .path("objections")
                                .valueStream()
                                .map(o -> o.path("field").asString()))
                .containsExactlyInAnyOrder(
                        "/name",
                        "/legalBasis",
                        "/caseKind",
                        "/promisedLimit/amount",
                        "/promisedLimit/unit",
                        "/guide/modes/1",
                        "/guide/trips",
                        "/unheardOf");
        assertThat(http.get("/api/v1/items/" + ITEM + "/draft", desk.editor()).status())
                .isEqualTo(404);
        content = full("string", "SM3:" + "0f".repeat(32));
        content.put("particulars", particulars("占卜"));
        tag = desk.redraft(ITEM, tag, content);
        assertThat(
                        http.post(
                                        "/api/v1/items/" + ITEM + "/versions",
                                        desk.editor(),
                                        Map.of(),
                                        "If-Match",
                                        tag)
                                .objections())
                .contains("topic-unknown");
        http.delete("/api/v1/items/" + ITEM + "/draft", desk.editor(), "If-Match", tag);
    }

    private static Map<String, Object> form(int version, String type, int longest) {
        return Map.of(
                "code",
                "application",
                "name",
                "公共场所卫生许可申请表",
                "version",
                version,
                "schema",
                Map.of(
                        "$schema",
                        "https://json-schema.org/draft/2020-12/schema",
                        "type",
                        "object",
                        "required",
                        List.of("name"),
                        "properties",
                        Map.of("name", Map.of("type", type, "maxLength", longest))),
                "sample",
                Map.of("name", "某某宾馆"));
    }
}
