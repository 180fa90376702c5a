package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A province lists a matter, a county publishes an item of it, the province cancels the matter. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BasicDirectoryStory {

    private static final String PATH = "/api/v1/basic-directory";
    private static final String COUNTY = "431022000000";
    private static final String DEPARTMENT = "431022-BAS";
    private static final String USCC = CountyDesk.uscc(COUNTY, 7301);
    private static final String MATTER = "430177301000";
    private static final String ITEM = USCC + "4" + MATTER;
    private static final String NAME = "民宿经营许可（试验）";

    @Autowired Http http;
    @Autowired Tokens tokens;

    private String province() {
        return tokens.of(Role.CATALOG_EDITOR).region("430000000000").mint();
    }

    private CountyDesk county() {
        return new CountyDesk(http, tokens, COUNTY);
    }

    @BeforeAll
    void aDepartmentOfTheCounty() {
        county().department(DEPARTMENT, "文化旅游局", USCC);
    }

    private static Map<String, Object> body(String code, String name, String type) {
        return Map.of("code", code, "matter", Map.of("name", name, "itemType", type));
    }

    private Http.Answer draft(String name) {
        return http.post(
                "/api/v1/items",
                county().editor(),
                Map.of(
                        "code",
                        ITEM,
                        "department",
                        DEPARTMENT,
                        "content",
                        CountyDesk.licence(USCC, name, 5)));
    }

    private List<String> inTheWay() {
        return http.get("/api/v1/items/" + ITEM + "/draft/check", county().editor())
                .json()
                .path("objections")
                .valueStream()
                .map(o -> o.path("code").asString())
                .toList();
    }

    @Test
    @Order(1)
    void whatIsShippedIsListedForEveryCounty() {
        Http.Answer shipped = http.get(PATH + "/000100007000", county().citizen());
        assertThat(shipped.status()).as(shipped.text()).isEqualTo(200);
        assertThat(shipped.json().path("name").asString()).isEqualTo("食品经营许可");
        assertThat(shipped.json().path("region").asString()).isEqualTo("100000000000");
        JsonNode listed =
                http.get(PATH + "?q=食品经营&region=" + COUNTY, county().citizen())
                        .json()
                        .path("items");
        assertThat(listed.size()).isEqualTo(1);
        assertThat(http.get(PATH + "/000199999000", county().citizen()).status()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void anItemOfAMatterThatIsNotListedIsNotPublished() {
        assertThat(draft(NAME).status()).isEqualTo(201);
        assertThat(inTheWay()).containsExactly("basic-code-unknown");
    }

    @Test
    @Order(3)
    void onlyWhoeverKeepsTheCodeListsIt() {
        for (String token : List.of(county().editor(), county().citizen())) {
            assertThat(http.post(PATH, token, body(MATTER, NAME, "01")).status()).isEqualTo(403);
        }
        assertThat(http.post(PATH, province(), body("000177301000", NAME, "01")).status())
                .isEqualTo(403);
        assertThat(http.post(PATH, null, body(MATTER, NAME, "01")).status()).isEqualTo(401);
        assertThat(inTheWay()).containsExactly("basic-code-unknown");
    }

    @Test
    @Order(4)
    void whatIsWrongIsToldAllAtOnceAndNothingIsListed() {
        assertThat(refused(body(MATTER, " ", "77")))
                .containsExactly(
                        "matter-name-missing", "item-type-unknown", "item-type-not-of-code");
        for (String code : List.of("43", "99017730100", "990177301000", "4301 7301000", "名")) {
            assertThat(refused(body(code, NAME, "01"))).containsExactly("basic-code-invalid");
        }
        assertThat(refused(Map.of("code", MATTER))).containsExactly("field-invalid");
        assertThat(http.get(PATH + "/" + MATTER, province()).status()).isEqualTo(404);
    }

    private List<String> refused(Map<String, Object> body) {
        Http.Answer answer = http.post(PATH, tokens.of(Role.PLATFORM_OPERATOR).mint(), body);
        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        return answer.objections();
    }

    @Test
    @Order(5)
    void onceTheProvinceListsItTheCountyPublishes() {
        Http.Answer listed = http.post(PATH, province(), body(MATTER, NAME, "01"));
        assertThat(listed.status()).as(listed.text()).isEqualTo(201);
        assertThat(listed.json().path("version").asLong()).isEqualTo(1);
        assertThat(http.post(PATH, province(), body(MATTER, NAME, "01")).objections())
                .containsExactly("entry-key-taken");
        Http.Answer twice = http.post(PATH, province(), body("430177302000", NAME, "01"));
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.objections()).containsExactly("matter-listed-already");
        assertThat(inTheWay()).isEmpty();
        Http.Answer draft = http.get("/api/v1/items/" + ITEM + "/draft", county().editor());
        Http.Answer published =
                http.post(
                        "/api/v1/items/" + ITEM + "/versions",
                        county().editor(),
                        Map.of(),
                        "If-Match",
                        CountyDesk.tag(draft));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(missing()).doesNotContain(MATTER);
    }

    @Test
    @Order(6)
    void theMatterOfAProvinceIsNoneInAnother() {
        JsonNode elsewhere =
                http.get(PATH + "?q=试验&region=440100000000", county().citizen())
                        .json()
                        .path("items");
        assertThat(elsewhere.size()).isZero();
        String other = "440103000000";
        String uscc = CountyDesk.uscc(other, 7303);
        CountyDesk desk = new CountyDesk(http, tokens, other);
        desk.department("440103-BAS", "文化旅游局", uscc);
        String code = uscc + "4" + MATTER;
        desk.draft(code, "440103-BAS", CountyDesk.licence(uscc, NAME, 5));
        assertThat(
                        http.get("/api/v1/items/" + code + "/draft/check", desk.editor())
                                .json()
                                .at("/objections/0/code")
                                .asString())
                .isEqualTo("basic-code-unknown");
    }

    @Test
    @Order(7)
    void aChangeNeedsTheVersionAndCannotMoveTheMatterToAnotherType() {
        String path = PATH + "/" + MATTER;
        Map<String, Object> renamed =
                Map.of("name", NAME + "甲", "itemType", "01", "basis", "省目录第二版");
        assertThat(http.put(path, province(), renamed).status()).isEqualTo(428);
        assertThat(http.put(path, province(), renamed, "If-Match", "\"7\"").status())
                .isEqualTo(409);
        assertThat(http.put(path, county().editor(), renamed, "If-Match", "\"1\"").status())
                .isEqualTo(403);
        Http.Answer moved =
                http.put(
                        path,
                        province(),
                        Map.of("name", NAME, "itemType", "07"),
                        "If-Match",
                        "\"1\"");
        assertThat(moved.objections()).containsExactly("item-type-not-of-code");
        Http.Answer changed = http.put(path, province(), renamed, "If-Match", "\"1\"");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("basis").asString()).isEqualTo("省目录第二版");
        assertThat(http.put(path, province(), renamed, "If-Match", "\"2\"").objections())
                .containsExactly("entry-unchanged");
    }

    @Test
    @Order(8)
    void aCancelledMatterKeepsWhatIsPublishedAndLetsNothingNewBePublished() {
        String path = PATH + "/" + MATTER;
        assertThat(http.delete(path, county().editor(), "If-Match", "\"2\"").status())
                .isEqualTo(403);
        assertThat(http.delete(path, province(), "If-Match", "\"2\"").status()).isEqualTo(200);
        assertThat(http.delete(path, province(), "If-Match", "\"3\"").objections())
                .containsExactly("entry-withdrawn");
        Http.Answer item = http.get("/api/v1/items/" + ITEM, county().citizen());
        assertThat(item.json().path("status").asString()).isEqualTo("IN_FORCE");
        county().redraft(ITEM, CountyDesk.tag(item), CountyDesk.licence(USCC, NAME, 4));
        assertThat(inTheWay()).containsExactly("basic-code-unknown");
        assertThat(coverage().path("unlisted").toString()).contains(MATTER);
        JsonNode history = http.get(path + "/history", province()).json().path("items");
        assertThat(history.valueStream().map(h -> h.path("action").asString()))
                .containsExactly("WITHDRAWN", "CHANGED", "ADDED");
    }

    private List<String> missing() {
        return coverage()
                .path("missing")
                .valueStream()
                .map(m -> m.path("basicCode").asString())
                .toList();
    }

    private JsonNode coverage() {
        return http.get("/api/v1/items/indicators/coverage?region=" + COUNTY, county().citizen())
                .json();
    }
}
