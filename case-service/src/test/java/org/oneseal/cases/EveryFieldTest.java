package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.WrongBodies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Every field of every body that the service documents, with a value that its schema forbids: a
 * clear objection each, and nothing is written.
 */
@PlatformTest
class EveryFieldTest extends InDistrict {

    @Autowired JdbcClient jdbc;

    private Answer submitted;

    EveryFieldTest() {
        super("field-firm", "永州市字段有限公司", "91431103MA4TEAUB5F");
    }

    @BeforeEach
    void aSubmittedCase() {
        submitted = district.submit(applicant);
    }

    @Test
    void whatTheSchemaForbidsIsRefusedFieldByField() {
        JsonNode document = http.get("/api/v1/cases/openapi", null).json();
        String all =
                tokens.of(
                                Role.WINDOW_CLERK,
                                Role.CASE_OFFICER,
                                Role.CHIEF_APPROVER,
                                Role.CATALOG_EDITOR,
                                Role.PLATFORM_OPERATOR)
                        .region(District.REGION)
                        .department(District.DEPARTMENT)
                        .subject("everything")
                        .mint();
        List<String> tokens = List.of(all, applicant);
        Map<String, Integer> judged = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        String before = written();
        for (String path : document.path("paths").propertyNames()) {
            JsonNode schema =
                    document.path("paths")
                            .path(path)
                            .at("/post/requestBody/content/application~1json/schema");
            if (schema.isMissingNode()) continue;
            for (WrongBodies.Wrong body : WrongBodies.of(document, schema, District.REGION)) {
                int best = 0;
                for (String token : tokens) {
                    Answer answer = send(path, token, body.json());
                    String what = path + " " + body.what() + ": " + answer.status();
                    boolean refused = answer.status() >= 400 && answer.status() < 500;
                    if (!refused || answer.objections().isEmpty()) {
                        wrong.add(what + " " + answer.text());
                    }
                    if (answer.status() == 400 || answer.status() == 422) best++;
                }
                judged.merge(path, best > 0 ? 1 : 0, Integer::sum);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(judged).hasSizeGreaterThan(40);
        assertThat(judged).as("bodies refused for what they say").doesNotContainValue(0);
        assertThat(written()).isEqualTo(before);
    }

    private Answer send(String path, String token, JsonNode body) {
        String at =
                path.replace("/cases/{id}", "/cases/" + id(submitted))
                        .replaceAll("\\{[a-zA-Z]+}", "x");
        return http.post(
                at, token, body, "If-Match", "\"" + submitted.json().path("version") + "\"");
    }

    /** Rows of every table but those that live their own life. */
    private String written() {
        List<String> tables =
                jdbc.sql(
                                """
                                SELECT table_name FROM information_schema.tables
                                 WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
                                   AND table_name !~ 'outbox|inbox|seal|flyway|idempot|block|relay'
                                 ORDER BY table_name
                                """)
                        .query(String.class)
                        .list();
        StringBuilder counts = new StringBuilder();
        for (String table : tables) {
            long rows = jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
            counts.append(table).append(' ').append(rows).append('\n');
        }
        return counts.toString();
    }
}
