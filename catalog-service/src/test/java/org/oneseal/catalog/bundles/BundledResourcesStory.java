package org.oneseal.catalog.bundles;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.oneseal.catalog.CountyDesk;
import org.oneseal.catalog.DataResourceBodies;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Data resources travel with the items that name them. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BundledResourcesStory {

    /** 宣汉县 and 开江县. */
    private static final String SOURCE = "511722000000";

    private static final String TARGET = "511723000000";
    private static final String THERE = "511722-household";
    private static final String HERE = "511723-household";
    private static final String PATH = "/api/v1/data-resources";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired JdbcClient sql;
    @Autowired KeyRing keys;
    @Autowired Json json;
    @Autowired MovableClock clock;
    private CarriedCatalog source;

    @BeforeAll
    void anItemThatNamesAResource() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        source = new CarriedCatalog(SOURCE, http, tokens, sql, keys, json, clock);
        source.established();
        created(
                PATH,
                Map.of(
                        "entries",
                        List.of(
                                Map.of(
                                        "code",
                                        THERE,
                                        "department",
                                        source.department,
                                        "name",
                                        "户籍"))));
        created(
                PATH + "/" + THERE + "/versions",
                Map.of("content", DataResourceBodies.shared("户籍信息")),
                "If-Match",
                "\"1\"");
        Map<String, Object> content = CountyDesk.licence(source.uscc, "公共场所卫生许可", 5);
        Map<String, Object> material = new LinkedHashMap<>(CountyDesk.material("m1", "户口簿"));
        material.put("source", "GOVERNMENT");
        material.put("resource", THERE);
        content.put("materials", List.of(material));
        CountyDesk desk = new CountyDesk(http, tokens, SOURCE);
        String path = "/api/v1/items/" + source.first;
        String tag = CountyDesk.tag(http.get(path, desk.editor()));
        Http.Answer published =
                http.post(
                        path + "/versions",
                        desk.editor(),
                        Map.of(),
                        "If-Match",
                        desk.redraft(source.first, tag, content));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
    }

    private void created(String path, Object body, String... headers) {
        Http.Answer answer = http.post(path, source.editor(), body, headers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @Test
    @Order(1)
    void whatIsExportedAndTakenInAgainChangesNothing() {
        String before = rows();
        JsonNode taken = source.take(source.export(), false, 200);
        assertThat(taken.path("same").asInt()).as(taken.toString()).isEqualTo(3);
        assertThat(CarriedCatalog.line(taken, THERE).path("part").asString())
                .isEqualTo("resources");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @Order(2)
    void elsewhereTheResourceComesBeforeTheItemThatNamesIt() {
        String bundle = elsewhere("UNCONDITIONAL");
        JsonNode taken = taken(bundle, 200);
        assertThat(result(taken, HERE)).as(taken.toString()).isEqualTo("NEW");
        assertThat(taken.path("added").asInt()).isEqualTo(3);
        JsonNode said = http.get(PATH + "/" + HERE, editor()).json();
        assertThat(said.at("/said/content/name").asString()).isEqualTo("户籍信息");
        assertThat(said.path("status").asString()).isEqualTo("PUBLISHED");
        String before = rows();
        assertThat(taken(bundle, 200).path("same").asInt()).isEqualTo(3);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void whatBreaksTheRulesOrBelongsToAnotherKeepsAllOut() {
        new CountyDesk(http, tokens, TARGET)
                .department("511723-GA", "公安局", CountyDesk.uscc(TARGET, 7));
        String before = rows();
        JsonNode refused = taken(elsewhere("NOT_SHARED"), 422);
        assertThat(codes(refused)).contains("share-ground-missing");
        JsonNode conditional = taken(elsewhere("CONDITIONAL"), 422);
        assertThat(codes(conditional))
                .containsExactly("share-condition-missing", "share-ground-missing");
        assertThat(codes(taken(elsewhere("UNCONDITIONAL", "511723-GA"), 422)))
                .containsExactly("resource-elsewhere");
        assertThat(codes(taken(elsewhere("UNCONDITIONAL", source.department), 422)))
                .containsExactly("bundle-region-outside");
        assertThat(rows()).isEqualTo(before);
    }

    private String elsewhere(String share) {
        return elsewhere(share, "511723-BUN");
    }

    /** The other county's catalog as if it were this one's, its resource of a unit. */
    private String elsewhere(String share, String unit) {
        Map<String, List<JsonNode>> parts = new LinkedHashMap<>();
        for (String line : source.export().lines().skip(1).toList()) {
            JsonNode node = CanonicalJson.parse(line);
            String data =
                    node.path("data")
                            .toString()
                            .replace(source.uscc, CountyDesk.uscc(TARGET, 901))
                            .replace("511722", "511723")
                            .replace("\"UNCONDITIONAL\"", "\"" + share + "\"");
            ObjectNode here = (ObjectNode) CanonicalJson.parse(data);
            String part = node.path("part").asString();
            if (part.equals("resources")) here.put("department", unit);
            CarriedCatalog.part(parts, part).add(here);
        }
        return new WriteBundle(List.of(), keys, json)
                .write(new RegionCode(TARGET), parts, clock.instant());
    }

    private String editor() {
        return new CountyDesk(http, tokens, TARGET).editor();
    }

    private JsonNode taken(String bundle, int status) {
        Http.Answer answer =
                http.post(
                        CarriedCatalog.PATH + "/imports",
                        editor(),
                        bundle,
                        "Content-Type",
                        "application/jsonl");
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.json();
    }

    private static String result(JsonNode report, String key) {
        return CarriedCatalog.line(report, key).path("result").asString();
    }

    private static List<String> codes(JsonNode problem) {
        return problem.path("objections")
                .valueStream()
                .map(o -> o.path("code").asString())
                .toList();
    }

    /** What the counties have; others may go on meanwhile. */
    private String rows() {
        return sql.sql(
                        """
                        SELECT concat_ws('/',
                               (SELECT sum(version) FROM data_resources WHERE region IN (:counties)),
                               (SELECT sum(version) FROM items WHERE region IN (:counties)),
                               (SELECT count(*) FROM departments WHERE region IN (:counties)),
                               (SELECT count(*) FROM history h
                                  JOIN data_resources r ON r.code = h.aggregate_id
                                 WHERE r.region IN (:counties)))
                        """)
                .param("counties", List.of(SOURCE, TARGET))
                .query(String.class)
                .single();
    }
}
