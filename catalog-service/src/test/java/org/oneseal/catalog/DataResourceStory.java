package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Units fill in what data they hold; another department asks for some of them, for an item. */
@PlatformTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public class DataResourceStory {

    /** 宁远县. */
    private static final String COUNTY = "431202000000";

    /** 蓝山县, where 32 units fill in their directory. */
    private static final String OF_32 = "431221000000";

    private static final String POLICE = "431202-GA";
    private static final String HEALTH = "431202-WJ";
    private static final String USCC = CountyDesk.uscc(COUNTY, 31);
    private static final String ITEM = USCC + "4000100001000";
    private static final String HOUSEHOLD = "431202-household";
    private static final String SECRET = "431202-secret";
    private static final String PATH = "/api/v1/data-resources";
    private static final String AT = PATH + "/" + HOUSEHOLD;

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;

    private static String demand = "";

    private CountyDesk desk() {
        return new CountyDesk(http, tokens, COUNTY);
    }

    private String officer(String department) {
        return tokens.of(Role.CASE_OFFICER).region(COUNTY).department(department).mint();
    }

    /** What is shared without a condition, and tells of a person. */
    public static Map<String, Object> shared(String name) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", name);
        content.put(
                "elements",
                List.of(
                        element("applicant.name", "姓名", true),
                        element("household.kind", "户别", false)));
        content.put("share", "UNCONDITIONAL");
        content.put("frequency", "REAL_TIME");
        content.put("delivery", "INTERFACE");
        return content;
    }

    private static Map<String, Object> conditional(String name) {
        Map<String, Object> content = shared(name);
        content.put("share", "CONDITIONAL");
        content.put("condition", "限行政许可核验");
        content.put("ground", "户口登记条例");
        return content;
    }

    private static Map<String, Object> element(String code, String name, boolean personal) {
        return Map.of("code", code, "name", name, "type", "TEXT", "personal", personal);
    }

    @Test
    @Order(1)
    void unitsAreToldWhatToFillInAllOfItOrNone() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        desk().department(POLICE, "公安局", CountyDesk.uscc(COUNTY, 32));
        desk().department(HEALTH, "卫生健康局", USCC);
        desk().publish(
                        ITEM,
                        desk().draft(ITEM, HEALTH, CountyDesk.licence(USCC, "公共场所卫生许可", 5)),
                        "2026-11-23");
        Http.Answer wrong =
                due(
                        List.of(
                                entry("431202-Household", POLICE, "户籍"),
                                entry(SECRET, "431202-NO", "涉密"),
                                entry(SECRET, POLICE, " ")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.objections())
                .containsExactly(
                        "resource-code-invalid",
                        "department-unknown",
                        "code-repeated",
                        "resource-name-missing");
        assertThat(list("")).isEmpty();
        Http.Answer listed =
                due(
                        List.of(
                                entry(HOUSEHOLD, POLICE, "户籍"),
                                entry(SECRET, POLICE, "涉密人员"),
                                entry("431202-births", HEALTH, "出生证明")));
        assertThat(listed.status()).as(listed.text()).isEqualTo(201);
        assertThat(listed.json().at("/0/status").asString()).isEqualTo("DUE");
        assertThat(due(List.of(entry(HOUSEHOLD, POLICE, "户籍"))).objections())
                .containsExactly("resource-code-taken");
        String elsewhere = tokens.of(Role.CATALOG_EDITOR).region("431102000000").mint();
        Map<String, Object> mine = Map.of("entries", List.of(entry("431202-x", POLICE, "x")));
        assertThat(http.post(PATH, elsewhere, mine).status()).isEqualTo(403);
        for (String path : List.of(PATH, AT, PATH + "/fill-rate?region=" + COUNTY)) {
            assertThat(http.get(path, desk().citizen()).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    @Order(2)
    void anEntryThatIsWrongSaysEverythingAtOnce() {
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("name", " ");
        wrong.put(
                "elements",
                List.of(
                        element("applicant.name", " ", true),
                        element("applicant.name", "姓名", true)));
        wrong.put("share", "CONDITIONAL");
        wrong.put("frequency", "DAILY");
        wrong.put("delivery", "FILE");
        wrong.put("certificateType", "x");
        wrong.put("result", Map.of("item", ITEM, "result", "r9"));
        String before = rows();
        Http.Answer told = say(HOUSEHOLD, wrong, "2026-11-22");
        assertThat(told.status()).isEqualTo(422);
        assertThat(told.objections())
                .containsExactly(
                        "resource-name-missing",
                        "element-name-missing",
                        "code-repeated",
                        "share-condition-missing",
                        "share-ground-missing",
                        "certificate-type-invalid",
                        "result-unknown",
                        "effective-in-the-past");
        assertThat(told.json().at("/objections/4/ground").asString()).contains("第809号");
        Map<String, Object> free = shared("户籍");
        free.put("condition", "须经领导批准");
        free.put("elements", List.of());
        free.put("result", Map.of("item", "none", "result", "r1"));
        assertThat(say(HOUSEHOLD, free, null).objections())
                .containsExactly("elements-missing", "share-condition-unwanted", "item-unknown");
        assertThat(rows()).isEqualTo(before);
        assertThat(ask(HOUSEHOLD, demand("核验"), officer(HEALTH)).objections())
                .containsExactly("resource-not-published");
    }

    @Test
    @Order(3)
    void whatCountsOnADayIsWhatWasSaidForItAndWhoSaidItIsKept() {
        assertThat(say(HOUSEHOLD, shared("户籍信息"), null).status()).isEqualTo(201);
        assertThat(say(HOUSEHOLD, shared("户籍信息"), null).objections())
                .containsExactly("resource-unchanged");
        Http.Answer planned = say(HOUSEHOLD, conditional("户籍信息"), "2026-12-01");
        assertThat(planned.status()).as(planned.text()).isEqualTo(201);
        assertThat(say(HOUSEHOLD, shared("户籍基本信息"), "2026-11-30").objections())
                .containsExactly("effective-before-last-version");
        assertThat(share("")).isEqualTo("UNCONDITIONAL");
        assertThat(share("?on=2026-11-30")).isEqualTo("UNCONDITIONAL");
        assertThat(share("?on=2026-12-01")).isEqualTo("CONDITIONAL");
        assertThat(http.get(AT + "?on=2026-11-22", officer(HEALTH)).json().path("said").isNull())
                .isTrue();
        JsonNode history = http.get(AT + "/history", desk().editor()).json().path("items");
        assertThat(history.valueStream().map(e -> e.path("action").asString()))
                .containsExactly("PUBLISHED", "PUBLISHED", "LISTED");
        assertThat(history.at("/0/changed").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("/condition", "/ground", "/share");
        assertThat(history.at("/0/effectiveFrom").asString()).isEqualTo("2026-12-01");
        assertThat(http.get(AT + "/history", officer(HEALTH)).status()).isEqualTo(403);
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () ->
                                        sql.sql("UPDATE data_resource_versions SET hash = 'x'")
                                                .update()))
                .hasMessageContaining("cannot be changed");
    }

    @Test
    @Order(4)
    void theListsAreWhatIsSharedAndWhatIsNotByAnAct() {
        Map<String, Object> secret = shared("涉密人员信息");
        secret.put("share", "NOT_SHARED");
        secret.put("ground", "保守国家秘密法");
        assertThat(say(SECRET, secret, null).status()).isEqualTo(201);
        assertThat(list("&list=NEGATIVE")).containsExactly(SECRET);
        assertThat(list("&list=SUPPLY")).containsExactly(HOUSEHOLD);
        assertThat(list("&filled=false")).containsExactly("431202-births");
        assertThat(list("&filled=true")).containsExactly(HOUSEHOLD, SECRET);
        assertThat(list("&q=户籍")).containsExactly(HOUSEHOLD);
        assertThat(list("&department=" + HEALTH)).containsExactly("431202-births");
        Http.Answer refused = ask(SECRET, demand("核验"), officer(HEALTH));
        assertThat(refused.objections()).containsExactly("resource-not-shared");
        assertThat(refused.json().at("/objections/0/ground").asString()).isEqualTo("保守国家秘密法");
    }

    @Test
    @Order(5)
    void aDemandNamesPurposeItemElementsAndConsent() {
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("department", POLICE);
        wrong.put("item", ITEM);
        wrong.put("purpose", " ");
        wrong.put("elements", List.of("applicant.name", "applicant.name", "none"));
        wrong.put("consent", "NOT_NEEDED");
        String before = rows();
        assertThat(ask(HOUSEHOLD, wrong, officer(POLICE)).objections())
                .containsExactly(
                        "demand-of-own-resource",
                        "demand-for-another-item",
                        "purpose-missing",
                        "code-repeated",
                        "element-unknown",
                        "consent-missing");
        wrong.put("department", "431202-NO");
        wrong.put("item", "none");
        wrong.put("elements", List.of());
        wrong.put("consent", "LAW");
        assertThat(ask(HOUSEHOLD, wrong, officer(HEALTH)).objections())
                .containsExactly(
                        "department-unknown",
                        "item-unknown",
                        "purpose-missing",
                        "elements-missing",
                        "consent-without-ground");
        assertThat(ask(HOUSEHOLD, demand("核验"), officer(POLICE)).status()).isEqualTo(403);
        assertThat(ask(HOUSEHOLD, demand("核验"), desk().citizen()).status()).isEqualTo(403);
        assertThat(ask("431202-none", demand("核验"), officer(HEALTH)).status()).isEqualTo(404);
        assertThat(rows()).isEqualTo(before);
        Http.Answer filed = ask(HOUSEHOLD, demand("核验申请人户籍"), officer(HEALTH));
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        JsonNode told = filed.json();
        assertThat(told.path("state").asString()).isEqualTo("OPEN");
        assertThat(told.path("provider").asString()).isEqualTo(POLICE);
        assertThat(told.path("due").asString()).isEqualTo("2026-11-24");
        demand = told.path("id").asString();
    }

    @Test
    @Order(6)
    void theProvidersPersonAnswersAndWhatIsSharedFreelyIsNotRefused() {
        assertThat(answer(false, "不便提供", officer(HEALTH)).status()).isEqualTo(403);
        assertThat(answer(true, null, desk().editor()).status()).isEqualTo(403);
        String stranger = tokens.of(Role.CASE_OFFICER).region(COUNTY).department("431202-X").mint();
        assertThat(answer(true, null, stranger).status()).isEqualTo(404);
        assertThat(answer(false, " ", officer(POLICE)).objections())
                .containsExactly("refusal-of-unconditional", "demand-refused-without-ground");
        Http.Answer agreed = answer(true, null, officer(POLICE));
        assertThat(agreed.status()).as(agreed.text()).isEqualTo(200);
        assertThat(agreed.json().path("state").asString()).isEqualTo("AGREED");
        assertThat(agreed.json().path("overdue").asBoolean()).isFalse();
        assertThat(answer(true, null, officer(POLICE)).objections())
                .containsExactly("demand-answered");
        assertThat(demands("?state=AGREED", officer(HEALTH))).containsExactly(demand);
        assertThat(demands("?provider=" + POLICE, desk().editor())).containsExactly(demand);
        assertThat(demands("?item=" + ITEM, officer(POLICE))).containsExactly(demand);
        assertThat(demands("", stranger)).isEmpty();
        assertThat(demands("?state=OPEN", officer(HEALTH))).isEmpty();
        JsonNode history =
                http.get("/api/v1/data-demands/" + demand + "/history", officer(HEALTH))
                        .json()
                        .path("items");
        assertThat(history.valueStream().map(e -> e.path("action").asString()))
                .containsExactly("AGREED", "FILED");
    }

    @Test
    @Order(7)
    void anItemMayNameWhatSuppliesAMaterialIfItIsThereAndToBeHad() {
        Map<String, Object> content = CountyDesk.licence(USCC, "公共场所卫生许可", 4);
        content.put(
                "materials",
                List.of(
                        material("m1", "APPLICANT", HOUSEHOLD),
                        material("m2", "GOVERNMENT", SECRET),
                        material("m3", "GOVERNMENT", "431202-none"),
                        material("m4", "GOVERNMENT", "431202-births")));
        String tag = CountyDesk.tag(http.get("/api/v1/items/" + ITEM, desk().editor()));
        tag = desk().redraft(ITEM, tag, content);
        JsonNode check = http.get("/api/v1/items/" + ITEM + "/draft/check", desk().editor()).json();
        assertThat(
                        check.path("objections")
                                .valueStream()
                                .map(
                                        o ->
                                                o.path("code").asString()
                                                        + " "
                                                        + o.path("field").asString()))
                .containsExactly(
                        "resource-for-other-source /materials/0",
                        "resource-not-shared /materials/1",
                        "resource-unknown /materials/2",
                        "resource-unknown /materials/3");
        assertThat(check.at("/objections/1/ground").asString()).isEqualTo("保守国家秘密法");
        content.put("materials", List.of(material("m1", "GOVERNMENT", HOUSEHOLD)));
        desk().publish(ITEM, desk().redraft(ITEM, tag, content), "2026-11-23");
        assertThat(
                        http.get("/api/v1/items/" + ITEM + "/versions/2", desk().citizen())
                                .json()
                                .at("/materials/0/resource")
                                .asString())
                .isEqualTo(HOUSEHOLD);
    }

    /** 32 units, 141 entries, 139 of them filled in: 98.58 per cent. */
    @Test
    @Order(8)
    void theFillRateIsExactAndSaysWhichEntriesAreMissing() {
        CountyDesk county = new CountyDesk(http, tokens, OF_32);
        String prefix = OF_32.substring(0, 6) + "-";
        List<Map<String, Object>> entries = new ArrayList<>();
        for (int unit = 1; unit <= 32; unit++) {
            String code = prefix + "U" + unit;
            county.department(code, "单位" + unit, CountyDesk.uscc(OF_32, unit));
            for (int i = 0; i < (unit <= 13 ? 5 : 4); i++) {
                entries.add(entry(prefix + "r" + unit + "-" + i, code, "资源" + unit + "-" + i));
            }
        }
        assertThat(entries).hasSize(141);
        Http.Answer listed = http.post(PATH, county.editor(), Map.of("entries", entries));
        assertThat(listed.status()).as(listed.text()).isEqualTo(201);
        assertThat(rate("").path("filled").asInt()).isZero();
        for (Map<String, Object> entry : entries.subList(0, 139)) {
            Http.Answer said =
                    http.post(
                            PATH + "/" + entry.get("code") + "/versions",
                            county.editor(),
                            Map.of("content", shared("资源")),
                            "If-Match",
                            "\"1\"");
            assertThat(said.status()).as(said.text()).isEqualTo(201);
        }
        JsonNode rate = rate("");
        assertThat(rate.path("filled").asInt()).isEqualTo(139);
        assertThat(rate.path("due").asInt()).isEqualTo(141);
        assertThat(rate.at("/rate/numerator").asInt()).isEqualTo(139);
        assertThat(rate.at("/rate/denominator").asInt()).isEqualTo(141);
        assertThat(rate.at("/rate/percent").asString()).isEqualTo("98.58");
        assertThat(rate.path("units")).hasSize(32);
        assertThat(rate.path("units").valueStream().mapToInt(u -> u.path("filled").asInt()).sum())
                .isEqualTo(139);
        JsonNode missing =
                http.get(PATH + "?filled=false&region=" + OF_32, county.editor())
                        .json()
                        .path("items");
        assertThat(missing.valueStream().map(line -> line.path("code").asString()))
                .containsExactly(prefix + "r32-2", prefix + "r32-3");
        assertThat(rate("&on=2026-11-22").path("rate").isNull()).isTrue();
        Http.Answer gone =
                http.post(
                        PATH + "/" + prefix + "r32-3/withdrawal",
                        county.editor(),
                        Map.of("reason", "职责划出"),
                        "If-Match",
                        "\"1\"");
        assertThat(gone.status()).as(gone.text()).isEqualTo(200);
        assertThat(rate("").path("due").asInt()).isEqualTo(140);
        assertThat(
                        http.post(
                                        PATH + "/" + prefix + "r32-3/withdrawal",
                                        county.editor(),
                                        Map.of("reason", " "),
                                        "If-Match",
                                        "\"2\"")
                                .objections())
                .containsExactly("resource-withdrawn");
    }

    @Test
    @Order(9)
    void onAConditionAnAnswerHasTenWorkingDaysAndARefusalItsGround() {
        clock.setTo(Instant.parse("2026-12-01T02:00:00Z"));
        Http.Answer filed = ask(HOUSEHOLD, demand("核验"), officer(HEALTH));
        assertThat(filed.json().path("due").asString()).isEqualTo("2026-12-15");
        assertThat(filed.json().path("resourceVersion").asInt()).isEqualTo(2);
        demand = filed.json().path("id").asString();
        clock.setTo(Instant.parse("2026-12-16T02:00:00Z"));
        JsonNode late = http.get("/api/v1/data-demands/" + demand, officer(HEALTH)).json();
        assertThat(late.path("overdue").asBoolean()).isTrue();
        assertThat(answer(false, null, officer(POLICE)).objections())
                .containsExactly("demand-refused-without-ground");
        Http.Answer refused = answer(false, "不属于核验所需(户口登记条例)", officer(POLICE));
        assertThat(refused.json().path("state").asString()).isEqualTo("REFUSED");
        assertThat(refused.json().path("ground").asString()).contains("户口登记条例");
        Contracts contracts = Contracts.of("catalog-service");
        for (String type : List.of("data-resource-edited", "data-demand-edited")) {
            List<JsonNode> facts = facts(type);
            assertThat(facts).as(type).isNotEmpty();
            facts.forEach(fact -> contracts.assertValid(type, fact));
        }
    }

    private static Map<String, Object> entry(String code, String department, String name) {
        return Map.of("code", code, "department", department, "name", name);
    }

    private Http.Answer due(List<Map<String, Object>> entries) {
        return http.post(PATH, desk().editor(), Map.of("entries", entries));
    }

    private Http.Answer say(String code, Map<String, Object> content, @Nullable String from) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("content", content);
        body.put("effectiveFrom", from);
        String tag = CountyDesk.tag(http.get(PATH + "/" + code, desk().editor()));
        return http.post(PATH + "/" + code + "/versions", desk().editor(), body, "If-Match", tag);
    }

    private static Map<String, Object> demand(String purpose) {
        Map<String, Object> demand = new LinkedHashMap<>();
        demand.put("department", HEALTH);
        demand.put("item", ITEM);
        demand.put("purpose", purpose);
        demand.put("elements", List.of("applicant.name"));
        demand.put("consent", "APPLICANT");
        return demand;
    }

    private Http.Answer ask(String code, Map<String, Object> body, String token) {
        return http.post(PATH + "/" + code + "/demands", token, body);
    }

    private Http.Answer answer(boolean agreed, @Nullable String ground, String token) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("agreed", agreed);
        body.put("ground", ground);
        String path = "/api/v1/data-demands/" + demand;
        String tag = CountyDesk.tag(http.get(path, officer(POLICE)));
        return http.post(path + "/answer", token, body, "If-Match", tag);
    }

    private static Map<String, Object> material(String code, String source, String resource) {
        Map<String, Object> material = new LinkedHashMap<>(CountyDesk.material(code, "户口簿" + code));
        material.put("source", source);
        material.put("resource", resource);
        return material;
    }

    private String share(String on) {
        return http.get(AT + on, officer(HEALTH)).json().at("/said/content/share").asString();
    }

    private List<String> list(String filter) {
        return http.get(PATH + "?region=" + COUNTY + filter, officer(HEALTH))
                .json()
                .path("items")
                .valueStream()
                .map(line -> line.path("code").asString())
                .toList();
    }

    private List<String> demands(String filter, String token) {
        return http.get("/api/v1/data-demands" + filter, token)
                .json()
                .path("items")
                .valueStream()
                .map(line -> line.path("id").asString())
                .toList();
    }

    private JsonNode rate(String filter) {
        return http.get(PATH + "/fill-rate?region=" + OF_32 + filter, officer(HEALTH)).json();
    }

    private List<JsonNode> facts(String type) {
        return sql
                .sql("SELECT data FROM history WHERE type = :type")
                .param("type", "catalog." + type)
                .query(String.class)
                .list()
                .stream()
                .map(data -> EventJson.reader().readTree(data))
                .toList();
    }

    private String rows() {
        return sql.sql(
                        """
                        SELECT concat_ws('/', (SELECT sum(version) FROM data_resources),
                               (SELECT count(*) FROM data_resource_versions),
                               (SELECT count(*) FROM data_demands),
                               (SELECT count(*) FROM history
                                 WHERE aggregate_type IN ('data-resource', 'data-demand')))
                        """)
                .query(String.class)
                .single();
    }
}
