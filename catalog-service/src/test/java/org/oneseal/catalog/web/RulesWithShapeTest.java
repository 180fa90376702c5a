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
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
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
    private static final String COUNTY = "431382000000";

    private static final String NOWHERE = "439999000000";
    private static final String HEALTH = "431382-WJ";
    private static final String PARK = "431382-YQ";
    private static final String USCC = CountyDesk.uscc(COUNTY, 1);
    private static final String ITEM = USCC + "4000100001000";
    private static final String UNFIT = USCC + "4000100002000";
    private static final String OVER = USCC + "4000100003000";
    private static final String PACKAGE = "431382-shop";
    private static final String OFFERED = "431382-offered";
    private static final String LONG = "长".repeat(5000);

    /** What has no rule but the state of a thing, and says only one thing. */
    private static final Set<String> WITHOUT_RULES =
            Set.of("POST /api/v1/catalog-upstreams/reports/{id}/acknowledgement");

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;

    private String synonyms = "";
    private String answer = "";
    private String act = "";

    /**
     * A request that is wrong in both ways.
     *
     * @param path as documented
     * @param at the same with its codes
     * @param told every objection with its place, in any order
     */
    private record Wrong(
            String method, String path, String at, Object body, int status, List<String> told) {}

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
        synonyms =
                id(
                        created(
                                "/api/v1/synonyms",
                                Map.of("region", COUNTY, "words", List.of("涟源甲词", "涟源乙词"))));
        answer =
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
        act = id(created("/api/v1/delegations", handing));
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
        for (Wrong request : all()) {
            Http.Answer answer = send(request);
            List<String> told = told(answer);
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
        all().forEach(request -> walked.add(request.method() + " " + request.path()));
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
        assertThat(told(http.post("/api/v1/delegations", operator(), handing)))
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
        assertThat(told(http.post("/api/v1/departments", stranger, department)))
                .containsExactly("field-wrong-type /name");
    }

    private List<Wrong> all() {
        List<Wrong> all = new ArrayList<>();
        all.addAll(departments());
        all.addAll(items());
        all.addAll(packages());
        all.addAll(delegations());
        all.addAll(registers());
        return all;
    }

    private List<Wrong> departments() {
        return List.of(
                post(
                        "/calendars/{region}/{year}/versions",
                        "/calendars/" + COUNTY + "/2027/versions",
                        Map.of(
                                "decree",
                                5,
                                "holidays",
                                Map.of("2026-01-01", "元旦", "2027-02-30", "春节"),
                                "officeHours",
                                List.of(Map.of("from", "17:00", "to", "09:00"))),
                        400,
                        "field-wrong-type /decree",
                        "field-malformed /holidays/2027-02-30",
                        "calendar-day-outside-year /holidays/2026-01-01",
                        "calendar-office-hours-unordered /officeHours/0"),
                post(
                        "/departments",
                        "/departments",
                        Map.of("code", "x", "name", 5, "uscc", "x", "region", NOWHERE),
                        400,
                        "field-wrong-type /name",
                        "department-code-invalid /code",
                        "uscc-invalid /uscc",
                        "region-unknown /region"),
                post(
                        "/departments",
                        "/departments",
                        Map.of("code", HEALTH, "name", LONG, "uscc", USCC, "region", "nowhere"),
                        422,
                        "field-invalid /name",
                        "field-invalid /region",
                        "department-code-taken /code"),
                post(
                        "/departments/{code}/officers",
                        "/departments/" + HEALTH + "/officers",
                        Map.of("username", "?", "name", List.of(), "role", "emperor"),
                        400,
                        "field-wrong-type /name",
                        "username-invalid /username",
                        "officer-role-unknown /role"));
    }

    private List<Wrong> items() {
        Map<String, Object> content = new LinkedHashMap<>(licence("放射诊疗许可"));
        content.put("itemType", "001");
        content.put("fees", Map.of());
        Map<String, Object> fresh = new LinkedHashMap<>();
        fresh.put("code", "x");
        fresh.put("department", "431382-NO");
        fresh.put("content", Map.of("name", 5, "itemType", "01", "caseKind", "SLOW"));
        return List.of(
                post(
                        "/items",
                        "/items",
                        fresh,
                        400,
                        "field-wrong-type /content/name",
                        "field-malformed /content/caseKind",
                        "implementation-code-invalid /code",
                        "department-unknown /department"),
                new Wrong(
                        "PUT",
                        "/api/v1/items/{code}/draft",
                        "/api/v1/items/" + OVER + "/draft",
                        content,
                        400,
                        List.of(
                                "field-wrong-type /fees",
                                "field-invalid /itemType",
                                "item-cancelled")),
                post(
                        "/items/{code}/versions",
                        "/items/" + UNFIT + "/versions",
                        Map.of("effectiveFrom", "soon"),
                        400,
                        "field-malformed /effectiveFrom",
                        "legal-basis-missing /legalBasis"),
                post(
                        "/items/{code}/suspension",
                        "/items/" + UNFIT + "/suspension",
                        Map.of("reason", 5),
                        400,
                        "field-wrong-type /reason",
                        "item-not-in-force"),
                post(
                        "/items/{code}/cancellation",
                        "/items/" + ITEM + "/cancellation",
                        Map.of("reason", LONG, "from", "2026-01-01"),
                        422,
                        "field-invalid /reason",
                        "cancellation-in-the-past /from"),
                post(
                        "/items/{code}/guide/checklist",
                        "/items/" + ITEM + "/guide/checklist",
                        Map.of(
                                "place",
                                NOWHERE,
                                "answers",
                                Map.of("seats", "many"),
                                "certificates",
                                5),
                        400,
                        "field-wrong-type /certificates",
                        "region-unknown /place",
                        "answer-kind-wrong /answers/seats"),
                new Wrong(
                        "PUT",
                        "/api/v1/items/{code}/aliases",
                        "/api/v1/items/" + ITEM + "/aliases",
                        Map.of("names", List.of("x", 5)),
                        400,
                        List.of("field-wrong-type /names/1", "alias-length /names/0")));
    }

    private List<Wrong> packages() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", Map.of("zh", "开店", "en", LONG));
        content.put("members", List.of(Map.of("item", ITEM)));
        return List.of(
                post(
                        "/packages",
                        "/packages",
                        Map.of(
                                "code",
                                PACKAGE,
                                "department",
                                "431382-NO",
                                "content",
                                Map.of("name", 5, "basis", LONG)),
                        400,
                        "field-wrong-type /content/name",
                        "field-invalid /content/basis",
                        "package-code-taken /code",
                        "department-unknown /department"),
                new Wrong(
                        "PUT",
                        "/api/v1/packages/{code}/draft",
                        "/api/v1/packages/" + PACKAGE + "/draft",
                        content,
                        422,
                        List.of("field-invalid /name/en")),
                post(
                        "/packages/{code}/versions",
                        "/packages/431382-none/versions",
                        Map.of("effectiveFrom", 5),
                        400,
                        "field-wrong-type /effectiveFrom",
                        "item-unknown /members/1/item"),
                post(
                        "/packages/{code}/withdrawal",
                        "/packages/" + PACKAGE + "/withdrawal",
                        Map.of("reason", true),
                        400,
                        "field-wrong-type /reason",
                        "package-never-published"));
    }

    private List<Wrong> delegations() {
        Map<String, Object> handing = new LinkedHashMap<>();
        handing.put("kind", "PARK");
        handing.put("to", "431382-NO");
        handing.put("items", List.of("none", 5, ITEM, ITEM));
        handing.put("area", NOWHERE);
        handing.put("validFrom", "2026-12-01");
        handing.put("validTo", "2026-11-30");
        handing.put("ground", LONG);
        handing.put(
                "letter",
                Map.of(
                        "number", "1",
                        "issuedBy", 5,
                        "signedOn", "2026-12-02",
                        "digest", "none"));
        return List.of(
                post(
                        "/delegations",
                        "/delegations",
                        handing,
                        400,
                        "field-wrong-type /items/1",
                        "field-wrong-type /letter/issuedBy",
                        "field-invalid /ground",
                        "department-unknown /to",
                        "region-unknown /area",
                        "validity-reversed /validTo",
                        "letter-signed-later /letter/signedOn",
                        "letter-digest-invalid /letter/digest",
                        "item-unknown /items/0",
                        "code-repeated /items/3"),
                post(
                        "/delegations/{id}/set-up/{step}",
                        "/delegations/" + act + "/set-up/none",
                        Map.of("on", "soon"),
                        400,
                        "field-malformed /on",
                        "set-up-step-unknown"),
                post(
                        "/delegations/{id}/takeover",
                        "/delegations/" + act + "/takeover",
                        Map.of("on", 5),
                        400,
                        "field-wrong-type /on",
                        "takeover-not-needed"),
                post(
                        "/delegations/{id}/revocation",
                        "/delegations/" + act + "/revocation",
                        Map.of("reason", Map.of(), "from", "2026-01-01"),
                        400,
                        "field-wrong-type /reason",
                        "revocation-in-the-past /from"));
    }

    private List<Wrong> registers() {
        Map<String, Object> service = Map.of("name", 5, "legalBasis", " ", "department", "none");
        Map<String, Object> told =
                Map.of(
                        "question",
                        5,
                        "answer",
                        " ",
                        "item",
                        "none",
                        "validFrom",
                        "2026-12-01",
                        "validTo",
                        "2026-11-30");
        return List.of(
                post(
                        "/basic-directory",
                        "/basic-directory",
                        Map.of("code", "x", "matter", Map.of("name", 5, "itemType", "99")),
                        400,
                        "field-wrong-type /matter/name",
                        "basic-code-invalid /code",
                        "item-type-unknown /matter/itemType"),
                put(
                        "/basic-directory/{code}",
                        "/basic-directory/000100001000",
                        Map.of("name", LONG, "itemType", "02"),
                        422,
                        "field-invalid /name",
                        "item-type-not-of-code /itemType"),
                post(
                        "/directory",
                        "/directory",
                        Map.of("code", "lianyuan-x", "region", NOWHERE, "service", service),
                        400,
                        "field-wrong-type /service/name",
                        "region-unknown /region",
                        "service-without-basis /service/legalBasis",
                        "department-unknown /service/department"),
                put(
                        "/directory/{code}",
                        "/directory/lianyuan-ch",
                        service,
                        400,
                        "field-wrong-type /name",
                        "service-without-basis /legalBasis",
                        "department-unknown /department"),
                post(
                        "/knowledge",
                        "/knowledge",
                        Map.of("region", "1", "answer", told),
                        400,
                        "field-wrong-type /answer/question",
                        "region-unknown /region",
                        "answer-missing /answer/answer",
                        "item-unknown /answer/item",
                        "validity-reversed /answer/validTo"),
                put(
                        "/knowledge/{id}",
                        "/knowledge/" + answer,
                        told,
                        400,
                        "field-wrong-type /question",
                        "answer-missing /answer",
                        "item-unknown /item",
                        "validity-reversed /validTo"),
                post(
                        "/synonyms",
                        "/synonyms",
                        Map.of("region", NOWHERE, "words", List.of("甲", 5, "乙丙")),
                        400,
                        "field-wrong-type /words/1",
                        "region-unknown /region",
                        "synonym-length /words"),
                put(
                        "/synonyms/{id}",
                        "/synonyms/" + synonyms,
                        Map.of("words", List.of("甲", 5, "乙丙")),
                        400,
                        "field-wrong-type /words/1",
                        "synonym-length /words"),
                post(
                        "/packages/{code}/guide/checklist",
                        "/packages/" + OFFERED + "/guide/checklist",
                        Map.of("place", NOWHERE, "on", "soon", "members", Map.of("none", Map.of())),
                        400,
                        "field-malformed /on",
                        "region-unknown /place",
                        "member-unknown /members/none"));
    }

    private static Wrong post(String path, String at, Object body, int status, String... told) {
        return new Wrong("POST", "/api/v1" + path, "/api/v1" + at, body, status, List.of(told));
    }

    private static Wrong put(String path, String at, Object body, int status, String... told) {
        return new Wrong("PUT", "/api/v1" + path, "/api/v1" + at, body, status, List.of(told));
    }

    private Http.Answer send(Wrong request) {
        String thing = request.at().replaceAll("(/api/v1/[a-z-]+/[^/]+).*", "$1");
        Http.Answer found = http.get(thing, operator());
        @Nullable String tag = found.status() == 200 ? found.header("ETag") : null;
        if (request.at().endsWith("/aliases")) tag = "\"0\"";
        String version = tag == null ? "\"1\"" : tag;
        return request.method().equals("POST")
                ? http.post(request.at(), operator(), request.body(), "If-Match", version)
                : http.put(request.at(), operator(), request.body(), "If-Match", version);
    }

    private static List<String> told(Http.Answer answer) {
        return answer.json()
                .path("objections")
                .valueStream()
                .map(o -> (o.path("code").asString() + " " + o.path("field").asString("")).strip())
                .toList();
    }

    /** Rows that editors make, and how often those of the county were changed. */
    private String rows() {
        return sql.sql(
                        """
                        SELECT concat_ws('/',
                               (SELECT count(*) FROM calendars), (SELECT count(*) FROM departments),
                               (SELECT count(*) FROM officers), (SELECT count(*) FROM provisioning),
                               (SELECT count(*) FROM items), (SELECT count(*) FROM packages),
                               (SELECT count(*) FROM register_entries),
                               (SELECT count(*) FROM delegations),
                               (SELECT count(*) FROM idempotency),
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
