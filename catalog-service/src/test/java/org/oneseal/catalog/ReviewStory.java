package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

/** A draft is passed or sent back before it is published; in some regions by somebody else. */
@PlatformTest
class ReviewStory extends WatchedCity {

    private static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");
    private static final String TODAY = "2026-11-23";
    private static final String NEIGHBOUR = "430482000000";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;

    @Test
    void whereTwoAreNeededADraftIsPublishedOnceAnotherPersonPassedIt() {
        clock.setTo(MORNING);
        String anna = editor(REVIEWED, "anna");
        String ben = editor(REVIEWED, "ben");
        String item = item(REVIEWED, 41);
        String tag = drafted(REVIEWED, 41, anna);
        assertThat(view(item, anna).path("editorialState").asString()).isEqualTo("TO_SUBMIT");
        refused(publish(item, anna, tag), 409, "draft-not-checked");
        refused(review(item, anna, tag, Map.of("passed", true)), 422, "same-person");
        refused(review(item, ben, tag, Map.of("passed", false)), 422, "reason-missing");
        tag = done(review(item, ben, tag, Map.of("passed", false, "reason", "许可条件不全")));
        assertThat(view(item, anna).path("editorialState").asString()).isEqualTo("REJECTED");
        assertThat(view(item, anna).path("reviewReason").asString()).isEqualTo("许可条件不全");
        refused(publish(item, anna, tag), 409, "draft-rejected");
        tag = changed(item, anna, tag, licence(REVIEWED, 41, 9));
        assertThat(view(item, anna).path("editorialState").asString()).isEqualTo("TO_SUBMIT");
        tag = done(review(item, ben, tag, Map.of("passed", true)));
        assertThat(view(item, anna).path("editorialState").asString()).isEqualTo("CHECKED");
        assertThat(publish(item, anna, tag).status()).isEqualTo(201);
        assertThat(view(item, anna).path("editorialState").isNull()).isTrue();
        assertThat(new TwoEditors(http, tokens, REVIEWED).history("/api/v1/items/" + item))
                .containsExactly(
                        "item-published anna",
                        "item-edited CHECKED ben",
                        "item-edited CHANGED anna",
                        "item-edited REJECTED ben 许可条件不全",
                        "item-edited DRAFTED anna");
        Contracts contracts = Contracts.of("catalog-service");
        facts(item).forEach(fact -> contracts.assertValid("item-edited", fact));
    }

    @Test
    void elsewhereOneActChecksAndPublishesUnlessTheDraftWasSentBack() {
        clock.setTo(MORNING);
        String anna = editor(NEIGHBOUR, "anna");
        String item = item(NEIGHBOUR, 42);
        String tag = drafted(NEIGHBOUR, 42, anna);
        tag = done(review(item, anna, tag, Map.of("passed", false, "reason", "待核")));
        refused(publish(item, anna, tag), 409, "draft-rejected");
        tag = changed(item, anna, tag, licence(NEIGHBOUR, 42, 9));
        Http.Answer published = publish(item, anna, tag);
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        refused(
                review(item, anna, CountyDesk.tag(published), Map.of("passed", true)),
                409,
                "item-without-draft");
    }

    @Test
    void passingTellsEverythingThatPublishingWouldAndAWrongBodyIsTold() {
        clock.setTo(MORNING);
        String anna = editor(REVIEWED, "anna");
        String ben = editor(REVIEWED, "ben");
        String item = item(REVIEWED, 43);
        String tag = drafted(REVIEWED, 43, anna);
        Map<String, Object> unfit = licence(REVIEWED, 43, 9);
        unfit.put("legalBasis", "");
        unfit.put("materials", List.of(CountyDesk.material("m1", "其他材料")));
        tag = changed(item, anna, tag, unfit);
        Http.Answer told = review(item, ben, tag, Map.of("passed", true));
        assertThat(told.status()).isEqualTo(422);
        assertThat(told.objections()).contains("legal-basis-missing", "material-catch-all");
        assertThat(publish(item, ben, tag).objections()).isEqualTo(told.objections());
        refused(review(item, ben, tag, Map.of("reason", "x")), 422, "field-invalid");
        refused(review(item, ben, tag, Map.of("passed", List.of())), 400, "field-wrong-type");
        assertThat(view(item, anna).path("editorialState").asString()).isEqualTo("TO_SUBMIT");
        String elsewhere = editor(NEIGHBOUR, "eve");
        assertThat(review(item, elsewhere, tag, Map.of("passed", true)).status()).isEqualTo(404);
        String auditor = tokens.of(Role.AUDITOR).region(REVIEWED).mint();
        assertThat(review(item, auditor, tag, Map.of("passed", true)).status()).isEqualTo(403);
    }

    private String editor(String county, String name) {
        return tokens.of(Role.CATALOG_EDITOR).region(county).subject(name).mint();
    }

    private static String item(String county, int body) {
        return CountyDesk.uscc(county, body) + "4000100001000";
    }

    private static Map<String, Object> licence(String county, int body, int promised) {
        return new LinkedHashMap<>(
                CountyDesk.licence(CountyDesk.uscc(county, body), "公共场所卫生许可", promised));
    }

    private String drafted(String county, int body, String editor) {
        String department = county.substring(0, 6) + "-R" + body;
        new CountyDesk(http, tokens, county)
                .department(department, "卫生健康" + body + "局", CountyDesk.uscc(county, body));
        Map<String, Object> begun =
                Map.of(
                        "code", item(county, body),
                        "department", department,
                        "content", licence(county, body, 10));
        return CountyDesk.tag(http.post("/api/v1/items", editor, begun));
    }

    private String changed(String item, String editor, String tag, Map<String, Object> content) {
        return done(http.put("/api/v1/items/" + item + "/draft", editor, content, "If-Match", tag));
    }

    private Http.Answer review(String item, String editor, String tag, Map<String, ?> body) {
        return http.post("/api/v1/items/" + item + "/draft/review", editor, body, "If-Match", tag);
    }

    private Http.Answer publish(String item, String editor, String tag) {
        return http.post(
                "/api/v1/items/" + item + "/versions",
                editor,
                Map.of("effectiveFrom", TODAY),
                "If-Match",
                tag);
    }

    private static String done(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return CountyDesk.tag(answer);
    }

    private static void refused(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.objections()).containsExactly(code);
    }

    private JsonNode view(String item, String editor) {
        return http.get("/api/v1/items/" + item, editor).json();
    }

    /** The events of edits and reviews as they were written. */
    private List<JsonNode> facts(String item) {
        List<JsonNode> facts =
                sql
                        .sql(
                                """
                                SELECT data FROM history
                                 WHERE aggregate_id = :code AND type = 'catalog.item-edited'
                                """)
                        .param("code", item)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(data -> EventJson.reader().readTree(data))
                        .toList();
        assertThat(facts).hasSize(4);
        return facts;
    }
}
