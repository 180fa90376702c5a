package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final String HEALTH = HealthBureau.code(COUNTY);
    private static final String USCC = HealthBureau.uscc(COUNTY);
    private static final String PENALTY = USCC + "4430299101000";
    private static final String INSPECTION = USCC + "4430699101000";
    private static final String LICENCE = USCC + "4000100001000";
    private static final String SERVICE = USCC + "4432099101000";
    private static final String FILING = USCC + "4431099101000";
    private static final String NAME = "对未取得公共场所卫生许可证擅自营业的处罚";
    private static final String PATH = HealthBureau.POWERS;

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;

    private String penaltyTag = "";

    private HealthBureau bureau() {
        return new HealthBureau(http, tokens, COUNTY);
    }

    @BeforeAll
    void aBureauWhatPeopleApplyForAndWhatItMayDo() {
        day("2026-11-16");
        bureau().set();
        bureau().matter("430299101000", NAME, "02");
        bureau().matter("430699101000", "公共场所卫生监督检查", "06");
        bureau().matter("432099101000", "健康知识咨询", "20");
        bureau().matter("431099101000", "诊所备案", "10");
        bureau().appliedFor(LICENCE, CountyDesk.licence(USCC, "公共场所卫生许可", 5), "2026-11-16");
        Map<String, Object> service = CountyDesk.licence(USCC, "健康知识咨询", 5);
        service.put("itemType", "20");
        bureau().appliedFor(SERVICE, service, "2026-11-16");
        Map<String, Object> filing = CountyDesk.licence(USCC, "诊所备案", 5);
        filing.put("itemType", "10");
        filing.put("filing", true);
        bureau().appliedFor(FILING, filing, "2026-11-16");
        penaltyTag =
                CountyDesk.tag(bureau().power(PENALTY, PowerBodies.penalty(NAME), "2026-11-17"));
        Http.Answer begun = bureau().begin(INSPECTION, PowerBodies.inspection("公共场所卫生监督检查"));
        assertThat(bureau().publish(INSPECTION, begun).status()).isEqualTo(201);
    }

    /**
     * No day behind the one on which the other stories begin: what they have planned waits for it.
     */
    private void day(String day) {
        clock.setTo(Instant.parse(day + "T02:00:00Z"));
    }

    @Test
    @Order(1)
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
        JsonNode whole =
                http.get(PATH + "/" + PENALTY + "/versions/1", bureau().county().citizen()).json();
        assertThat(whole.at("/version/contentHash").asString()).isEqualTo(hash);
        assertThat(whole.at("/content/duties").size()).isEqualTo(7);
        assertThat(whole.at("/content/bases/0/rank").asString()).isEqualTo("DEPARTMENT_RULE");
    }

    @Test
    @Order(2)
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
    @Order(3)
    void aNewVersionAndASuspensionAreSeenFromTheirDayOn() {
        day("2026-11-18");
        Map<String, Object> content = PowerBodies.penalty(NAME);
        content.put("office", "公共卫生科");
        Http.Answer draft = bureau().redraft(PENALTY, penaltyTag, content);
        assertThat(http.get(PATH + "/" + PENALTY + "/draft/difference", bureau().anna()).text())
                .contains("/office");
        Http.Answer second =
                bureau().act(
                                PENALTY,
                                "versions",
                                CountyDesk.tag(draft),
                                Map.of("effectiveFrom", "2026-11-19"));
        assertThat(second.status()).as(second.text()).isEqualTo(201);
        assertThat(
                        http.get(
                                        PATH + "/" + PENALTY + "/versions/1/difference?to=2",
                                        bureau().anna())
                                .text())
                .contains("/office")
                .contains("公共卫生科");
        day("2026-11-20");
        Http.Answer suspended =
                bureau().act(
                                PENALTY,
                                "suspension",
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
                        bureau().anna(),
                        "If-Match",
                        CountyDesk.tag(suspended));
        assertThat(resumed.status()).as(resumed.text()).isEqualTo(200);
        assertThat(penalties("2026-11-22")).containsExactly(PENALTY + " POWER 02 v2 SUSPENDED");
        assertThat(penalties("2026-11-23")).containsExactly(PENALTY + " POWER 02 v2 IN_FORCE");
        Http.Answer ended =
                bureau().act(
                                PENALTY,
                                "cancellation",
                                CountyDesk.tag(resumed),
                                Map.of("reason", "设定依据废止", "from", "2026-11-30"));
        assertThat(ended.json().path("status").asString()).isEqualTo("IN_FORCE");
        assertThat(penalties("2026-11-29")).hasSize(1);
        assertThat(penalties("2026-11-30")).isEmpty();
        assertThat(penalties("2026-11-18")).containsExactly(PENALTY + " POWER 02 v1 IN_FORCE");
    }

    @Test
    @Order(4)
    void whoDidWhatIsInTheHistoryAndNoVersionCanBeChanged() {
        String auditor = tokens.of(Role.AUDITOR).region(COUNTY).mint();
        assertThat(bureau().editors().history(PATH + "/" + PENALTY, auditor))
                .containsExactly(
                        "power-cancelled anna",
                        "power-published anna",
                        "power-suspended anna",
                        "power-published anna",
                        "power-edited DRAFTED anna",
                        "power-published anna",
                        "power-edited DRAFTED anna");
        Contracts contracts = Contracts.of("catalog-service");
        facts().forEach(
                        (type, data) ->
                                contracts.assertValid(type.substring(type.indexOf('.') + 1), data));
        assertThat(
                        http.get(PATH + "/" + PENALTY + "/history", bureau().county().citizen())
                                .status())
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
        return http.get("/api/v1/standing-lists/" + query, bureau().county().citizen());
    }
}
