package org.oneseal.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.web.Page;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever is sent, the answer is a problem detail with a clear message, and nothing is written.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbuseTest {

    private static final String DISTRICT = "431103000000";
    private static final String OTHER = "431102000000";
    private static final String DEPARTMENT = "431103-TEST";
    private static final String USCC = "11430000006122244L";
    private static final String CODE = USCC + "4000100009000";
    private static final String CSV_HEADER =
            "name,item_type,department,legal_basis,service_object,case_kind,legal_limit,legal_unit,"
                    + "promised_limit,promised_unit,commitment,tolerance,instant,cross_region\n";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired JdbcClient sql;

    private record Write(String method, String path, Object body, String contentType) {

        static Write json(String method, String path, Object body) {
            return new Write(method, path, body, "application/json");
        }
    }

    private static final Map<String, Object> CONTENT =
            Map.of(
                    "name", "试验事项",
                    "itemType", "01",
                    "caseKind", "PROMISED",
                    "serviceObjects", List.of("LEGAL"));

    private static final String BUNCH = "431103-abuse";
    private static final Map<String, Object> PACKAGE =
            Map.of("name", Map.of("zh", "试验", "en", "trial"), "members", List.of());

    private static final List<Write> WRITES =
            List.of(
                    Write.json(
                            "POST",
                            "/api/v1/calendars/" + DISTRICT + "/2026/versions",
                            Map.of("decree", "x", "holidays", Map.of())),
                    Write.json(
                            "POST",
                            "/api/v1/departments",
                            Map.of(
                                    "code", "431103-NEU",
                                    "name", "新部门",
                                    "uscc", "91330102MA28NBU477",
                                    "region", DISTRICT)),
                    Write.json(
                            "POST",
                            "/api/v1/departments/" + DEPARTMENT + "/officers",
                            Map.of("username", "li.si", "name", "李四", "role", "case-officer")),
                    Write.json(
                            "POST",
                            "/api/v1/items",
                            Map.of(
                                    "code", USCC + "4000100002000",
                                    "department", DEPARTMENT,
                                    "content", CONTENT)),
                    Write.json("PUT", "/api/v1/items/" + CODE + "/draft", CONTENT),
                    Write.json("POST", "/api/v1/items/" + CODE + "/versions", Map.of()),
                    Write.json(
                            "POST", "/api/v1/items/" + CODE + "/suspension", Map.of("reason", "x")),
                    Write.json(
                            "POST",
                            "/api/v1/items/" + CODE + "/cancellation",
                            Map.of("reason", "x")),
                    Write.json(
                            "POST",
                            "/api/v1/packages",
                            Map.of(
                                    "code", "431103-new",
                                    "department", DEPARTMENT,
                                    "content", PACKAGE)),
                    Write.json("PUT", "/api/v1/packages/" + BUNCH + "/draft", PACKAGE),
                    Write.json("POST", "/api/v1/packages/" + BUNCH + "/versions", Map.of()),
                    Write.json(
                            "POST",
                            "/api/v1/packages/" + BUNCH + "/withdrawal",
                            Map.of("reason", "x")),
                    Write.json(
                            "POST",
                            "/api/v1/synonyms",
                            Map.of("region", DISTRICT, "words", List.of("甲乙", "丙丁"))),
                    Write.json(
                            "POST",
                            "/api/v1/knowledge",
                            Map.of(
                                    "region",
                                    DISTRICT,
                                    "answer",
                                    Map.of("question", "问", "answer", "答"))),
                    Write.json(
                            "POST",
                            "/api/v1/directory",
                            Map.of(
                                    "code",
                                    "xin",
                                    "region",
                                    DISTRICT,
                                    "service",
                                    Map.of("name", "新服务", "legalBasis", "某法第一条"))),
                    Write.json(
                            "POST",
                            "/api/v1/basic-directory",
                            Map.of(
                                    "code",
                                    "000177399000",
                                    "matter",
                                    Map.of("name", "新事项", "itemType", "01"))),
                    Write.json(
                            "PUT",
                            "/api/v1/items/" + CODE + "/aliases",
                            Map.of("names", List.of("别名"))),
                    new Write(
                            "POST",
                            "/api/v1/items/imports?region=" + DISTRICT,
                            CSV_HEADER,
                            "text/csv"));

    private String operator() {
        return tokens.of(Role.PLATFORM_OPERATOR).mint();
    }

    private String editor() {
        return tokens.of(Role.CATALOG_EDITOR).region(DISTRICT).mint();
    }

    @BeforeAll
    void aDepartmentWithADraft() {
        Http.Answer department =
                http.post(
                        "/api/v1/departments",
                        operator(),
                        Map.of(
                                "code", DEPARTMENT,
                                "name", "试验局",
                                "uscc", USCC,
                                "region", DISTRICT));
        assertThat(department.status()).as(department.text()).isEqualTo(201);
        Http.Answer draft =
                http.post(
                        "/api/v1/items",
                        editor(),
                        Map.of("code", CODE, "department", DEPARTMENT, "content", CONTENT));
        assertThat(draft.status()).as(draft.text()).isEqualTo(201);
        Http.Answer begun =
                http.post(
                        "/api/v1/packages",
                        editor(),
                        Map.of("code", BUNCH, "department", DEPARTMENT, "content", PACKAGE));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    }

    @Test
    void withoutATokenNothingIsReadOrWritten() {
        for (String path :
                List.of(
                        "/api/v1/regions",
                        "/api/v1/regions/" + DISTRICT,
                        "/api/v1/calendars/" + DISTRICT + "/2026",
                        "/api/v1/departments",
                        "/api/v1/departments/" + DEPARTMENT + "/officers",
                        "/api/v1/directory",
                        "/api/v1/basic-directory",
                        "/api/v1/search?q=x",
                        "/api/v1/synonyms",
                        "/api/v1/knowledge",
                        "/api/v1/items",
                        "/api/v1/items/" + CODE,
                        "/api/v1/items/" + CODE + "/guide",
                        "/api/v1/packages",
                        "/api/v1/packages/" + BUNCH)) {
            isProblem(http.get(path, null), 401);
            isProblem(http.get(path, tokens.of(Role.PLATFORM_OPERATOR).expired().mint()), 401);
        }
        unwritten(() -> WRITES.forEach(write -> isProblem(send(write, null), 401)));
        isProblem(http.post("/api/v1/catalog/republications", null, null), 401);
        isProblem(http.post("/api/v1/packages/imports?region=" + DISTRICT, null, null), 401);
    }

    @Test
    void anotherRegionsEditorAndOtherRolesWriteNothing() {
        String elsewhere = tokens.of(Role.CATALOG_EDITOR).region(OTHER).mint();
        String nowhere = tokens.of(Role.CATALOG_EDITOR).mint();
        String citizen = tokens.of(Role.APPLICANT).region(DISTRICT).mint();
        String officer =
                tokens.of(Role.CHIEF_APPROVER).region(DISTRICT).department(DEPARTMENT).mint();
        unwritten(
                () -> {
                    for (String token : List.of(elsewhere, nowhere, citizen, officer)) {
                        for (Write write : WRITES) {
                            assertThat(isProblem(send(write, token)).status())
                                    .as("%s %s", write.method(), write.path())
                                    .isIn(403, 404);
                        }
                        isProblem(http.post("/api/v1/catalog/republications", token, null), 403);
                        isProblem(
                                http.post(
                                        "/api/v1/packages/imports?region=" + DISTRICT, token, null),
                                403);
                    }
                });
    }

    @Test
    void aDraftOfAnotherRegionDoesNotExist() {
        String elsewhere = tokens.of(Role.CATALOG_EDITOR).region(OTHER).mint();
        isProblem(http.get("/api/v1/items/" + CODE, elsewhere), 404);
        assertThat(http.get("/api/v1/items?q=试验事项", elsewhere).json().path("items").size())
                .isZero();
        assertThat(http.get("/api/v1/items?q=试验事项", editor()).json().path("items").size())
                .isEqualTo(1);
    }

    @Test
    void aStaleOrMissingVersionWritesNothing() {
        unwritten(
                () -> {
                    for (Write write : WRITES) {
                        boolean versioned =
                                write.path().contains("/" + CODE + "/")
                                        || write.path().contains("/" + BUNCH + "/");
                        if (!versioned) continue;
                        isProblem(send(write, editor(), "If-Match", "\"99\""), 409);
                        isProblem(send(write, editor(), "If-Match", "rubbish"), 400);
                        isProblem(
                                http.send(
                                        write.method(),
                                        write.path(),
                                        editor(),
                                        write.body(),
                                        "Content-Type",
                                        write.contentType(),
                                        "Idempotency-Key",
                                        UUID.randomUUID().toString()),
                                428);
                    }
                });
    }

    @Test
    void aRepeatedKeyAnswersTheSameAndAnotherBodyUnderItIsRefused() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body =
                Map.of(
                        "code", "431103-KEY",
                        "name", "键值局",
                        "uscc", "11370800MB28559184",
                        "region", DISTRICT);
        Http.Answer first =
                http.post("/api/v1/departments", operator(), body, "Idempotency-Key", key);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        unwritten(
                () -> {
                    Http.Answer again =
                            http.post(
                                    "/api/v1/departments",
                                    operator(),
                                    body,
                                    "Idempotency-Key",
                                    key);
                    assertThat(again.status()).isEqualTo(201);
                    assertThat(again.json()).isEqualTo(first.json());
                    Map<String, Object> other = new LinkedHashMap<>(body);
                    other.put("name", "另一局");
                    isProblem(
                            http.post(
                                    "/api/v1/departments",
                                    operator(),
                                    other,
                                    "Idempotency-Key",
                                    key),
                            422);
                    for (Write write : WRITES) {
                        if (!write.method().equals("POST")) continue;
                        isProblem(
                                http.send(
                                        "POST",
                                        write.path(),
                                        operator(),
                                        write.body(),
                                        "Content-Type",
                                        write.contentType(),
                                        "If-Match",
                                        "\"1\""),
                                400);
                    }
                });
    }

    @Test
    void bodiesThatCannotBeUnderstoodAreRefused() {
        unwritten(
                () -> {
                    for (Write write : WRITES) {
                        if (!write.contentType().equals("application/json")) continue;
                        isProblem(raw(write, "{\"a\":"), 400);
                        isProblem(raw(write, "[]"), 400);
                        isProblem(raw(write, "null"), 400);
                        isProblem(raw(write, "{\"unheardOf\":1}"), 400);
                        isProblem(raw(write, "x".repeat(1_200_000)), 400, 413);
                        isProblem(
                                raw(write, "{\"x\":\"" + "y".repeat(1_200_000) + "\"}"), 400, 413);
                        isProblem(
                                send(
                                        new Write(
                                                write.method(),
                                                write.path(),
                                                "<a/>",
                                                "application/xml"),
                                        operator()),
                                415);
                        if (write.body() instanceof Map<?, ?> members) {
                            for (Object member : members.keySet()) {
                                Map<Object, Object> wrong = new LinkedHashMap<>(members);
                                wrong.put(member, Map.of("wrong", List.of(true)));
                                isProblem(
                                        send(
                                                Write.json(write.method(), write.path(), wrong),
                                                operator()),
                                        400);
                            }
                        }
                    }
                });
    }

    @Test
    void answersThatAreNoneAreRefused() {
        String checklist = "/api/v1/items/" + CODE + "/guide/checklist";
        unwritten(
                () -> {
                    isProblem(http.post(checklist, null, Map.of()), 401);
                    for (String body :
                            List.of(
                                    "",
                                    "[]",
                                    "{",
                                    "{\"answers\":[]}",
                                    "{\"answers\":{\"a\":}}",
                                    "{\"on\":\"2026-02-30\"}",
                                    "{\"certificates\":{}}",
                                    "{\"nothing\":1}")) {
                        isProblem(raw(Write.json("POST", checklist, ""), body), 400);
                    }
                    for (Map<String, Object> body :
                            List.<Map<String, Object>>of(
                                    Map.of("place", "43"),
                                    Map.of("answers", Map.of("x".repeat(41), 1)),
                                    Map.of("certificates", List.of(Map.of())),
                                    Map.of(
                                            "certificates",
                                            List.of(Map.of("type", "x".repeat(22)))))) {
                        isProblem(http.post(checklist, operator(), body), 400, 422);
                    }
                    isProblem(http.post(checklist, operator(), Map.of()), 404);
                });
    }

    @Test
    void whatCannotBeStoredIsRefused() {
        unwritten(
                () -> {
                    Map<String, Object> content = new LinkedHashMap<>(CONTENT);
                    content.put("name", "nul\u0000l");
                    isProblem(
                            send(
                                    Write.json("PUT", "/api/v1/items/" + CODE + "/draft", content),
                                    editor()),
                            400,
                            422);
                    isProblem(
                            send(
                                    Write.json(
                                            "PUT",
                                            "/api/v1/items/" + CODE + "/draft",
                                            """
                                            {"name":"half \\ud840","itemType":"01","caseKind":"PROMISED"}
                                            """),
                                    editor()),
                            400);
                    isProblem(
                            send(
                                    Write.json(
                                            "PUT",
                                            "/api/v1/packages/" + BUNCH + "/draft",
                                            Map.of("name", Map.of("zh", "nul\u0000l", "en", "x"))),
                                    editor()),
                            400,
                            422);
                    isProblem(http.get("/api/v1/packages?item=%00", editor()), 400);
                    isProblem(http.get("/api/v1/items?q=%00", editor()), 400);
                    isProblem(http.get("/api/v1/items?department=%00", editor()), 400);
                });
    }

    @Test
    void parametersThatCannotBeAreRefused() {
        for (String path :
                List.of(
                        "/api/v1/regions?limit=0",
                        "/api/v1/regions?limit=201",
                        "/api/v1/regions?limit=x",
                        "/api/v1/regions?level=GALAXY",
                        "/api/v1/items?cursor=%%%",
                        "/api/v1/items?cursor=" + Page.encode(List.of("x")),
                        "/api/v1/items?cursor=" + Page.encode(List.of("x", "y", "z")),
                        "/api/v1/regions?cursor=" + Page.encode(List.of("x", "y")),
                        "/api/v1/departments?cursor=" + Page.encode(List.of("x", "y")),
                        "/api/v1/items?object=ALIEN",
                        "/api/v1/items?status=GONE",
                        "/api/v1/calendars/" + DISTRICT + "/soon")) {
            isProblem(http.get(path.replace("%%%", "~~"), editor()), 400);
        }
        for (String path :
                List.of(
                        "/api/v1/regions/1",
                        "/api/v1/regions/999999999999",
                        "/api/v1/regions?parent=1",
                        "/api/v1/calendars/" + DISTRICT + "/1999",
                        "/api/v1/departments/none",
                        "/api/v1/items/none",
                        "/api/v1/items/none/versions/1",
                        "/api/v1/items/" + CODE + "/versions/1",
                        "/api/v1/packages/none",
                        "/api/v1/packages/none/guide",
                        "/api/v1/packages/" + BUNCH + "/versions/1",
                        "/api/v1/nothing")) {
            isProblem(http.get(path, operator()), 404);
        }
    }

    @Test
    void bundlesAndUpstreamListsAreNoWayAround() {
        String imports = "/api/v1/catalog-bundles/imports";
        String reports = "/api/v1/catalog-upstreams/reports/none/";
        List<Write> writes =
                List.of(
                        new Write("POST", imports, "{}", "application/jsonl"),
                        new Write("POST", imports + "?dryRun=true", "{}", "application/jsonl"),
                        Write.json("POST", "/api/v1/catalog-upstreams/looks", ""),
                        Write.json("POST", reports + "adoption", ""),
                        Write.json("POST", reports + "acknowledgement", Map.of("note", "x")));
        List<String> reads =
                List.of(
                        "/api/v1/catalog-bundles?region=" + DISTRICT,
                        "/api/v1/catalog-bundles/compressed?region=" + DISTRICT,
                        "/api/v1/catalog-upstreams",
                        "/api/v1/catalog-upstreams/none/reports");
        String citizen = tokens.of(Role.APPLICANT).region(DISTRICT).mint();
        unwritten(
                () -> {
                    writes.forEach(write -> isProblem(send(write, null), 401));
                    writes.forEach(write -> isProblem(send(write, citizen), 403));
                    reads.forEach(path -> isProblem(http.get(path, null), 401));
                    reads.forEach(path -> isProblem(http.get(path, citizen), 403));
                    for (String body : List.of("{}", "[]", "x", "\u0000", "{\"bundle\":{}}")) {
                        isProblem(
                                send(
                                        new Write("POST", imports, body, "application/jsonl"),
                                        editor()),
                                422);
                    }
                    isProblem(send(Write.json("POST", imports, "{}"), editor()), 415);
                    isProblem(raw(writes.getLast(), "{\"note\":{}}"), 400);
                    isProblem(raw(writes.getLast(), "{}"), 400, 422);
                    isProblem(send(writes.get(3), editor()), 404);
                    isProblem(send(writes.get(4), editor()), 404);
                    isProblem(
                            http.send(
                                    "POST",
                                    imports,
                                    editor(),
                                    "{}",
                                    "Content-Type",
                                    "application/jsonl"),
                            400);
                    String elsewhere = tokens.of(Role.CATALOG_EDITOR).region(OTHER).mint();
                    isProblem(http.get(reads.getFirst(), elsewhere), 403);
                    isProblem(http.get(reads.getLast(), editor()), 404);
                });
    }

    @Test
    void aTableThatIsNoneIsRefused() {
        unwritten(
                () -> {
                    for (String csv : List.of("x", "a,b\n1,2\n", CSV_HEADER)) {
                        isProblem(
                                send(
                                        new Write(
                                                "POST",
                                                "/api/v1/items/imports?region=" + DISTRICT,
                                                csv,
                                                "text/csv"),
                                        editor()),
                                422);
                    }
                });
    }

    private Http.Answer raw(Write write, String body) {
        return send(Write.json(write.method(), write.path(), body), operator());
    }

    private Http.Answer send(
            Write write, @org.jspecify.annotations.Nullable String token, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", write.contentType()));
        all.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        if (headers.length == 0) all.addAll(List.of("If-Match", "\"1\""));
        return http.send(
                write.method(), write.path(), token, write.body(), all.toArray(String[]::new));
    }

    private static Http.Answer isProblem(Http.Answer answer, int... statuses) {
        if (statuses.length > 0) {
            assertThat(java.util.Arrays.stream(statuses).boxed().toList())
                    .as(answer.text())
                    .contains(answer.status());
        }
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(answer.json().path("type").asString())
                .as(answer.text())
                .startsWith("urn:oneseal:problem:");
        assertThat(answer.json().path("objections").path(0).path("message").asString())
                .as(answer.text())
                .isNotBlank();
        return answer;
    }

    /** Counts all rows of the service before and after. */
    private void unwritten(Runnable abuse) {
        String before = rows();
        abuse.run();
        assertThat(rows()).isEqualTo(before);
    }

    private String rows() {
        return sql.sql(
                        """
                        SELECT concat_ws('/',
                               (SELECT count(*) FROM calendars), (SELECT count(*) FROM departments),
                               (SELECT count(*) FROM officers), (SELECT count(*) FROM provisioning),
                               (SELECT count(*) FROM items), (SELECT sum(version) FROM items),
                               (SELECT count(*) FROM item_versions),
                               (SELECT count(*) FROM packages), (SELECT sum(version) FROM packages),
                               (SELECT count(*) FROM package_versions),
                               (SELECT count(*) FROM register_entries),
                               (SELECT count(*) FROM search_entries),
                               (SELECT count(*) FROM idempotency))
                        """)
                .query(String.class)
                .single();
    }
}
