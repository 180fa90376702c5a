package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
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

/** A package is passed or sent back like an item; in some regions by somebody else. */
@PlatformTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackageReviewStory extends WatchedCity {

    private static final String CODE = "430225-two";
    private static final String PATH = "/api/v1/packages/" + CODE;
    private static final String NEIGHBOUR = "430482000000";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;

    private TwoEditors editors(String county) {
        return new TwoEditors(http, tokens, county);
    }

    @Test
    @Order(1)
    void whereTwoAreNeededAPackageIsPublishedOnceAnotherPersonPassedIt() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        TwoEditors two = editors(REVIEWED);
        CountyDesk desk = new CountyDesk(http, tokens, REVIEWED);
        desk.department("430225-P1", "卫生健康一局", CountyDesk.uscc(REVIEWED, 71));
        for (int item : new int[] {1, 2}) {
            drafted(REVIEWED, item);
            two.reviewedAndPublished("/api/v1/items/" + item(REVIEWED, item));
        }
        begun(REVIEWED, CODE, content("开店", item(REVIEWED, 1), item(REVIEWED, 2)));
        assertThat(two.state(PATH)).isEqualTo("TO_SUBMIT");
        refused(two.publish(PATH), 409, "draft-not-checked");
        assertThat(check()).containsExactly("draft-not-checked");
        refused(two.review(PATH, two.anna(), Map.of("passed", true)), 422, "same-person");
        refused(two.review(PATH, two.ben(), Map.of("passed", false)), 422, "reason-missing");
        two.sentBack(PATH, "阶段不清");
        assertThat(two.state(PATH)).isEqualTo("REJECTED");
        assertThat(two.view(PATH).path("reviewReason").asString()).isEqualTo("阶段不清");
        assertThat(http.get(PATH, auditor()).status()).isEqualTo(404);
        refused(two.publish(PATH), 409, "draft-rejected");
        two.changed(PATH, content("开小店", item(REVIEWED, 1), item(REVIEWED, 2)));
        assertThat(two.state(PATH)).isEqualTo("TO_SUBMIT");
        two.passed(PATH);
        assertThat(two.state(PATH)).isEqualTo("CHECKED");
        assertThat(check()).isEmpty();
        Http.Answer published = two.publish(PATH);
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(two.view(PATH).path("editorialState").isNull()).isTrue();
        refused(two.review(PATH, two.ben(), Map.of("passed", true)), 409, "package-without-draft");
        assertThat(two.history(PATH))
                .containsExactly(
                        "package-published anna",
                        "package-edited CHECKED ben",
                        "package-edited CHANGED anna",
                        "package-edited REJECTED ben 阶段不清",
                        "package-edited DRAFTED anna");
        Contracts contracts = Contracts.of("catalog-service");
        List<JsonNode> facts = facts();
        assertThat(facts).hasSize(4);
        facts.forEach(fact -> contracts.assertValid("package-edited", fact));
    }

    @Test
    @Order(2)
    void passingTellsEverythingThatPublishingWouldAndAWrongBodyIsTold() {
        TwoEditors two = editors(REVIEWED);
        two.changed(PATH, content("", item(REVIEWED, 1), "none"));
        Http.Answer told = two.review(PATH, two.ben(), Map.of("passed", true));
        assertThat(told.status()).isEqualTo(422);
        assertThat(told.objections()).contains("wording-missing", "item-unknown");
        assertThat(two.publish(PATH).objections()).isEqualTo(told.objections());
        refused(two.review(PATH, two.ben(), Map.of("reason", "x")), 422, "field-invalid");
        refused(two.review(PATH, two.ben(), Map.of("passed", List.of())), 400, "field-wrong-type");
        two.changed(PATH, content("开小店", item(REVIEWED, 1), item(REVIEWED, 2)));
        refused(two.review(PATH, two.ben(), Map.of("passed", true)), 422, "package-unchanged");
        assertThat(two.state(PATH)).isEqualTo("TO_SUBMIT");
        String elsewhere = tokens.of(Role.CATALOG_EDITOR).region(NEIGHBOUR).mint();
        assertThat(two.review(PATH, elsewhere, Map.of("passed", true)).status()).isEqualTo(403);
        assertThat(two.review(PATH, auditor(), Map.of("passed", true)).status()).isEqualTo(403);
    }

    @Test
    @Order(3)
    void elsewhereOneActChecksAndPublishesUnlessTheDraftWasSentBack() {
        TwoEditors two = editors(NEIGHBOUR);
        CountyDesk desk = new CountyDesk(http, tokens, NEIGHBOUR);
        desk.department("430482-P1", "卫生健康一局", CountyDesk.uscc(NEIGHBOUR, 71));
        for (int item : new int[] {1, 2}) {
            drafted(NEIGHBOUR, item);
            assertThat(two.publish("/api/v1/items/" + item(NEIGHBOUR, item)).status())
                    .isEqualTo(201);
        }
        Map<String, Object> content = content("开店", item(NEIGHBOUR, 1), item(NEIGHBOUR, 2));
        begun(NEIGHBOUR, "430482-two", content);
        String path = "/api/v1/packages/430482-two";
        two.sentBack(path, "待核");
        refused(two.publish(path), 409, "draft-rejected");
        assertThat(two.review(path, two.anna(), Map.of("passed", true)).status()).isEqualTo(200);
        assertThat(two.publish(path).status()).isEqualTo(201);
    }

    private static String item(String county, int number) {
        return CountyDesk.uscc(county, 71) + "400010000" + number + "000";
    }

    private void drafted(String county, int number) {
        Map<String, Object> licence =
                CountyDesk.licence(CountyDesk.uscc(county, 71), "公共场所卫生许可" + number, 5);
        created(
                "/api/v1/items",
                county,
                Map.of(
                        "code",
                        item(county, number),
                        "department",
                        county.substring(0, 6) + "-P1",
                        "content",
                        licence));
    }

    private void begun(String county, String code, Map<String, Object> content) {
        created(
                "/api/v1/packages",
                county,
                Map.of(
                        "code",
                        code,
                        "department",
                        county.substring(0, 6) + "-P1",
                        "content",
                        content));
    }

    private void created(String path, String county, Map<String, Object> body) {
        Http.Answer answer = http.post(path, editors(county).anna(), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static Map<String, Object> content(String name, String... items) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", FoodShop.text(name, "Opening a shop"));
        content.put("members", List.of(items).stream().map(i -> Map.of("item", i)).toList());
        return content;
    }

    private String auditor() {
        return tokens.of(Role.AUDITOR).region(REVIEWED).mint();
    }

    private List<String> check() {
        return http.get(PATH + "/draft/check", editors(REVIEWED).anna())
                .json()
                .path("objections")
                .valueStream()
                .map(o -> o.path("code").asString())
                .toList();
    }

    private static void refused(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.objections()).containsExactly(code);
    }

    /** The events of edits and reviews as they were written. */
    private List<JsonNode> facts() {
        return sql
                .sql(
                        """
                        SELECT data FROM history
                         WHERE aggregate_id = :code AND type = 'catalog.package-edited'
                        """)
                .param("code", CODE)
                .query(String.class)
                .list()
                .stream()
                .map(data -> EventJson.reader().readTree(data))
                .toList();
    }
}
