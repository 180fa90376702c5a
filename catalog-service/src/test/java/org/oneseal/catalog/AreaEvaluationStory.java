package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
 * A park has its ground evaluated once; whoever builds there need not bring an evaluation of his
 * own, as long as it holds.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AreaEvaluationStory {

    /** 靖州苗族侗族自治县. */
    private static final String COUNTY = "431229000000";

    private static final String BUREAU = "431229-ZJ";
    private static final String PARK = "431229-YQ";
    private static final String USCC = CountyDesk.uscc(COUNTY, 1);
    private static final String ITEM = USCC + "4000100001000";
    private static final String PATH = "/api/v1/area-evaluations";
    private static final String CODE = "jingzhou-park-ground";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;

    private CountyDesk county() {
        return new CountyDesk(http, tokens, COUNTY);
    }

    @BeforeAll
    void anItemThatAsksForAnEvaluation() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        county().department(BUREAU, "住房和城乡建设局", USCC);
        county().department(PARK, "产业开发区管理委员会", CountyDesk.uscc(COUNTY, 2));
        Map<String, Object> content = CountyDesk.licence(USCC, "公共场所卫生许可", 5);
        content.put(
                "materials",
                List.of(
                        CountyDesk.material("m1", "申请表"),
                        CountyDesk.material("m2", "地质灾害危险性评估报告")));
        content.put(
                "particulars",
                Map.of("preWork", List.of("AREA_EVALUATION", "LAND_LIST", "AREA_EVALUATION")));
        county().publish(ITEM, county().draft(ITEM, BUREAU, content), "2026-11-23");
    }

    @Test
    @Order(1)
    void theFlagsAreToldAndListed() {
        JsonNode state = get("/api/v1/items/" + ITEM + "/versions/1");
        assertThat(state.at("/particulars/preWork").toString())
                .isEqualTo("[\"LAND_LIST\",\"AREA_EVALUATION\"]");
        for (String reform : List.of("LAND_LIST", "AREA_EVALUATION")) {
            assertThat(listed(reform)).as(reform).contains(ITEM);
        }
        for (String reform : List.of("HOUSE_WITH_DEED", "TECHNICAL_REVIEW_APART")) {
            assertThat(listed(reform)).as(reform).doesNotContain(ITEM);
        }
    }

    private String listed(String reform) {
        return get("/api/v1/items?region=" + COUNTY + "&reform=" + reform).toString();
    }

    @Test
    @Order(2)
    void everythingThatIsWrongWithAnEvaluationIsToldAtOnce() {
        Map<String, Object> wrong = evaluation("none");
        wrong.put("name", " ");
        wrong.put("kind", "风水评估");
        wrong.put("document", " ");
        wrong.put("validTo", "2026-10-31");
        wrong.put(
                "replaces",
                List.of(
                        Map.of("item", ITEM, "material", "m9"),
                        Map.of("item", "none", "material", "m1")));
        Http.Answer refused = post(county().editor(), COUNTY, wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.objections())
                .containsExactlyInAnyOrder(
                        "evaluation-kind-unknown",
                        "department-unknown",
                        "material-unknown",
                        "item-unknown",
                        "name-missing",
                        "evaluation-without-document",
                        "validity-reversed");
        Map<String, Object> nothing = evaluation(PARK);
        nothing.put("replaces", List.of());
        assertThat(post(county().editor(), COUNTY, nothing).objections())
                .containsExactly("evaluation-replaces-nothing");
        assertThat(post(county().citizen(), COUNTY, evaluation(PARK)).status()).isEqualTo(403);
        String elsewhere = tokens.of(Role.CATALOG_EDITOR).region("431102000000").mint();
        assertThat(post(elsewhere, COUNTY, evaluation(PARK)).status()).isEqualTo(403);
        assertThat(http.get(PATH + "/" + CODE, county().citizen()).status()).isEqualTo(404);
    }

    /** 三门峡: two years, as the city lays down. */
    @Test
    @Order(3)
    void aCityMayLimitHowLongAnEvaluationHolds() {
        String city = tokens.of(Role.CATALOG_EDITOR).region("411200000000").mint();
        Map<String, Object> long3 = evaluation(PARK);
        long3.put("validTo", "2028-11-23");
        Http.Answer refused = post(city, "411200000000", long3);
        assertThat(refused.objections()).containsExactly("evaluation-too-long");
        assertThat(refused.text()).contains("三门峡");
    }

    @Test
    @Order(4)
    void whoBuildsInTheParkBringsNoEvaluationOfHisOwn() {
        assertThat(need(PARK, "2026-12-01")).isEqualTo("NEEDED");
        Http.Answer added = post(county().editor(), COUNTY, evaluation(PARK));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        JsonNode line = line(PARK, "2026-12-01");
        assertThat(line.path("need").asString()).isEqualTo("ON_FILE");
        assertThat(line.at("/areaEvaluation/code").asString()).isEqualTo(CODE);
        assertThat(line.at("/areaEvaluation/document").asString()).isEqualTo("靖自然资〔2026〕8号");
        assertThat(line.path("certificate").isNull()).isTrue();
        assertThat(need(null, "2026-12-01")).isEqualTo("NEEDED");
        assertThat(need(BUREAU, "2026-12-01")).isEqualTo("NEEDED");
        assertThat(need(PARK, "2028-10-31")).isEqualTo("ON_FILE");
        assertThat(need(PARK, "2028-11-01")).isEqualTo("NEEDED");
        assertThat(get(PATH + "?region=" + COUNTY + "&q=" + ITEM).at("/items/0/code").asString())
                .isEqualTo(CODE);
    }

    @Test
    @Order(5)
    void oneOfTheWholeRegionHoldsEverywhereAndAWithdrawnOneNowhere() {
        String editor = county().editor();
        Map<String, Object> everywhere = evaluation(null);
        assertThat(http.put(PATH + "/" + CODE, editor, everywhere, "If-Match", "\"1\"").status())
                .isEqualTo(200);
        assertThat(need(null, "2026-12-01")).isEqualTo("ON_FILE");
        assertThat(need(PARK, "2026-12-01")).isEqualTo("ON_FILE");
        assertThat(http.delete(PATH + "/" + CODE, editor, "If-Match", "\"2\"").status())
                .isEqualTo(200);
        assertThat(need(null, "2026-12-01")).isEqualTo("NEEDED");
        JsonNode history = http.get(PATH + "/" + CODE + "/history", editor).json().path("items");
        assertThat(history.valueStream().map(h -> h.path("action").asString()))
                .containsExactly("WITHDRAWN", "CHANGED", "ADDED");
    }

    private static Map<String, Object> evaluation(@Nullable String park) {
        Map<String, Object> evaluation = new LinkedHashMap<>();
        evaluation.put("name", "产业开发区地质灾害危险性区域评估");
        evaluation.put("kind", "地质灾害危险性评估");
        evaluation.put("park", park);
        evaluation.put("validFrom", "2026-11-01");
        evaluation.put("validTo", "2028-10-31");
        evaluation.put("document", "靖自然资〔2026〕8号");
        evaluation.put("replaces", List.of(Map.of("item", ITEM, "material", "m2")));
        return evaluation;
    }

    private Http.Answer post(String token, String region, Map<String, Object> evaluation) {
        return http.post(
                PATH, token, Map.of("code", CODE, "region", region, "evaluation", evaluation));
    }

    private String need(@Nullable String park, String on) {
        return line(park, on).path("need").asString();
    }

    private JsonNode line(@Nullable String park, String on) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("on", on);
        if (park != null) asked.put("park", park);
        Http.Answer answer =
                http.post("/api/v1/items/" + ITEM + "/guide/checklist", county().citizen(), asked);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().at("/materials/1");
    }

    private JsonNode get(String path) {
        Http.Answer answer = http.get(path, county().citizen());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
