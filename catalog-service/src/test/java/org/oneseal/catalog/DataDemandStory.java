package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.DataResourceBodies.conditional;
import static org.oneseal.catalog.DataResourceBodies.entry;
import static org.oneseal.catalog.DataResourceBodies.notShared;
import static org.oneseal.catalog.DataResourceBodies.shared;

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

/**
 * A department asks another for data of its directory, for an item: what for, which elements and by
 * whose consent; the other answers in time.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DataDemandStory {

    /** 新晃侗族自治县. */
    private static final String COUNTY = "431227000000";

    private static final String POLICE = DataDirectory.police(COUNTY);
    private static final String HEALTH = DataDirectory.health(COUNTY);
    private static final String ITEM = DataDirectory.item(COUNTY);
    private static final String HOUSEHOLD = "431227-household";
    private static final String SECRET = "431227-secret";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;

    private String demand = "";

    private DataDirectory directory() {
        return new DataDirectory(http, tokens, COUNTY);
    }

    private String health() {
        return directory().officer(HEALTH);
    }

    private String police() {
        return directory().officer(POLICE);
    }

    @BeforeAll
    void twoUnitsAnItemAndWhatThePoliceAreToFillIn() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        directory().set("2026-11-23");
        Http.Answer listed =
                directory()
                        .due(
                                List.of(
                                        entry(HOUSEHOLD, POLICE, "户籍"),
                                        entry(SECRET, POLICE, "涉密人员")));
        assertThat(listed.status()).as(listed.text()).isEqualTo(201);
    }

    @Test
    @Order(1)
    void whatIsNotPublishedOrNotSharedIsNotToBeHad() {
        assertThat(ask(HOUSEHOLD, demand("核验"), health()).objections())
                .containsExactly("resource-not-published");
        directory().said(HOUSEHOLD, shared("户籍信息"), null);
        directory().said(HOUSEHOLD, conditional("户籍信息"), "2026-12-01");
        directory().said(SECRET, notShared("涉密人员信息"), null);
        Http.Answer refused = ask(SECRET, demand("核验"), health());
        assertThat(refused.objections()).containsExactly("resource-not-shared");
        assertThat(refused.json().at("/objections/0/ground").asString()).isEqualTo("保守国家秘密法");
    }

    @Test
    @Order(2)
    void aDemandNamesPurposeItemElementsAndConsent() {
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("department", POLICE);
        wrong.put("item", ITEM);
        wrong.put("purpose", " ");
        wrong.put("elements", List.of("applicant.name", "applicant.name", "none"));
        wrong.put("consent", "NOT_NEEDED");
        String before = DataDirectory.rows(sql);
        assertThat(ask(HOUSEHOLD, wrong, police()).objections())
                .containsExactly(
                        "demand-of-own-resource",
                        "demand-for-another-item",
                        "purpose-missing",
                        "code-repeated",
                        "element-unknown",
                        "consent-missing");
        wrong.put("department", "431227-NO");
        wrong.put("item", "none");
        wrong.put("elements", List.of());
        wrong.put("consent", "LAW");
        assertThat(ask(HOUSEHOLD, wrong, health()).objections())
                .containsExactly(
                        "department-unknown",
                        "item-unknown",
                        "purpose-missing",
                        "elements-missing",
                        "consent-without-ground");
        assertThat(ask(HOUSEHOLD, demand("核验"), police()).status()).isEqualTo(403);
        assertThat(ask(HOUSEHOLD, demand("核验"), directory().desk().citizen()).status())
                .isEqualTo(403);
        assertThat(ask("431227-none", demand("核验"), health()).status()).isEqualTo(404);
        assertThat(DataDirectory.rows(sql)).isEqualTo(before);
        Http.Answer filed = ask(HOUSEHOLD, demand("核验申请人户籍"), health());
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        JsonNode told = filed.json();
        assertThat(told.path("state").asString()).isEqualTo("OPEN");
        assertThat(told.path("provider").asString()).isEqualTo(POLICE);
        assertThat(told.path("due").asString()).isEqualTo("2026-11-24");
        demand = told.path("id").asString();
    }

    @Test
    @Order(3)
    void theProvidersPersonAnswersAndWhatIsSharedFreelyIsNotRefused() {
        assertThat(answer(false, "不便提供", health()).status()).isEqualTo(403);
        assertThat(answer(true, null, directory().desk().editor()).status()).isEqualTo(403);
        String stranger = tokens.of(Role.CASE_OFFICER).region(COUNTY).department("431227-X").mint();
        assertThat(answer(true, null, stranger).status()).isEqualTo(404);
        assertThat(answer(false, " ", police()).objections())
                .containsExactly("refusal-of-unconditional", "demand-refused-without-ground");
        Http.Answer agreed = answer(true, null, police());
        assertThat(agreed.status()).as(agreed.text()).isEqualTo(200);
        assertThat(agreed.json().path("state").asString()).isEqualTo("AGREED");
        assertThat(agreed.json().path("overdue").asBoolean()).isFalse();
        assertThat(answer(true, null, police()).objections()).containsExactly("demand-answered");
        assertThat(demands("?state=AGREED", health())).containsExactly(demand);
        assertThat(demands("?provider=" + POLICE, directory().desk().editor()))
                .containsExactly(demand);
        assertThat(demands("?item=" + ITEM, police())).containsExactly(demand);
        assertThat(demands("", stranger)).isEmpty();
        assertThat(demands("?state=OPEN", health())).isEmpty();
        JsonNode history =
                http.get("/api/v1/data-demands/" + demand + "/history", health())
                        .json()
                        .path("items");
        assertThat(history.valueStream().map(e -> e.path("action").asString()))
                .containsExactly("AGREED", "FILED");
    }

    @Test
    @Order(4)
    void onAConditionAnAnswerHasTenWorkingDaysAndARefusalItsGround() {
        clock.setTo(Instant.parse("2026-12-01T02:00:00Z"));
        Http.Answer filed = ask(HOUSEHOLD, demand("核验"), health());
        assertThat(filed.json().path("due").asString()).isEqualTo("2026-12-15");
        assertThat(filed.json().path("resourceVersion").asInt()).isEqualTo(2);
        demand = filed.json().path("id").asString();
        clock.setTo(Instant.parse("2026-12-16T02:00:00Z"));
        JsonNode late = http.get("/api/v1/data-demands/" + demand, health()).json();
        assertThat(late.path("overdue").asBoolean()).isTrue();
        assertThat(answer(false, null, police()).objections())
                .containsExactly("demand-refused-without-ground");
        Http.Answer refused = answer(false, "不属于核验所需(户口登记条例)", police());
        assertThat(refused.json().path("state").asString()).isEqualTo("REFUSED");
        assertThat(refused.json().path("ground").asString()).contains("户口登记条例");
        Contracts contracts = Contracts.of("catalog-service");
        for (String type : List.of("data-resource-edited", "data-demand-edited")) {
            List<JsonNode> facts = facts(type);
            assertThat(facts).as(type).isNotEmpty();
            facts.forEach(fact -> contracts.assertValid(type, fact));
        }
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
        return http.post(DataDirectory.PATH + "/" + code + "/demands", token, body);
    }

    private Http.Answer answer(boolean agreed, @Nullable String ground, String token) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("agreed", agreed);
        body.put("ground", ground);
        String path = "/api/v1/data-demands/" + demand;
        String tag = CountyDesk.tag(http.get(path, police()));
        return http.post(path + "/answer", token, body, "If-Match", tag);
    }

    private List<String> demands(String filter, String token) {
        return http.get("/api/v1/data-demands" + filter, token)
                .json()
                .path("items")
                .valueStream()
                .map(line -> line.path("id").asString())
                .toList();
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
}
