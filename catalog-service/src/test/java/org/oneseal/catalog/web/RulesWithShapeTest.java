package org.oneseal.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.oneseal.catalog.CountyDesk;
import org.oneseal.catalog.DataResourceBodies;
import org.oneseal.catalog.PowerBodies;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.WrongBodies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Every body of the service with one member of a wrong type, one too long and others that break the
 * rules: all of it is told in one answer, and nothing is written.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesWithShapeTest {

    /** 涟源市. */
    static final String COUNTY = "431382000000";

    static final String HEALTH = "431382-WJ";
    static final String PARK = "431382-YQ";
    static final String USCC = CountyDesk.uscc(COUNTY, 1);
    static final String ITEM = USCC + "4000100001000";
    static final String UNFIT = USCC + "4000100002000";
    static final String OVER = USCC + "4000100003000";
    static final String POWER = USCC + "4430298201000";
    static final String UNFIT_POWER = USCC + "4430298202000";
    static final String OVER_POWER = USCC + "4430298203000";
    static final String PACKAGE = "431382-shop";
    static final String OFFERED = "431382-offered";
    static final String RESOURCE = "431382-household";
    static final String GONE = "431382-gone";

    /** What has no rule but the state of a thing, and says only one thing. */
    private static final Set<String> WITHOUT_RULES =
            Set.of("POST /api/v1/catalog-upstreams/reports/{id}/acknowledgement");

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;

    private WrongRequests requests = new WrongRequests("", "", "", "");

    private CountyDesk desk() {
        return new CountyDesk(http, tokens, COUNTY);
    }

    private String operator() {
        return desk().operator();
    }

    @BeforeAll
    void oneOfEverything() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        CountyDesk desk = desk();
        desk.department(HEALTH, "卫生健康局", USCC);
        desk.department(PARK, "工业园管理委员会", CountyDesk.uscc(COUNTY, 2));
        Map<String, Object> content = new LinkedHashMap<>(licence("公共场所卫生许可"));
        content.put(
                "guidance",
                Map.of(
                        "questions",
                        List.of(
                                Map.of(
                                        "code",
                                        "seats",
                                        "text",
                                        Map.of("zh", "座位数", "en", "Seats"),
                                        "kind",
                                        "NUMBER"))));
        desk.publish(ITEM, desk.draft(ITEM, HEALTH, content), "2026-11-23");
        Map<String, Object> unfit = new LinkedHashMap<>(licence("饮用水供水单位卫生许可"));
        unfit.put("legalBasis", "");
        desk.draft(UNFIT, HEALTH, unfit);
        String tag = desk.publish(OVER, desk.draft(OVER, HEALTH, licence("放射诊疗许可")), "2026-11-23");
        String offered =
                CountyDesk.tag(created("/api/v1/packages", pack(OFFERED, HEALTH, ITEM, OVER)));
        created(
                "/api/v1/packages/" + OFFERED + "/versions",
                Map.of("effectiveFrom", "2026-11-23"),
                "If-Match",
                offered);
        created("/api/v1/items/" + OVER + "/cancellation", Map.of("reason", "下放"), "If-Match", tag);
        created("/api/v1/packages", pack(PACKAGE, HEALTH, ITEM));
        created("/api/v1/packages", pack("431382-none", HEALTH, ITEM, "none"));
        created(
                "/api/v1/directory",
                Map.of(
                        "code",
                        "lianyuan-ch",
                        "region",
                        COUNTY,
                        "service",
                        Map.of("name", "测绘", "legalBasis", "测绘法第二十七条")));
        powers();
        created(
                "/api/v1/area-evaluations",
                Map.of("code", "lianyuan-dz", "region", COUNTY, "evaluation", evaluation()));
        String synonyms =
                id(
                        created(
                                "/api/v1/synonyms",
                                Map.of("region", COUNTY, "words", List.of("涟源甲词", "涟源乙词"))));
        String answer =
                id(
                        created(
                                "/api/v1/knowledge",
                                Map.of(
                                        "region",
                                        COUNTY,
                                        "answer",
                                        Map.of("question", "涟源怎么办", "answer", "到窗口办"))));
        Map<String, Object> handing = new LinkedHashMap<>();
        handing.put("kind", "AUTHORISED");
        handing.put("to", PARK);
        handing.put("items", List.of(ITEM));
        handing.put("validFrom", "2026-11-23");
        handing.put("ground", "涟政发〔2026〕3号");
        String act = id(created("/api/v1/delegations", handing));
        requests = new WrongRequests(synonyms, answer, act, demand());
    }

    /** A resource of the park that the health bureau asks for, and one that was withdrawn. */
    private String demand() {
        created(
                "/api/v1/data-resources",
                Map.of(
                        "entries",
                        List.of(
                                Map.of("code", RESOURCE, "department", PARK, "name", "户籍"),
                                Map.of("code", GONE, "department", PARK, "name", "旧库"))));
        created(
                "/api/v1/data-resources/" + GONE + "/withdrawal",
                Map.of("reason", "并库"),
                "If-Match",
                "\"1\"");
        created(
                "/api/v1/data-resources/" + RESOURCE + "/versions",
                Map.of("content", DataResourceBodies.shared("户籍")),
                "If-Match",
                "\"1\"");
        Map<String, Object> demand = new LinkedHashMap<>();
        demand.put("department", HEALTH);
        demand.put("item", ITEM);
        demand.put("purpose", "核验");
        demand.put("elements", List.of("applicant.name"));
        demand.put("consent", "APPLICANT");
        return id(created("/api/v1/data-resources/" + RESOURCE + "/demands", demand));
    }

    private static Map<String, Object> evaluation() {
        return Map.of(
                "name", "地质灾害危险性区域评估",
                "kind", "地质灾害危险性评估",
                "validFrom", "2026-11-01",
                "validTo", "2028-10-31",
                "document", "涟自然资〔2026〕8号",
                "replaces", List.of(Map.of("item", ITEM, "material", "m2")));
    }

    /** One that is exercised, one that says too little, one that is over. */
    private void powers() {
        publishedPower(POWER, "甲处罚");
        Map<String, Object> unfit = PowerBodies.penalty("乙处罚");
        unfit.put("complaints", "");
        listed(UNFIT_POWER, "乙处罚");
        created("/api/v1/powers", power(UNFIT_POWER, unfit));
        created(
                "/api/v1/powers/" + OVER_POWER + "/cancellation",
                Map.of("reason", "废止"),
                "If-Match",
                publishedPower(OVER_POWER, "丙处罚"));
    }

    private String publishedPower(String code, String name) {
        listed(code, name);
        String tag =
                CountyDesk.tag(created("/api/v1/powers", power(code, PowerBodies.penalty(name))));
        return CountyDesk.tag(
                created("/api/v1/powers/" + code + "/versions", Map.of(), "If-Match", tag));
    }

    private static Map<String, Object> power(String code, Map<String, Object> content) {
        return Map.of("code", code, "department", HEALTH, "content", content);
    }

    private void listed(String code, String name) {
        created(
                "/api/v1/basic-directory",
                Map.of(
                        "code",
                        code.substring(19),
                        "matter",
                        Map.of("name", name, "itemType", "02")));
    }

    private static Map<String, Object> licence(String name) {
        return CountyDesk.licence(USCC, name, 5);
    }

    private static Map<String, Object> pack(String code, String department, String... items) {
        return Map.of(
                "code",
                code,
                "department",
                department,
                "content",
                Map.of(
                        "name",
                        Map.of("zh", "开店", "en", "Opening a shop"),
                        "members",
                        Stream.of(items).map(item -> Map.of("item", item)).toList()));
    }

    private Http.Answer created(String path, Object body, String... headers) {
        Http.Answer answer = http.post(path, operator(), body, headers);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }

    private static String id(Http.Answer answer) {
        return answer.json().path("id").asString();
    }

    @Test
    void whatIsWrongWithTheShapeIsToldWithWhatTheRulesSay() {
        List<String> wrong = new ArrayList<>();
        String before = rows();
        for (Wrong request : requests.all()) {
            Http.Answer answer = send(request, version(request), request.body());
            List<String> told = answer.placedObjections();
            if (answer.status() != request.status()
                    || !Set.copyOf(told).equals(Set.copyOf(request.told()))) {
                wrong.add(
                        "%s %s: %s %s instead of %s %s"
                                .formatted(
                                        request.method(),
                                        request.path(),
                                        answer.status(),
                                        new TreeSet<>(told),
                                        request.status(),
                                        new TreeSet<>(request.told())));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    /** Each field of each body with values that its schema forbids, one at a time. */
    @Test
    void whatTheSchemaForbidsIsRefusedFieldByField() {
        JsonNode document = http.get("/api/v1/catalog/openapi", operator()).json();
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> judged = new LinkedHashMap<>();
        String before = rows();
        for (Wrong request : requests.all()) {
            String what = request.method() + " " + request.path();
            JsonNode schema =
                    document.path("paths")
                            .path(request.path())
                            .path(request.method().toLowerCase(Locale.ROOT))
                            .at("/requestBody/content/application~1json/schema");
            String version = version(request);
            for (WrongBodies.Wrong body : WrongBodies.of(document, schema, COUNTY)) {
                Http.Answer answer = send(request, version, body.json());
                boolean refused = answer.status() >= 400 && answer.status() < 500;
                if (!refused || answer.objections().isEmpty()) {
                    wrong.add(what + " " + body.what() + ": " + answer.text());
                }
                boolean heard = answer.status() == 400 || answer.status() == 422;
                judged.merge(what, heard ? 1 : 0, Integer::sum);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(judged).hasSizeGreaterThan(25).doesNotContainValue(0);
        assertThat(rows()).isEqualTo(before);
    }

    /** A body that is added later is told of here too. */
    @Test
    void noBodyOfTheServiceIsForgotten() {
        Set<String> documented = new TreeSet<>();
        JsonNode paths = http.get("/api/v1/catalog/openapi", operator()).json().path("paths");
        for (String path : paths.propertyNames()) {
            for (String method : List.of("post", "put", "patch")) {
                JsonNode body = paths.path(path).path(method).path("requestBody");
                if (body.at("/content/application~1json/schema").isMissingNode()) continue;
                documented.add(method.toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        documented.removeAll(WITHOUT_RULES);
        Set<String> walked = new TreeSet<>();
        requests.all().forEach(request -> walked.add(request.method() + " " + request.path()));
        assertThat(walked).isEqualTo(documented);
    }

    /** What a wrong member might have said decides nothing, and nobody learns what is not his. */
    @Test
    void whatHangsOnAWrongMemberIsNotTold() {
        Map<String, Object> handing = new LinkedHashMap<>();
        handing.put("kind", List.of());
        handing.put("to", PARK);
        handing.put("items", List.of(UNFIT));
        handing.put("validFrom", "soon");
        handing.put("validTo", "2026-11-30");
        assertThat(http.post("/api/v1/delegations", operator(), handing).placedObjections())
                .containsExactlyInAnyOrder(
                        "field-wrong-type /kind",
                        "field-malformed /validFrom",
                        "item-never-published /items/0");
        Map<String, Object> department = new LinkedHashMap<>();
        department.put("code", "110101-WJ");
        department.put("name", 5);
        department.put("uscc", USCC);
        department.put("region", COUNTY);
        String stranger = tokens.of(Role.CATALOG_EDITOR).region("110101000000").mint();
        assertThat(http.post("/api/v1/departments", stranger, department).placedObjections())
                .containsExactly("field-wrong-type /name");
    }

    /** The version to change, which stays the same while nothing is written. */
    private String version(Wrong request) {
        if (request.at().matches(".*(/aliases|/claims/[^/]+)")) return "\"0\"";
        String thing = request.at().replaceAll("(/api/v1/[a-z-]+/[^/]+).*", "$1");
        Http.Answer found = http.get(thing, operator());
        @Nullable String tag = found.status() == 200 ? found.header("ETag") : null;
        return tag == null ? "\"1\"" : tag;
    }

    private Http.Answer send(Wrong request, String version, Object body) {
        return request.method().equals("POST")
                ? http.post(request.at(), operator(), body, "If-Match", version)
                : http.put(request.at(), operator(), body, "If-Match", version);
    }

    /** Rows that editors make, and how often those of the county were changed. */
    private String rows() {
        return sql.sql(
                        """
                        SELECT concat_ws('/',
                               (SELECT count(*) FROM calendars), (SELECT count(*) FROM departments),
                               (SELECT count(*) FROM officers), (SELECT count(*) FROM provisioning),
                               (SELECT count(*) FROM items), (SELECT count(*) FROM packages),
                               (SELECT count(*) FROM powers),
                               (SELECT sum(version) FROM powers WHERE region = :county),
                               (SELECT count(*) FROM register_entries),
                               (SELECT count(*) FROM delegations),
                               (SELECT count(*) FROM data_demands),
                               (SELECT count(*) FROM idempotency),
                               (SELECT sum(version) FROM data_resources WHERE region = :county),
                               (SELECT sum(version) FROM items WHERE region = :county),
                               (SELECT sum(version) FROM packages WHERE region = :county),
                               (SELECT sum(version) FROM register_entries WHERE region = :county),
                               (SELECT sum(version) FROM delegations
                                 WHERE region = :county))
                        """)
                .param("county", COUNTY)
                .query(String.class)
                .single();
    }
}
