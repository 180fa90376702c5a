package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What an editor may not do in the state things are in, and how it is told. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsStory {

    private static final String COUNTY = "431125000000";
    private static final String HEALTH = "431125-WJ";
    private static final String USCC = CountyDesk.uscc(COUNTY, 1);
    private static final String ITEM = USCC + "4000100001000";
    private static final String DRAFT = USCC + "4000100002000";
    private static final String HEADER =
            "name,item_type,department,legal_basis,service_object,case_kind,legal_limit,legal_unit,"
                    + "promised_limit,promised_unit,commitment,tolerance,instant,cross_region\n";
    private static final String ROW =
            "%s,01,卫生健康局,公共场所卫生管理条例,LEGAL,PROMISED,20,WORKING_DAY,3,WORKING_DAY,,N,N,\n";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;

    private CountyDesk desk() {
        return new CountyDesk(http, tokens, COUNTY);
    }

    @BeforeAll
    void aCountyWithAnItemAndADraft() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        CountyDesk desk = desk();
        desk.department(HEALTH, "卫生健康局", USCC);
        desk.department("431125-SP", "行政审批服务局", CountyDesk.uscc(COUNTY, 2));
        desk.department("431125-ZC", "政务服务中心", CountyDesk.uscc(COUNTY, 3));
        Map<String, Object> licence = CountyDesk.licence(USCC, "公共场所卫生许可", 5);
        desk.publish(ITEM, desk.draft(ITEM, HEALTH, licence), "2026-11-23");
        desk.draft(DRAFT, HEALTH, CountyDesk.licence(USCC, "饮用水供水单位卫生许可", 5));
    }

    @Test
    void aDepartmentHasAFreeCodeANameAndItsOwnCreditCode() {
        assertThat(registered(HEALTH, "卫生健康局", USCC))
                .containsExactly("department-code-taken", "department-name-taken");
        assertThat(registered("431125-NEU", " ", USCC))
                .containsExactly("department-name-missing", "uscc-taken");
        assertThat(registered("431126-NEU", "新局", "11431125YYYY000120"))
                .containsExactly("department-code-invalid", "uscc-invalid");
    }

    private List<String> registered(String code, String name, String uscc) {
        return http.post(
                        "/api/v1/departments",
                        desk().operator(),
                        Map.of("code", code, "name", name, "uscc", uscc, "region", COUNTY))
                .objections();
    }

    @Test
    void anOfficersNameIsGivenOnce() {
        Map<String, Object> officer =
                Map.of("username", "jiangyong.wang", "name", "王敏", "role", "window-clerk");
        String path = "/api/v1/departments/" + HEALTH + "/officers";
        assertThat(http.post(path, desk().operator(), officer).status()).isEqualTo(201);
        assertThat(http.post(path, desk().operator(), officer).objections())
                .containsExactly("username-taken");
    }

    @Test
    void anItemsStateSaysWhatMayBeDone() {
        CountyDesk desk = desk();
        Map<String, Object> draft =
                Map.of(
                        "code",
                        ITEM,
                        "department",
                        HEALTH,
                        "content",
                        CountyDesk.licence(USCC, "公共场所卫生许可", 5));
        assertThat(http.post("/api/v1/items", desk.editor(), draft).objections())
                .containsExactly("item-code-taken");
        assertThat(deleted(ITEM, "suspension")).containsExactly("item-not-suspended");
        assertThat(deleted(ITEM, "draft")).containsExactly("item-without-draft");
        assertThat(deleted(DRAFT, "draft")).containsExactly("item-never-published");
        assertThat(
                        http.post(
                                        "/api/v1/items/" + ITEM + "/versions",
                                        desk.editor(),
                                        Map.of(),
                                        "If-Match",
                                        tag(ITEM))
                                .objections())
                .containsExactly("item-without-draft");
    }

    private List<String> deleted(String item, String what) {
        return http.delete(
                        "/api/v1/items/" + item + "/" + what,
                        desk().editor(),
                        "If-Match",
                        tag(item))
                .objections();
    }

    private String tag(String item) {
        return CountyDesk.tag(http.get("/api/v1/items/" + item, desk().editor()));
    }

    /** Years that no column holds are no days; those that no calendar knows are answered. */
    @Test
    void aDayIsOneThatACalendarMayHave() {
        String handler = "/api/v1/items/" + ITEM + "/handler?place=" + COUNTY + "&on=";
        for (String day :
                List.of("%2B999999999-12-31", "0000-01-01", "-0001-01-01", "2026-02-30")) {
            assertThat(http.get(handler + day, desk().citizen()).status()).as(day).isEqualTo(400);
            String plain = day.replace("%2B", "+");
            Http.Answer body =
                    http.post(
                            "/api/v1/items/" + DRAFT + "/versions",
                            desk().editor(),
                            Map.of("effectiveFrom", plain),
                            "If-Match",
                            tag(DRAFT));
            assertThat(body.status()).as(plain).isEqualTo(400);
            assertThat(body.objections()).as(plain).containsExactly("field-malformed");
        }
        for (String day : List.of("1000-01-01", "9999-12-31")) {
            assertThat(http.get(handler + day, desk().citizen()).status())
                    .as(day)
                    .isIn(200, 404, 422);
        }
        Http.Answer far =
                http.post(
                        "/api/v1/items/" + ITEM + "/cancellation",
                        desk().editor(),
                        Map.of("reason", "x", "from", "1000-01-01"),
                        "If-Match",
                        tag(ITEM));
        assertThat(far.status()).as(far.text()).isEqualTo(422);
    }

    @Test
    void aTableHasAllColumnsNoLineTwiceAndNotTooMany() {
        assertThat(imported("name,item_type\n公共场所卫生许可,01\n").objections())
                .containsExactly("columns-missing");
        StringBuilder many = new StringBuilder(HEADER);
        for (int i = 0; i < 2001; i++) many.append(ROW.formatted("甲"));
        assertThat(imported(many.toString()).objections()).containsExactly("too-many-rows");
        JsonNode lines =
                imported(
                                HEADER
                                        + ROW.formatted("公共场所卫生许可")
                                        + ROW.formatted("公共场所卫生许可")
                                        + ROW.formatted("饮用水供水单位卫生许可"))
                        .json()
                        .path("lines");
        assertThat(lines.at("/0/objections").size()).as(lines.toString()).isZero();
        assertThat(lines.at("/1/objections/0/code").asString()).isEqualTo("row-repeated");
        assertThat(lines.at("/2/objections/0/code").asString()).isEqualTo("item-being-edited");
    }

    private Http.Answer imported(String csv) {
        return http.post(
                "/api/v1/items/imports?dryRun=true&region=" + COUNTY,
                desk().editor(),
                csv,
                "Content-Type",
                "text/csv;charset=UTF-8");
    }

    @Test
    void aServiceOfTheDirectoryHasACodeOfItsOwn() {
        Map<String, Object> service =
                Map.of(
                        "code",
                        "jiangyong-ch",
                        "region",
                        COUNTY,
                        "service",
                        Map.of("name", "测绘", "legalBasis", "测绘法第二十七条"));
        assertThat(http.post("/api/v1/directory", desk().editor(), service).status())
                .isEqualTo(201);
        assertThat(http.post("/api/v1/directory", desk().editor(), service).objections())
                .containsExactly("entry-key-taken");
    }

    @Test
    void nobodySearchesForAPageOfText() {
        assertThat(http.get("/api/v1/search?q=" + "x".repeat(101), desk().citizen()).objections())
                .containsExactly("query-too-long");
    }

    @Test
    void anActMovesPublishedItemsNotTooManyAndNeverInACircle() {
        assertThat(granted("431125-SP", null, List.of(DRAFT)).objections())
                .containsExactly("item-never-published");
        List<String> many = IntStream.range(0, 5000).mapToObj(i -> "none-" + i).toList();
        Map<String, Object> whole = act("431125-SP", null, many);
        whole.put("departments", List.of(HEALTH));
        assertThat(http.post("/api/v1/delegations", desk().editor(), whole).objections())
                .containsExactly("too-many-items");
        assertThat(granted("431125-SP", null, List.of(ITEM)).status()).isEqualTo(201);
        assertThat(granted("431125-ZC", "431125-SP", List.of(ITEM)).status()).isEqualTo(201);
        assertThat(granted("431125-SP", "431125-ZC", List.of(ITEM)).objections())
                .containsExactly("delegation-circular");
    }

    private Http.Answer granted(String to, @Nullable String from, List<String> items) {
        return http.post("/api/v1/delegations", desk().editor(), act(to, from, items));
    }

    private static Map<String, Object> act(String to, @Nullable String from, List<String> items) {
        Map<String, Object> act = new LinkedHashMap<>();
        act.put("kind", "CONCENTRATED");
        act.put("to", to);
        if (from != null) act.put("from", from);
        act.put("items", items);
        act.put("validFrom", "2026-11-23");
        act.put("ground", "江政发〔2026〕3号");
        return act;
    }
}
