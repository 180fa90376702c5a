package org.oneseal.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What abusing the catalog takes: a draft and a package in the making, and counting all rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Abuse {

    static final String DISTRICT = "431103000000";
    static final String OTHER = "431102000000";
    static final String DEPARTMENT = "431103-TEST";
    static final String USCC = "11430000006122244L";
    static final String CODE = USCC + "4000100009000";
    static final String CSV_HEADER =
            "name,item_type,department,legal_basis,service_object,case_kind,legal_limit,legal_unit,"
                    + "promised_limit,promised_unit,commitment,tolerance,instant,cross_region\n";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired JdbcClient sql;

    record Write(String method, String path, Object body, String contentType) {

        static Write json(String method, String path, Object body) {
            return new Write(method, path, body, "application/json");
        }
    }

    static final Map<String, Object> CONTENT =
            Map.of(
                    "name", "试验事项",
                    "itemType", "01",
                    "caseKind", "PROMISED",
                    "serviceObjects", List.of("LEGAL"));

    static final String BUNCH = "431103-abuse";
    static final Map<String, Object> PACKAGE =
            Map.of("name", Map.of("zh", "试验", "en", "trial"), "members", List.of());

    static final List<Write> WRITES =
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
                            "POST",
                            "/api/v1/items/" + CODE + "/draft/review",
                            Map.of("passed", false, "reason", "x")),
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
                            "/api/v1/packages/" + BUNCH + "/draft/review",
                            Map.of("passed", false, "reason", "x")),
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
                            "POST",
                            "/api/v1/data-resources",
                            Map.of(
                                    "entries",
                                    List.of(
                                            Map.of(
                                                    "code",
                                                    "431103-xin",
                                                    "department",
                                                    DEPARTMENT,
                                                    "name",
                                                    "新资源")))),
                    Write.json(
                            "PUT",
                            "/api/v1/items/" + CODE + "/aliases",
                            Map.of("names", List.of("别名"))),
                    new Write(
                            "POST",
                            "/api/v1/items/imports?region=" + DISTRICT,
                            CSV_HEADER,
                            "text/csv"));

    String operator() {
        return tokens.of(Role.PLATFORM_OPERATOR).mint();
    }

    String editor() {
        return tokens.of(Role.CATALOG_EDITOR).region(DISTRICT).mint();
    }

    @BeforeAll
    void aDepartmentWithADraft() {
        if (http.get("/api/v1/departments/" + DEPARTMENT, operator()).status() == 200) return;
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

    Http.Answer raw(Write write, String body) {
        return send(Write.json(write.method(), write.path(), body), operator());
    }

    Http.Answer send(
            Write write, @org.jspecify.annotations.Nullable String token, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", write.contentType()));
        all.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        if (headers.length == 0) all.addAll(List.of("If-Match", "\"1\""));
        return http.send(
                write.method(), write.path(), token, write.body(), all.toArray(String[]::new));
    }

    static Http.Answer isProblem(Http.Answer answer, int... statuses) {
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
    void unwritten(Runnable abuse) {
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
                               (SELECT count(*) FROM data_resources),
                               (SELECT count(*) FROM data_demands),
                               (SELECT count(*) FROM idempotency))
                        """)
                .query(String.class)
                .single();
    }
}
