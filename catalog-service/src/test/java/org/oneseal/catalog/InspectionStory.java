package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * A province lists what forestry bureaus handle; a county's bureau claims it, declines a part with
 * a reason and publishes the rest, and the inspection counts how far it has come and what is
 * missing.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InspectionStory {

    /** 会同县. */
    private static final String COUNTY = "431225000000";

    private static final String FORESTRY = "431225-LY";
    private static final String USCC = CountyDesk.uscc(COUNTY, 1);
    private static final String FELLING = "430199201000";
    private static final String FINE = "430299201000";
    private static final String LOOK = "430699201000";
    private static final String FIRES = "430699202000";
    private static final String BUREAU = "森林草原局（试验）";
    private static final String PATH = "/api/v1/items/indicators/inspection";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;

    private CountyDesk county() {
        return new CountyDesk(http, tokens, COUNTY);
    }

    private String province() {
        return tokens.of(Role.CATALOG_EDITOR).region("430000000000").mint();
    }

    @BeforeAll
    void aProvinceSaysWhatForestryBureausHandle() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        county().department(FORESTRY, BUREAU, USCC);
        matter(FELLING, "林木采伐许可（试验）", "01", List.of(BUREAU), List.of(4));
        matter(FINE, "滥伐林木的处罚（试验）", "02", List.of(BUREAU, "自然资源局"), List.of());
        matter(LOOK, "木材经营加工检查（试验）", "06", List.of(BUREAU), List.of(3, 4));
        matter(FIRES, "森林防火检查（试验）", "06", List.of(BUREAU), List.of());
        matter("430699203000", "省级自然保护区检查（试验）", "06", List.of(BUREAU), List.of(2));
    }

    private void matter(
            String code, String name, String type, List<String> bodies, List<Integer> levels) {
        Map<String, Object> matter = new LinkedHashMap<>();
        matter.put("name", name);
        matter.put("itemType", type);
        matter.put("bodies", bodies);
        matter.put("levels", levels);
        Http.Answer answer =
                http.post(
                        "/api/v1/basic-directory",
                        province(),
                        Map.of("code", code, "matter", matter));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().at("/bodies/0").asString()).isEqualTo(BUREAU);
    }

    private Http.Answer claim(String matter, String token, Object body, String version) {
        return http.put(
                "/api/v1/basic-directory/" + matter + "/claims/" + FORESTRY,
                token,
                body,
                "If-Match",
                version);
    }

    @Test
    @Order(1)
    void nothingIsClaimedYetAndNothingCanBeSharedOfNothing() {
        JsonNode found = inspected("");
        assertThat(found.path("toBeClaimed").asInt()).isEqualTo(4);
        assertThat(found.at("/claimRate/numerator").asInt()).isZero();
        assertThat(found.at("/claimRate/denominator").asInt()).isEqualTo(1);
        assertThat(found.path("fillRate").isNull()).isTrue();
        assertThat(found.path("detail").isNull()).isTrue();
        assertThat(states()).containsOnly("UNCLAIMED").hasSize(4);
    }

    @Test
    @Order(2)
    void aBodyClaimsMattersOrSaysWhyNot() {
        String editor = county().editor();
        assertThat(claim(LOOK, editor, Map.of("claimed", true), "\"0\"").status()).isEqualTo(200);
        Http.Answer silent = claim(FIRES, editor, Map.of("claimed", false), "\"0\"");
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.objections()).containsExactly("reason-missing");
        Http.Answer declined =
                claim(FIRES, editor, Map.of("claimed", false, "reason", "已划转应急管理局"), "\"0\"");
        assertThat(declined.status()).as(declined.text()).isEqualTo(200);
        assertThat(claim(FIRES, editor, Map.of("claimed", true), "\"0\"").status()).isEqualTo(409);
        assertThat(claim(FIRES, editor, Map.of("claimed", true), "\"7\"").status()).isEqualTo(409);
        for (String token :
                List.of(
                        county().citizen(),
                        tokens.of(Role.CATALOG_EDITOR).region("431102000000").mint())) {
            assertThat(claim(LOOK, token, Map.of("claimed", false), "\"1\"").status())
                    .isEqualTo(403);
        }
        assertThat(claim("430699299000", editor, Map.of("claimed", true), "\"0\"").status())
                .isEqualTo(404);
        JsonNode found = inspected("");
        assertThat(found.path("claimed").asInt()).isEqualTo(1);
        assertThat(found.at("/claimRate/denominator").asInt()).isEqualTo(4);
        assertThat(found.at("/fillRate/numerator").asInt()).isZero();
        assertThat(matters(""))
                .containsExactly(
                        FELLING + " UNCLAIMED",
                        FINE + " UNCLAIMED",
                        LOOK + " CLAIMED",
                        FIRES + " DECLINED 已划转应急管理局");
        JsonNode history =
                http.get(
                                "/api/v1/basic-directory/"
                                        + FIRES
                                        + "/claims/"
                                        + FORESTRY
                                        + "/history",
                                editor)
                        .json();
        assertThat(history.at("/items/0/entry/reason").asString()).isEqualTo("已划转应急管理局");
    }

    @Test
    @Order(3)
    void whatIsPublishedIsClaimedAndFilled() {
        county().publish(
                        USCC + "4" + FELLING,
                        county().draft(
                                        USCC + "4" + FELLING,
                                        FORESTRY,
                                        CountyDesk.licence(USCC, "林木采伐许可（试验）", 5)),
                        "2026-11-23");
        power(LOOK, PowerBodies.inspection("木材经营加工检查（试验）"));
        JsonNode found = inspected("");
        assertThat(found.path("claimed").asInt()).isEqualTo(2);
        assertThat(found.path("filled").asInt()).isEqualTo(2);
        assertThat(found.at("/claimRate/percent").asString()).startsWith("50");
        assertThat(found.at("/fillRate/numerator").asInt()).isEqualTo(1);
        assertThat(found.at("/fillRate/denominator").asInt()).isEqualTo(1);
        JsonNode inspections = inspected("&type=06");
        assertThat(inspections.path("toBeClaimed").asInt()).isEqualTo(2);
        assertThat(inspections.path("filled").asInt()).isEqualTo(1);
        assertThat(inspections.path("entries").asInt()).isEqualTo(1);
    }

    private void power(String matter, Map<String, Object> content) {
        String code = USCC + "4" + matter;
        Http.Answer begun =
                http.post(
                        "/api/v1/powers",
                        county().editor(),
                        Map.of("code", code, "department", FORESTRY, "content", content));
        Http.Answer published =
                http.post(
                        "/api/v1/powers/" + code + "/versions",
                        county().editor(),
                        Map.of(),
                        "If-Match",
                        CountyDesk.tag(begun));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
    }

    @Test
    @Order(4)
    void theEntriesBehindTheDetailSayWhatIsMissingAndAddUpToIt() {
        JsonNode found = inspected("");
        long said = 0;
        long asked = 0;
        for (JsonNode entry : pages("/entries?limit=1&region=" + COUNTY)) {
            said += entry.path("numerator").asLong();
            asked += entry.path("denominator").asLong();
            assertThat(entry.path("missing").size())
                    .isEqualTo(entry.path("denominator").asInt() - entry.path("numerator").asInt());
        }
        assertThat(said).isEqualTo(found.path("said").asLong()).isPositive();
        assertThat(asked).isEqualTo(found.path("asked").asLong()).isGreaterThan(said);
        assertThat(missing("06")).containsExactly("实施层级及权限", "幅度", "责任事项依据");
        assertThat(missing("01"))
                .contains("适用范围", "法定办结时限说明", "法人主题分类", "材料依据", "材料样表", "审批结果样本")
                .doesNotContain("委托部门", "自然人主题分类", "收费依据", "受理条件", "到办事现场次数");
    }

    @Test
    @Order(5)
    void onceEverythingIsSaidNothingIsMissing() {
        String code = USCC + "4" + LOOK;
        Map<String, Object> whole = PowerBodies.inspection("木材经营加工检查（试验）");
        whole.put("extent", "本行政区域内的经营加工单位");
        whole.put("measures", List.of(Map.of("kind", "双随机检查", "extent", "每年一次")));
        whole.put(
                "duties",
                List.of(
                        Map.of("stage", "检查", "text", "检查责任", "basis", "第五条"),
                        Map.of("stage", "处置", "text", "处置责任", "basis", "第六条")));
        Http.Answer now = http.get("/api/v1/powers/" + code, county().editor());
        Http.Answer draft =
                http.put(
                        "/api/v1/powers/" + code + "/draft",
                        county().editor(),
                        whole,
                        "If-Match",
                        CountyDesk.tag(now));
        Http.Answer published =
                http.post(
                        "/api/v1/powers/" + code + "/versions",
                        county().editor(),
                        Map.of(),
                        "If-Match",
                        CountyDesk.tag(draft));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(missing("06")).isEmpty();
        JsonNode detail = inspected("&type=06").path("detail");
        assertThat(detail.path("numerator").asInt()).isEqualTo(1);
        assertThat(detail.path("denominator").asInt()).isEqualTo(1);
    }

    @Test
    @Order(6)
    void aRegionTooWideIsRefusedAndAnUnknownOneIsNotThere() {
        Http.Answer wide = http.get(PATH + "?region=430000000000", county().citizen());
        assertThat(wide.status()).isEqualTo(422);
        assertThat(wide.objections()).containsExactly("inspection-too-wide");
        assertThat(http.get(PATH, county().citizen()).status()).isEqualTo(422);
        assertThat(http.get(PATH + "?department=none", county().citizen()).status()).isEqualTo(404);
        assertThat(http.get(PATH + "?region=" + COUNTY, null).status()).isEqualTo(401);
        assertThat(http.get(PATH + "?department=" + FORESTRY, county().citizen()).json())
                .isEqualTo(inspected(""));
    }

    private List<String> missing(String type) {
        JsonNode entry =
                http.get(PATH + "/entries?region=" + COUNTY + "&type=" + type, county().citizen())
                        .json()
                        .at("/items/0/missing");
        return entry.valueStream().map(m -> m.path("name").asString()).toList();
    }

    private List<String> states() {
        return pages("/matters?limit=1&region=" + COUNTY).stream()
                .map(m -> m.path("state").asString())
                .toList();
    }

    private List<String> matters(String more) {
        return pages("/matters?limit=200&region=" + COUNTY + more).stream()
                .map(
                        m ->
                                (m.path("basicCode").asString()
                                                + " "
                                                + m.path("state").asString()
                                                + " "
                                                + m.path("reason").asString(""))
                                        .strip())
                .toList();
    }

    private List<JsonNode> pages(String path) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            Http.Answer answer = http.get(PATH + path + cursor, county().citizen());
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            answer.json().path("items").forEach(all::add);
            JsonNode next = answer.json().path("next");
            cursor = next.isString() ? "&cursor=" + next.asString() : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private JsonNode inspected(String more) {
        Http.Answer answer = http.get(PATH + "?region=" + COUNTY + more, county().citizen());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
