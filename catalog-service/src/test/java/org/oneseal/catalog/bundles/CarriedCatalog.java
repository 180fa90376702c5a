package org.oneseal.catalog.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.catalog.CountyDesk;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The catalog of a county that travels: what is in it, and how it is taken over. */
final class CarriedCatalog {

    static final String PATH = "/api/v1/catalog-bundles";

    final String county;
    final String department;
    final String uscc;
    final String first;
    final String second;
    private final Http http;
    private final Tokens tokens;
    private final JdbcClient sql;
    private final KeyRing keys;
    private final Json json;
    private final MovableClock clock;

    CarriedCatalog(
            String county,
            Http http,
            Tokens tokens,
            JdbcClient sql,
            KeyRing keys,
            Json json,
            MovableClock clock) {
        this.county = county;
        this.department = county.substring(0, 6) + "-BUN";
        this.uscc = CountyDesk.uscc(county, 901);
        this.first = uscc + "4000100001000";
        this.second = uscc + "4000100002000";
        this.http = http;
        this.tokens = tokens;
        this.sql = sql;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    String editor() {
        return tokens.of(Role.CATALOG_EDITOR).region(county).mint();
    }

    /** A department with one item that is published. */
    void established() {
        String operator = tokens.of(Role.PLATFORM_OPERATOR).mint();
        Http.Answer registered =
                http.post(
                        "/api/v1/departments",
                        operator,
                        Map.of(
                                "code",
                                department,
                                "name",
                                "行政审批服务局",
                                "uscc",
                                uscc,
                                "region",
                                county));
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        Http.Answer drafted =
                http.post(
                        "/api/v1/items",
                        editor(),
                        Map.of(
                                "code",
                                first,
                                "department",
                                department,
                                "content",
                                CountyDesk.licence(uscc, "公共场所卫生许可", 5)));
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(201);
        Http.Answer published =
                http.post(
                        "/api/v1/items/" + first + "/versions",
                        editor(),
                        Map.of(),
                        "If-Match",
                        String.valueOf(drafted.header("ETag")));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
    }

    /** Parts as a bundle signed by the platform's key. */
    String signed(Map<String, List<JsonNode>> parts) {
        return new WriteBundle(List.of(), keys, json).write(region(), parts, clock.instant());
    }

    /** Answers with whatever becomes of it. */
    Http.Answer imported(String bundle, String query) {
        return http.post(
                PATH + "/imports" + query, editor(), bundle, "Content-Type", "application/jsonl");
    }

    /** The exported catalog with a promise changed, another item and words of its own. */
    String changed(int promise) {
        return signed(parts(promise));
    }

    Map<String, List<JsonNode>> parts(int promise) {
        Map<String, List<JsonNode>> parts = new LinkedHashMap<>();
        for (String name : List.of("departments", "items", "registers")) {
            parts.put(name, new ArrayList<>());
        }
        for (String line : export().lines().skip(1).toList()) {
            JsonNode node = CanonicalJson.parse(line);
            JsonNode data = node.path("data");
            if (data.path("code").asString("").equals(second)) continue;
            if (node.path("part").asString().equals("registers")) continue;
            if (data.path("code").asString("").equals(first)) {
                ObjectNode other = (ObjectNode) CanonicalJson.parse(data.toString());
                amount(data, promise);
                other.put("code", second);
                ArrayNode versions = (ArrayNode) other.path("versions");
                while (versions.size() > 1) versions.remove(0);
                ((ObjectNode) other.at("/versions/0/content")).put("name", "饮用水供水单位卫生许可");
                amount(other, 5);
                part(parts, "items").add(data);
                part(parts, "items").add(other);
            } else {
                part(parts, node.path("part").asString()).add(data);
            }
        }
        part(parts, "registers")
                .add(
                        CanonicalJson.parse(
                                """
                                {"register":"SYNONYMS","key":"%s-water","region":"%s",
                                 "body":{"words":["水厂","供水单位"]}}
                                """
                                        .formatted(region().prefix(), county)));
        return parts;
    }

    static List<JsonNode> part(Map<String, List<JsonNode>> parts, String name) {
        return parts.computeIfAbsent(name, _ -> new ArrayList<>());
    }

    private static void amount(JsonNode item, int promise) {
        for (JsonNode version : item.path("versions")) {
            ((ObjectNode) version.at("/content/promisedLimit")).put("amount", promise);
        }
    }

    RegionCode region() {
        return new RegionCode(county);
    }

    String export() {
        Http.Answer answer = http.get(PATH + "?region=" + county, editor());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    JsonNode take(String bundle, boolean dryRun, int status) {
        Http.Answer answer = imported(bundle, "?dryRun=" + dryRun);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.json();
    }

    void refused(String bundle, String code) {
        for (boolean dryRun : new boolean[] {true, false}) {
            Http.Answer answer = imported(bundle, "?dryRun=" + dryRun);
            // An empty body is none at all.
            assertThat(answer.status()).as(code + answer.text()).isIn(400, 422);
            if (!bundle.isEmpty()) assertThat(answer.objections()).contains(code);
        }
    }

    static JsonNode line(JsonNode report, String key) {
        return report.path("lines")
                .valueStream()
                .filter(line -> line.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    String rows() {
        return sql.sql(
                        """
                        SELECT concat_ws('/', (SELECT count(*) FROM departments),
                               (SELECT sum(version) FROM items), (SELECT count(*) FROM item_versions),
                               (SELECT sum(version) FROM register_entries),
                               (SELECT count(*) FROM search_entries), (SELECT count(*) FROM history))
                        """)
                .query(String.class)
                .single();
    }
}
