package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A county writes down what its health bureau may do of its own accord, beside what people apply
 * for there, and shows the lists of the bureau for days past, today and to come.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PowerListStory {

    /** 溆浦县. */
    private static final String COUNTY = "431224000000";

    private static final String HEALTH = "431224-WJ";
    private static final String USCC = CountyDesk.uscc(COUNTY, 1);
    private static final String PENALTY = USCC + "4430299101000";
    private static final String INSPECTION = USCC + "4430699101000";
    private static final String LICENCE = USCC + "4000100001000";
    private static final String SERVICE = USCC + "4432099101000";
    private static final String FILING = USCC + "4431099101000";
    private static final String NAME = "对未取得公共场所卫生许可证擅自营业的处罚";
    private static final String PATH = "/api/v1/powers";
    private static final String ITEMS = "oneseal.catalog.items.v1";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;
    @Autowired Topics topics;

    private String penaltyTag = "";

    private CountyDesk county() {
        return new CountyDesk(http, tokens, COUNTY);
    }

    private String anna() {
        return tokens.of(Role.CATALOG_EDITOR).region(COUNTY).subject("anna").mint();
    }

    private String ben() {
        return tokens.of(Role.CATALOG_EDITOR).region(COUNTY).subject("ben").mint();
    }

    @BeforeAll
    void aBureauAndWhatPeopleApplyFor() {
        day("2026-11-16");
        county().department(HEALTH, "卫生健康局", USCC);
        matter("430299101000", NAME, "02");
        matter("430699101000", "公共场所卫生监督检查", "06");
        matter("432099101000", "健康知识咨询", "20");
        matter("431099101000", "诊所备案", "10");
        published(LICENCE, CountyDesk.licence(USCC, "公共场所卫生许可", 5));
        Map<String, Object> service = CountyDesk.licence(USCC, "健康知识咨询", 5);
        service.put("itemType", "20");
        published(SERVICE, service);
        Map<String, Object> filing = CountyDesk.licence(USCC, "诊所备案", 5);
        filing.put("itemType", "10");
        filing.put("filing", true);
        published(FILING, filing);
    }

    /**
     * No day behind the one on which the other stories begin: what they have planned waits for it.
     */
    private void day(String day) {
        clock.setTo(Instant.parse(day + "T02:00:00Z"));
    }

    private void matter(String code, String name, String type) {
        String province = tokens.of(Role.CATALOG_EDITOR).region("430000000000").mint();
        Http.Answer answer =
                http.post(
                        "/api/v1/basic-directory",
                        province,
                        Map.of("code", code, "matter", Map.of("name", name, "itemType", type)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private void published(String code, Map<String, Object> content) {
        county().publish(code, county().draft(code, HEALTH, content), "2026-11-16");
    }

    private Http.Answer begin(String code, Map<String, Object> content) {
        return http.post(
                PATH, anna(), Map.of("code", code, "department", HEALTH, "content", content));
    }

    private Http.Answer act(String code, String what, String who, String tag, Object body) {
        return http.post(PATH + "/" + code + "/" + what, who, body, "If-Match", tag);
    }

    @Test
    @Order(1)
    void everythingThatIsWrongWithADraftIsToldAtOnce() {
        Map<String, Object> content = PowerBodies.penalty(" ");
        content.put("office", "");
        content.put("measures", List.of(Map.of("kind", "罚站")));
        content.put(
                "bases",
                List.of(
                        Map.of(
                                "act", "关于加强管理的通知",
                                "rank", "NORMATIVE_DOCUMENT",
                                "clause", " ",
                                "text", "……")));
        content.put(
                "duties",
                List.of(Map.of("stage", "立案", "text", " "), Map.of("stage", "抓捕", "text", "抓捕责任")));
        content.put("liabilities", List.of(Map.of("text", " ")));
        Http.Answer begun = begin(PENALTY, content);
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        Http.Answer refused = act(PENALTY, "versions", anna(), CountyDesk.tag(begun), Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.objections())
                .containsExactlyInAnyOrder(
                        "name-missing",
                        "element-missing",
                        "basis-incomplete",
                        "duty-without-text",
                        "liability-without-text",
                        "power-basis-too-low",
                        "measure-unknown",
                        "duty-stage-unknown",
                        "duty-stage-missing",
                        "duty-stage-missing",
                        "duty-stage-missing",
                        "duty-stage-missing",
                        "duty-stage-missing",
                        "duty-stage-missing");
        assertThat(refused.text()).contains("行政处罚法").contains("/duties/1/stage");
        JsonNode check = http.get(PATH + "/" + PENALTY + "/draft/check", anna()).json();
        assertThat(check.path("publishable").asBoolean()).isFalse();
        assertThat(check.path("objections").size()).isEqualTo(14);
        penaltyTag = CountyDesk.tag(begun);
    }

    @Test
    @Order(2)
    void aDraftIsSentBackChangedPassedAndPublished() {
        Http.Answer back =
                act(
                        PENALTY,
                        "draft/review",
                        ben(),
                        penaltyTag,
                        Map.of("passed", false, "reason", "责任事项不全"));
        assertThat(back.json().path("editorialState").asString()).isEqualTo("REJECTED");
        Http.Answer stubborn = act(PENALTY, "versions", anna(), CountyDesk.tag(back), Map.of());
        assertThat(stubborn.status()).isEqualTo(422);
        Http.Answer changed =
                http.put(
                        PATH + "/" + PENALTY + "/draft",
                        anna(),
                        PowerBodies.penalty(NAME),
                        "If-Match",
                        CountyDesk.tag(back));
        assertThat(changed.json().path("editorialState").asString()).isEqualTo("TO_SUBMIT");
        Http.Answer passed =
                act(
                        PENALTY,
                        "draft/review",
                        ben(),
                        CountyDesk.tag(changed),
                        Map.of("passed", true));
        assertThat(passed.json().path("editorialState").asString())
                .as(passed.text())
                .isEqualTo("CHECKED");
        Http.Answer published =
                act(
                        PENALTY,
                        "versions",
                        anna(),
                        CountyDesk.tag(passed),
                        Map.of("effectiveFrom", "2026-11-17"));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(published.json().path("governing").isNull()).isTrue();
        assertThat(published.json().path("draft").isNull()).isTrue();
        penaltyTag = CountyDesk.tag(published);
        Http.Answer begun = begin(INSPECTION, PowerBodies.inspection("公共场所卫生监督检查"));
        assertThat(act(INSPECTION, "versions", anna(), CountyDesk.tag(begun), Map.of()).status())
                .isEqualTo(201);
    }

    @Test
    @Order(3)
    void eachListOfTheBureauSaysWhatStandsInItOnADay() {
        assertThat(list("POWERS", "2026-11-16"))
                .containsExactly(
                        LICENCE + " ITEM 01 v1 IN_FORCE",
                        INSPECTION + " POWER 06 v1 IN_FORCE",
                        FILING + " ITEM 10 v1 IN_FORCE");
        assertThat(list("POWERS", "2026-11-17"))
                .containsExactly(
                        LICENCE + " ITEM 01 v1 IN_FORCE",
                        PENALTY + " POWER 02 v1 IN_FORCE",
                        INSPECTION + " POWER 06 v1 IN_FORCE",
                        FILING + " ITEM 10 v1 IN_FORCE");
        assertThat(list("POWERS", "2026-11-15")).isEmpty();
        assertThat(list("PUBLIC_SERVICES", "2026-11-17"))
                .containsExactly(SERVICE + " ITEM 20 v1 IN_FORCE");
        assertThat(list("GOVERNMENT_SERVICES", "2026-11-17"))
                .containsExactly(
                        LICENCE + " ITEM 01 v1 IN_FORCE",
                        FILING + " ITEM 10 v1 IN_FORCE",
                        SERVICE + " ITEM 20 v1 IN_FORCE");
        assertThat(list("FILINGS", "2026-11-17")).containsExactly(FILING + " ITEM 10 v1 IN_FORCE");
        JsonNode all = get("POWERS?department=" + HEALTH + "&on=2026-11-17");
        assertThat(all.path("byType").valueStream().map(JsonNode::toString))
                .containsExactly(
                        "{\"itemType\":\"01\",\"entries\":1}",
                        "{\"itemType\":\"02\",\"entries\":1}",
                        "{\"itemType\":\"06\",\"entries\":1}",
                        "{\"itemType\":\"10\",\"entries\":1}");
        assertThat(all.path("ground").asString()).contains("权力清单");
        JsonNode penalties = get("POWERS?department=" + HEALTH + "&on=2026-11-17&type=02");
        assertThat(penalties.path("items").size()).isEqualTo(1);
        assertThat(penalties.path("byType").size()).isEqualTo(4);
        String hash = penalties.at("/items/0/contentHash").asString();
        JsonNode whole = http.get(PATH + "/" + PENALTY + "/versions/1", county().citizen()).json();
        assertThat(whole.at("/version/contentHash").asString()).isEqualTo(hash);
        assertThat(whole.at("/content/duties").size()).isEqualTo(7);
        assertThat(whole.at("/content/bases/0/rank").asString()).isEqualTo("DEPARTMENT_RULE");
    }

    @Test
    @Order(4)
    void aRegionsListComesInPagesAndLeavesNothingOut() {
        JsonNode first = get("POWERS?region=" + COUNTY + "&on=2026-11-17&limit=3");
        assertThat(first.path("items").size()).isEqualTo(3);
        JsonNode second =
                get(
                        "POWERS?region="
                                + COUNTY
                                + "&on=2026-11-17&limit=3&cursor="
                                + first.path("next").asString());
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(get("POWERS?region=431224100000&on=2026-11-17").path("items").size()).isZero();
        for (String none :
                List.of(
                        "POWERS?department=431224-NO",
                        "POWERS?region=999999999999",
                        "POWERS?region=431102000000&department=" + HEALTH)) {
            assertThat(asked(none).status()).as(none).isEqualTo(404);
        }
        for (String wrong :
                List.of("NONE", "POWERS?on=2026-13-01", "POWERS?limit=0", "POWERS?cursor=x")) {
            assertThat(asked(wrong).status()).as(wrong).isEqualTo(400);
        }
        assertThat(http.get("/api/v1/standing-lists/POWERS", null).status()).isEqualTo(401);
    }

    @Test
    @Order(5)
    void aNewVersionAndASuspensionAreSeenFromTheirDayOn() {
        day("2026-11-18");
        Map<String, Object> content = PowerBodies.penalty(NAME);
        content.put("office", "公共卫生科");
        Http.Answer draft =
                http.put(PATH + "/" + PENALTY + "/draft", anna(), content, "If-Match", penaltyTag);
        assertThat(http.get(PATH + "/" + PENALTY + "/draft/difference", anna()).text())
                .contains("/office");
        Http.Answer second =
                act(
                        PENALTY,
                        "versions",
                        anna(),
                        CountyDesk.tag(draft),
                        Map.of("effectiveFrom", "2026-11-19"));
        assertThat(second.status()).as(second.text()).isEqualTo(201);
        assertThat(http.get(PATH + "/" + PENALTY + "/versions/1/difference?to=2", anna()).text())
                .contains("/office")
                .contains("公共卫生科");
        day("2026-11-20");
        Http.Answer suspended =
                act(
                        PENALTY,
                        "suspension",
                        anna(),
                        CountyDesk.tag(second),
                        Map.of("reason", "条例修订"));
        assertThat(suspended.json().path("status").asString()).isEqualTo("SUSPENDED");
        day("2026-11-23");
        assertThat(penalties("2026-11-18")).containsExactly(PENALTY + " POWER 02 v1 IN_FORCE");
        assertThat(penalties("2026-11-19")).containsExactly(PENALTY + " POWER 02 v2 IN_FORCE");
        assertThat(penalties("2026-11-20")).containsExactly(PENALTY + " POWER 02 v2 SUSPENDED");
        Http.Answer resumed =
                http.delete(
                        PATH + "/" + PENALTY + "/suspension",
                        anna(),
                        "If-Match",
                        CountyDesk.tag(suspended));
        assertThat(resumed.status()).as(resumed.text()).isEqualTo(200);
        assertThat(penalties("2026-11-22")).containsExactly(PENALTY + " POWER 02 v2 SUSPENDED");
        assertThat(penalties("2026-11-23")).containsExactly(PENALTY + " POWER 02 v2 IN_FORCE");
        Http.Answer ended =
                act(
                        PENALTY,
                        "cancellation",
                        anna(),
                        CountyDesk.tag(resumed),
                        Map.of("reason", "设定依据废止", "from", "2026-11-30"));
        assertThat(ended.json().path("status").asString()).isEqualTo("IN_FORCE");
        assertThat(penalties("2026-11-29")).hasSize(1);
        assertThat(penalties("2026-11-30")).isEmpty();
        assertThat(penalties("2026-11-18")).containsExactly(PENALTY + " POWER 02 v1 IN_FORCE");
    }

    @Test
    @Order(6)
    void whoDidWhatIsInTheHistoryAndNoVersionCanBeChanged() {
        String auditor = tokens.of(Role.AUDITOR).region(COUNTY).mint();
        JsonNode history =
                http.get(PATH + "/" + PENALTY + "/history", auditor).json().path("items");
        assertThat(
                        history.valueStream()
                                .map(
                                        h ->
                                                h.path("what").asString()
                                                        + " "
                                                        + h.path("action").asString("")
                                                        + " "
                                                        + h.at("/actor/id").asString()))
                .containsExactly(
                        "power-cancelled  anna",
                        "power-published  anna",
                        "power-suspended  anna",
                        "power-published  anna",
                        "power-edited DRAFTED anna",
                        "power-published  anna",
                        "power-edited CHECKED ben",
                        "power-edited CHANGED anna",
                        "power-edited REJECTED ben",
                        "power-edited DRAFTED anna");
        Contracts contracts = Contracts.of("catalog-service");
        facts().forEach(
                        (type, data) ->
                                contracts.assertValid(type.substring(type.indexOf('.') + 1), data));
        assertThat(http.get(PATH + "/" + PENALTY + "/history", county().citizen()).status())
                .isEqualTo(403);
        assertThatThrownBy(
                        () ->
                                sql.sql("UPDATE power_versions SET hash = 'x' WHERE code = :code")
                                        .param("code", PENALTY)
                                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("cannot be changed");
    }

    private Map<String, JsonNode> facts() {
        Map<String, JsonNode> facts = new LinkedHashMap<>();
        sql.sql("SELECT type, data FROM history WHERE aggregate_id = :id ORDER BY sequence")
                .param("id", "power/" + PENALTY)
                .query(
                        row -> {
                            facts.put(
                                    row.getString("type"),
                                    EventJson.reader().readTree(row.getString("data")));
                        });
        return facts;
    }

    @Test
    @Order(7)
    void nothingThatOneAppliesForIsEnteredTwice() {
        Http.Answer licence = begin(USCC + "4000100002000", PowerBodies.penalty("饮用水卫生许可"));
        assertThat(licence.status()).isEqualTo(422);
        assertThat(licence.objections()).containsExactly("power-type-unfit");
        assertThat(begin(PENALTY, PowerBodies.penalty(NAME)).objections())
                .containsExactly("item-code-taken");
        assertThat(begin("x", PowerBodies.penalty(NAME)).objections())
                .containsExactly("implementation-code-invalid");
        Map<String, Object> advice = PowerBodies.penalty("咨询");
        advice.put("itemType", "20");
        Http.Answer service = begin(USCC + "4430299102000", advice);
        assertThat(
                        act(
                                        USCC + "4430299102000",
                                        "versions",
                                        anna(),
                                        CountyDesk.tag(service),
                                        Map.of())
                                .objections())
                .contains("power-type-unfit", "item-type-not-of-code", "basic-code-unknown");
    }

    @Test
    @Order(8)
    void nobodyAppliesForAPower() {
        day("2026-11-23");
        String citizen = county().citizen();
        for (String path :
                List.of(
                        "/api/v1/items/" + INSPECTION,
                        "/api/v1/items/" + INSPECTION + "/guide",
                        "/api/v1/items/" + INSPECTION + "/versions/1",
                        "/api/v1/items/" + INSPECTION + "/handler?place=" + COUNTY)) {
            assertThat(http.get(path, citizen).status()).as(path).isEqualTo(404);
        }
        assertThat(
                        http.post(
                                        "/api/v1/items/" + INSPECTION + "/guide/checklist",
                                        citizen,
                                        Map.of())
                                .status())
                .isEqualTo(404);
        assertThat(http.get("/api/v1/items?q=监督检查&region=" + COUNTY, citizen).text())
                .doesNotContain(INSPECTION);
        assertThat(http.get("/api/v1/search?q=公共场所卫生监督检查&region=" + COUNTY, citizen).text())
                .doesNotContain(INSPECTION);
        // What is not waiting to be sent any more has been sent, or there never was any.
        assertThat(
                        sql.sql("SELECT key FROM outbox WHERE topic = :topic")
                                .param("topic", ITEMS)
                                .query(String.class)
                                .list())
                .noneMatch(PowerListStory::ofAPower);
        assertThat(topics.all(ITEMS).stream().map(m -> String.valueOf(m.key())))
                .noneMatch(PowerListStory::ofAPower);
        Http.Answer pack =
                http.post(
                        "/api/v1/packages",
                        anna(),
                        Map.of(
                                "code",
                                "431224-inspected",
                                "department",
                                HEALTH,
                                "content",
                                Map.of(
                                        "name",
                                        Map.of("zh", "开店", "en", "Opening"),
                                        "members",
                                        List.of(
                                                Map.of("item", LICENCE),
                                                Map.of("item", INSPECTION)))));
        assertThat(
                        http.post(
                                        "/api/v1/packages/431224-inspected/versions",
                                        anna(),
                                        Map.of(),
                                        "If-Match",
                                        CountyDesk.tag(pack))
                                .objections())
                .containsExactly("member-not-on-application");
    }

    @Test
    @Order(9)
    void onlyTheEditorsOfTheCountyWrite() {
        String elsewhere = tokens.of(Role.CATALOG_EDITOR).region("431102000000").mint();
        Map<String, Object> body =
                Map.of(
                        "code",
                        USCC + "4430299103000",
                        "department",
                        HEALTH,
                        "content",
                        PowerBodies.penalty("x"));
        for (String token : List.of(elsewhere, county().citizen())) {
            assertThat(http.post(PATH, token, body).status()).isEqualTo(403);
            assertThat(
                            http.put(
                                            PATH + "/" + INSPECTION + "/draft",
                                            token,
                                            PowerBodies.inspection("x"),
                                            "If-Match",
                                            "\"2\"")
                                    .status())
                    .isEqualTo(403);
        }
        String draft = USCC + "4430299104000";
        String tag = CountyDesk.tag(begin(draft, PowerBodies.penalty("x")));
        assertThat(http.get(PATH + "/" + draft, elsewhere).status()).isEqualTo(404);
        assertThat(http.get(PATH + "/" + draft, anna()).status()).isEqualTo(200);
        assertThat(listed(anna())).contains(draft);
        assertThat(listed(elsewhere)).doesNotContain(draft).contains(INSPECTION);
        assertThat(act(draft, "suspension", anna(), tag, Map.of("reason", "x")).objections())
                .containsExactly("item-not-in-force");
        assertThat(act(draft, "suspension", anna(), "\"9\"", Map.of("reason", "x")).status())
                .isEqualTo(409);
        assertThat(
                        http.send(
                                        "DELETE",
                                        PATH + "/" + draft + "/draft",
                                        anna(),
                                        null,
                                        "If-Match",
                                        tag,
                                        "Idempotency-Key",
                                        UUID.randomUUID().toString())
                                .objections())
                .containsExactly("item-never-published");
    }

    private String listed(String token) {
        return http.get(PATH + "?region=" + COUNTY + "&department=" + HEALTH, token).text();
    }

    private static boolean ofAPower(String key) {
        return key.startsWith(PENALTY) || key.startsWith(INSPECTION);
    }

    private List<String> penalties(String day) {
        return lines(get("POWERS?department=" + HEALTH + "&type=02&on=" + day));
    }

    private List<String> list(String list, String day) {
        return lines(get(list + "?department=" + HEALTH + "&on=" + day));
    }

    private static List<String> lines(JsonNode list) {
        return list.path("items")
                .valueStream()
                .map(
                        e ->
                                "%s %s %s v%s %s"
                                        .formatted(
                                                e.path("code").asString(),
                                                e.path("kind").asString(),
                                                e.path("itemType").asString(),
                                                e.path("version").asInt(),
                                                e.path("status").asString()))
                .toList();
    }

    private JsonNode get(String query) {
        Http.Answer answer = asked(query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private Http.Answer asked(String query) {
        return http.get("/api/v1/standing-lists/" + query, county().citizen());
    }
}
