package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.oneseal.catalog.DataResourceBodies.conditional;
import static org.oneseal.catalog.DataResourceBodies.element;
import static org.oneseal.catalog.DataResourceBodies.entry;
import static org.oneseal.catalog.DataResourceBodies.notShared;
import static org.oneseal.catalog.DataResourceBodies.shared;

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
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Units fill in what data they hold, and an item names what supplies a material of it. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DataResourceStory {

    /** 鹤城区. */
    private static final String COUNTY = "431202000000";

    private static final String POLICE = DataDirectory.police(COUNTY);
    private static final String HEALTH = DataDirectory.health(COUNTY);
    private static final String USCC = DataDirectory.uscc(COUNTY);
    private static final String ITEM = DataDirectory.item(COUNTY);
    private static final String HOUSEHOLD = "431202-household";
    private static final String SECRET = "431202-secret";
    private static final String PATH = DataDirectory.PATH;
    private static final String AT = PATH + "/" + HOUSEHOLD;

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;

    private DataDirectory directory() {
        return new DataDirectory(http, tokens, COUNTY);
    }

    @BeforeAll
    void twoUnitsAndAnItem() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        directory().set("2026-11-23");
    }

    @Test
    @Order(1)
    void unitsAreToldWhatToFillInAllOfItOrNone() {
        Http.Answer wrong =
                directory()
                        .due(
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
                directory()
                        .due(
                                List.of(
                                        entry(HOUSEHOLD, POLICE, "户籍"),
                                        entry(SECRET, POLICE, "涉密人员"),
                                        entry("431202-births", HEALTH, "出生证明")));
        assertThat(listed.status()).as(listed.text()).isEqualTo(201);
        assertThat(listed.json().at("/0/status").asString()).isEqualTo("DUE");
        assertThat(directory().due(List.of(entry(HOUSEHOLD, POLICE, "户籍"))).objections())
                .containsExactly("resource-code-taken");
        String elsewhere = tokens.of(Role.CATALOG_EDITOR).region("431102000000").mint();
        Map<String, Object> mine = Map.of("entries", List.of(entry("431202-x", POLICE, "x")));
        assertThat(http.post(PATH, elsewhere, mine).status()).isEqualTo(403);
        for (String path : List.of(PATH, AT, PATH + "/fill-rate?region=" + COUNTY)) {
            assertThat(http.get(path, directory().desk().citizen()).status())
                    .as(path)
                    .isEqualTo(403);
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
        String before = DataDirectory.rows(sql);
        Http.Answer told = directory().say(HOUSEHOLD, wrong, "2026-11-22");
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
        assertThat(directory().say(HOUSEHOLD, free, null).objections())
                .containsExactly("elements-missing", "share-condition-unwanted", "item-unknown");
        assertThat(DataDirectory.rows(sql)).isEqualTo(before);
    }

    @Test
    @Order(3)
    void whatCountsOnADayIsWhatWasSaidForItAndWhoSaidItIsKept() {
        assertThat(directory().say(HOUSEHOLD, shared("户籍信息"), null).status()).isEqualTo(201);
        assertThat(directory().say(HOUSEHOLD, shared("户籍信息"), null).objections())
                .containsExactly("resource-unchanged");
        Http.Answer planned = directory().say(HOUSEHOLD, conditional("户籍信息"), "2026-12-01");
        assertThat(planned.status()).as(planned.text()).isEqualTo(201);
        assertThat(directory().say(HOUSEHOLD, shared("户籍基本信息"), "2026-11-30").objections())
                .containsExactly("effective-before-last-version");
        assertThat(share("")).isEqualTo("UNCONDITIONAL");
        assertThat(share("?on=2026-11-30")).isEqualTo("UNCONDITIONAL");
        assertThat(share("?on=2026-12-01")).isEqualTo("CONDITIONAL");
        assertThat(
                        http.get(AT + "?on=2026-11-22", directory().officer(HEALTH))
                                .json()
                                .path("said")
                                .isNull())
                .isTrue();
        JsonNode history =
                http.get(AT + "/history", directory().desk().editor()).json().path("items");
        assertThat(history.valueStream().map(e -> e.path("action").asString()))
                .containsExactly("PUBLISHED", "PUBLISHED", "LISTED");
        assertThat(history.at("/0/changed").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("/condition", "/ground", "/share");
        assertThat(history.at("/0/effectiveFrom").asString()).isEqualTo("2026-12-01");
        assertThat(http.get(AT + "/history", directory().officer(HEALTH)).status()).isEqualTo(403);
        assertThat(
                        catchThrowable(
                                () ->
                                        sql.sql("UPDATE data_resource_versions SET hash = 'x'")
                                                .update()))
                .hasMessageContaining("cannot be changed");
    }

    @Test
    @Order(4)
    void theListsAreWhatIsSharedAndWhatIsNotByAnAct() {
        assertThat(directory().say(SECRET, notShared("涉密人员信息"), null).status()).isEqualTo(201);
        assertThat(list("&list=NEGATIVE")).containsExactly(SECRET);
        assertThat(list("&list=SUPPLY")).containsExactly(HOUSEHOLD);
        assertThat(list("&filled=false")).containsExactly("431202-births");
        assertThat(list("&filled=true")).containsExactly(HOUSEHOLD, SECRET);
        assertThat(list("&q=户籍")).containsExactly(HOUSEHOLD);
        assertThat(list("&department=" + HEALTH)).containsExactly("431202-births");
    }

    @Test
    @Order(5)
    void anItemMayNameWhatSuppliesAMaterialIfItIsThereAndToBeHad() {
        Map<String, Object> content = CountyDesk.licence(USCC, "公共场所卫生许可", 4);
        content.put(
                "materials",
                List.of(
                        material("m1", "APPLICANT", HOUSEHOLD),
                        material("m2", "GOVERNMENT", SECRET),
                        material("m3", "GOVERNMENT", "431202-none"),
                        material("m4", "GOVERNMENT", "431202-births")));
        String tag = CountyDesk.tag(http.get("/api/v1/items/" + ITEM, directory().desk().editor()));
        tag = directory().desk().redraft(ITEM, tag, content);
        Http.Answer check =
                http.get("/api/v1/items/" + ITEM + "/draft/check", directory().desk().editor());
        assertThat(check.placedObjections())
                .containsExactly(
                        "resource-for-other-source /materials/0",
                        "resource-not-shared /materials/1",
                        "resource-unknown /materials/2",
                        "resource-unknown /materials/3");
        assertThat(check.json().at("/objections/1/ground").asString()).isEqualTo("保守国家秘密法");
        content.put("materials", List.of(material("m1", "GOVERNMENT", HOUSEHOLD)));
        directory()
                .desk()
                .publish(ITEM, directory().desk().redraft(ITEM, tag, content), "2026-11-23");
        assertThat(
                        http.get(
                                        "/api/v1/items/" + ITEM + "/versions/2",
                                        directory().desk().citizen())
                                .json()
                                .at("/materials/0/resource")
                                .asString())
                .isEqualTo(HOUSEHOLD);
    }

    private static Map<String, Object> material(String code, String source, String resource) {
        Map<String, Object> material = new LinkedHashMap<>(CountyDesk.material(code, "户口簿" + code));
        material.put("source", source);
        material.put("resource", resource);
        return material;
    }

    private String share(String on) {
        return http.get(AT + on, directory().officer(HEALTH))
                .json()
                .at("/said/content/share")
                .asString();
    }

    private List<String> list(String filter) {
        return http.get(PATH + "?region=" + COUNTY + filter, directory().officer(HEALTH))
                .json()
                .path("items")
                .valueStream()
                .map(line -> line.path("code").asString())
                .toList();
    }
}
