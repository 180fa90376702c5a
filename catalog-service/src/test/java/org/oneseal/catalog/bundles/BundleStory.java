package org.oneseal.catalog.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.oneseal.catalog.CountyDesk;
import org.oneseal.catalog.guide.Wording;
import org.oneseal.catalog.packages.PackageContent;
import org.oneseal.catalog.packages.TakePackage;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A county's catalog travels as one signed file: tried, taken over, taken over again, and abused.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BundleStory {

    private static final String COUNTY = "431128000000";
    private static final String USCC = "11431128YYYY09017Q";
    private static final String FIRST = USCC + "4000100001000";
    private static final String SECOND = USCC + "4000100002000";
    private static final String PACKAGE = "431128-open-shop";
    private static final String PATH = "/api/v1/catalog-bundles";
    private static final String WAITING =
            "datname = current_database() AND wait_event_type = 'Lock'"
                    + " AND query LIKE '%register_entries%'";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired JdbcClient sql;
    @Autowired DataSource database;
    @Autowired WriteBundle write;
    @Autowired KeyRing keys;
    @Autowired Json json;
    @Autowired MovableClock clock;

    private String editor() {
        return tokens.of(Role.CATALOG_EDITOR).region(COUNTY).mint();
    }

    @BeforeAll
    void aCountyWithAnItem() {
        String operator = tokens.of(Role.PLATFORM_OPERATOR).mint();
        Http.Answer department =
                http.post(
                        "/api/v1/departments",
                        operator,
                        Map.of(
                                "code",
                                "431128-BUN",
                                "name",
                                "行政审批服务局",
                                "uscc",
                                USCC,
                                "region",
                                COUNTY));
        assertThat(department.status()).as(department.text()).isEqualTo(201);
        Http.Answer drafted =
                http.post(
                        "/api/v1/items",
                        editor(),
                        Map.of(
                                "code",
                                FIRST,
                                "department",
                                "431128-BUN",
                                "content",
                                CountyDesk.licence(USCC, "公共场所卫生许可", 5)));
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(201);
        Http.Answer published =
                http.post(
                        "/api/v1/items/" + FIRST + "/versions",
                        editor(),
                        Map.of(),
                        "If-Match",
                        String.valueOf(drafted.header("ETag")));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
    }

    /** A package of the one item there is; its bundle is the catalog's with it. */
    private String withPackage(String name, @Nullable String withdrawn) {
        Map<String, List<JsonNode>> parts = parts(3);
        parts.put(
                "packages",
                List.of(
                        CanonicalJson.parse(
                                json.write(
                                        new PackagesPart.Line(
                                                PACKAGE,
                                                COUNTY,
                                                "431128-BUN",
                                                withdrawn,
                                                List.of(
                                                        new TakePackage.Version(
                                                                content(name),
                                                                LocalDate.EPOCH)))))));
        return new WriteBundle(List.of(), keys, json).write(region(), parts, clock.instant());
    }

    private static PackageContent content(String name) {
        return new PackageContent(
                new Wording(name, "In one go"),
                "",
                List.of(),
                List.of(
                        new PackageContent.Member(FIRST, null, List.of()),
                        new PackageContent.Member(
                                SECOND, null, List.of(new PackageContent.Link(FIRST, null, null)))),
                List.of(),
                null);
    }

    @Test
    @Order(1)
    void whatIsExportedAndTakenInAgainChangesNothing() {
        String bundle = export();
        String before = rows();
        JsonNode trial = take(bundle, true, 200);
        assertThat(trial.path("same").asInt()).as(trial.toString()).isEqualTo(2);
        assertThat(trial.path("lines").size()).isEqualTo(2);
        JsonNode taken = take(bundle, false, 200);
        assertThat(taken.path("same").asInt()).isEqualTo(2);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @Order(2)
    void aTrialTellsFieldByFieldAndTakesNothingOver() {
        String before = rows();
        JsonNode trial = take(changed(3), true, 200);
        assertThat(trial.path("trial").asBoolean()).isTrue();
        assertThat(trial.path("added").asInt()).as(trial.toString()).isEqualTo(2);
        assertThat(trial.path("changed").asInt()).isEqualTo(1);
        JsonNode line = line(trial, FIRST);
        assertThat(line.path("result").asString()).isEqualTo("CHANGED");
        assertThat(line.path("differences").valueStream().map(d -> d.path("pointer").asString()))
                .containsExactly("/promisedLimit/amount");
        assertThat(line(trial, SECOND).path("result").asString()).isEqualTo("NEW");
        assertThat(rows()).isEqualTo(before);
        assertThat(http.get("/api/v1/items/" + SECOND, editor()).status()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void aLineThatIsRefusedKeepsTheWholeBundleOut() {
        String before = rows();
        String wrong = changed(30);
        JsonNode trial = take(wrong, true, 200);
        assertThat(trial.path("refused").asInt()).as(trial.toString()).isEqualTo(1);
        assertThat(line(trial, FIRST).at("/objections/0/code").asString())
                .isEqualTo("promise-exceeds-statute");
        JsonNode refused = take(wrong, false, 422);
        assertThat(refused.at("/objections/0/code").asString())
                .isEqualTo("promise-exceeds-statute");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void whatIsHalfAlteredForeignOrNewerChangesNothingAndSaysWhy() {
        String bundle = changed(3);
        String before = rows();
        refused(bundle.replace("公共场所卫生许可", "公共场所卫生准许"), "bundle-part-altered");
        refused(
                bundle.substring(0, bundle.lastIndexOf('\n', bundle.length() - 2) + 1),
                "bundle-part-incomplete");
        refused(bundle.substring(0, bundle.length() / 2), "bundle-unreadable");
        refused("", "bundle-unreadable");
        refused("{}", "bundle-unreadable");
        refused("[1]", "bundle-unreadable");
        refused(bundle.replace("\"format\":2", "\"format\":3"), "bundle-format-newer");
        refused(
                bundle.replaceFirst("\"exportedAt\":\"20", "\"exportedAt\":\"19"),
                "bundle-signature-invalid");
        refused(bundle + "{\"part\":\"more\",\"data\":{}}\n", "bundle-part-unknown");
        refused(
                bundle.replaceFirst("\"signature\":\"[^\"]*\"", "\"signature\":\"x\""),
                "bundle-signature-invalid");
        KeyRing stranger = KeyRing.ephemeral(CryptoProfile.CN, "stranger");
        String foreign =
                new WriteBundle(List.of(), stranger, json)
                        .write(region(), parts(3), clock.instant());
        refused(foreign, "bundle-key-untrusted");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void itIsTakenOverWholeAndASecondTimeChangesNothing() {
        String bundle = changed(3);
        JsonNode taken = take(bundle, false, 200);
        assertThat(taken.path("added").asInt()).as(taken.toString()).isEqualTo(2);
        assertThat(taken.path("changed").asInt()).isEqualTo(1);
        JsonNode first = http.get("/api/v1/items/" + FIRST, editor()).json();
        assertThat(first.at("/latest/version").asInt()).isEqualTo(2);
        assertThat(first.at("/latest/promisedLimit/amount").asInt()).isEqualTo(3);
        assertThat(http.get("/api/v1/items/" + SECOND, editor()).json().path("status").asString())
                .isEqualTo("IN_FORCE");
        assertThat(
                        http.get("/api/v1/search?q=ysgsdw&region=" + COUNTY, editor())
                                .json()
                                .at("/items/0/ref")
                                .asString())
                .isEqualTo(SECOND);
        String before = rows();
        JsonNode again = take(bundle, false, 200);
        assertThat(again.path("same").asInt()).isEqualTo(again.path("lines").size());
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void onlyTheEditorsOfTheRegionCarryBundles() {
        String other = tokens.of(Role.CATALOG_EDITOR).region("431102000000").mint();
        String citizen = tokens.of(Role.APPLICANT).region(COUNTY).mint();
        String bundle = export();
        for (String token : List.of(other, citizen)) {
            assertThat(http.get(PATH + "?region=" + COUNTY, token).status()).isEqualTo(403);
            assertThat(
                            http.post(
                                            PATH + "/imports",
                                            token,
                                            bundle,
                                            "Content-Type",
                                            "application/jsonl")
                                    .status())
                    .isEqualTo(403);
        }
        assertThat(http.get(PATH + "?region=" + COUNTY, null).status()).isEqualTo(401);
        assertThat(http.get(PATH + "?region=1", editor()).status()).isEqualTo(404);
    }

    @Test
    @Order(7)
    void anActThatIsHereIsTheSameAndOneThatEndedIsGrantedAgain() {
        Http.Answer park =
                http.post(
                        "/api/v1/departments",
                        tokens.of(Role.PLATFORM_OPERATOR).mint(),
                        Map.of(
                                "code", "431128-PARK",
                                "name", "园区管理委员会",
                                "uscc", "11431128YYYY09025K",
                                "region", COUNTY));
        assertThat(park.status()).as(park.text()).isEqualTo(201);
        String today =
                clock.instant()
                        .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                        .toLocalDate()
                        .toString();
        Http.Answer act =
                http.post(
                        "/api/v1/delegations",
                        editor(),
                        Map.of(
                                "kind",
                                "AUTHORISED",
                                "to",
                                "431128-PARK",
                                "items",
                                List.of(FIRST),
                                "departments",
                                List.of(),
                                "validFrom",
                                today,
                                "ground",
                                "县政府授权决定"));
        assertThat(act.status()).as(act.text()).isEqualTo(201);
        String bundle = export();
        assertThat(
                        line(take(bundle, false, 200), "AUTHORISED/431128-BUN/431128-PARK")
                                .path("result")
                                .asString())
                .isEqualTo("SAME");
        Http.Answer revoked =
                http.post(
                        "/api/v1/delegations/" + act.json().path("id").asString() + "/revocation",
                        editor(),
                        Map.of("reason", "收回"),
                        "If-Match",
                        String.valueOf(act.header("ETag")));
        assertThat(revoked.status()).as(revoked.text()).isEqualTo(200);
        assertThat(export()).doesNotContain("\"receiver\":\"431128-PARK\"");
        JsonNode back = take(bundle, true, 200);
        assertThat(line(back, "AUTHORISED/431128-BUN/431128-PARK").path("result").asString())
                .as(back.toString())
                .isEqualTo("NEW");
    }

    @Test
    @Order(8)
    void aPackageTravelsWithItsItemsAndOneThatIsWrongKeepsAllOut() {
        String before = rows();
        Http.Answer wrong =
                http.post(
                        PATH + "/imports",
                        editor(),
                        withPackage(" ", null),
                        "Content-Type",
                        "application/jsonl");
        assertThat(wrong.status()).as(wrong.text()).isEqualTo(422);
        assertThat(rows()).isEqualTo(before);
        JsonNode taken = take(withPackage("开店一件事", null), false, 200);
        assertThat(line(taken, PACKAGE).path("result").asString())
                .as(taken.toString())
                .isEqualTo("NEW");
        JsonNode seen = http.get("/api/v1/packages/" + PACKAGE, editor()).json();
        assertThat(seen.at("/governing/content/members").size()).isEqualTo(2);
        String bundle = export();
        assertThat(bundle).contains("\"part\":\"packages\"", "开店一件事");
        String after = rows();
        assertThat(line(take(bundle, false, 200), PACKAGE).path("result").asString())
                .isEqualTo("SAME");
        assertThat(rows()).isEqualTo(after);
        JsonNode renamed = line(take(withPackage("开小店一件事", null), false, 200), PACKAGE);
        assertThat(renamed.path("result").asString()).isEqualTo("CHANGED");
        assertThat(renamed.at("/differences/0/pointer").asString()).isEqualTo("/name/zh");
        JsonNode gone = line(take(withPackage("开小店一件事", "合并"), false, 200), PACKAGE);
        assertThat(gone.at("/differences/0/pointer").asString()).isEqualTo("/status");
        assertThat(http.get("/api/v1/packages/" + PACKAGE, editor()).json().path("status"))
                .hasToString("\"WITHDRAWN\"");
        JsonNode back = take(withPackage("开大店一件事", null), true, 200);
        assertThat(line(back, PACKAGE).at("/objections/0/code").asString())
                .isEqualTo("package-withdrawn");
    }

    /** Waits in the middle for a table that is locked, where its connection is cut. */
    @Test
    @Order(9)
    void anImportKilledHalfWayLeavesNothingAndMayBeTakenAgain() throws Exception {
        Map<String, List<JsonNode>> parts = parts(4);
        part(parts, "registers")
                .add(
                        CanonicalJson.parse(
                                """
                                {"register":"SYNONYMS","key":"431128-tea","region":"431128000000",
                                 "body":{"words":["茶馆","茶楼"]}}
                                """));
        String bundle =
                new WriteBundle(List.of(), keys, json).write(region(), parts, clock.instant());
        String before = rows();
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement();
                ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE register_entries IN EXCLUSIVE MODE");
            Future<Http.Answer> answer =
                    caller.submit(
                            () ->
                                    http.post(
                                            PATH + "/imports",
                                            editor(),
                                            bundle,
                                            "Content-Type",
                                            "application/jsonl"));
            await().atMost(Patience.SOON).until(() -> waiting() == 1);
            sql.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE " + WAITING)
                    .query(Boolean.class)
                    .list();
            other.rollback();
            assertThat(answer.get(30, TimeUnit.SECONDS).status()).isGreaterThanOrEqualTo(500);
        }
        assertThat(rows()).isEqualTo(before);
        assertThat(take(bundle, false, 200).path("changed").asInt()).isEqualTo(1);
    }

    private int waiting() {
        return sql.sql("SELECT count(*) FROM pg_stat_activity WHERE " + WAITING)
                .query(Integer.class)
                .single();
    }

    /** The exported catalog with a promise changed, another item and words of its own. */
    private String changed(int promise) {
        return new WriteBundle(List.of(), keys, json)
                .write(region(), parts(promise), clock.instant());
    }

    private Map<String, List<JsonNode>> parts(int promise) {
        Map<String, List<JsonNode>> parts = new LinkedHashMap<>();
        for (String name : List.of("departments", "items", "registers")) {
            parts.put(name, new ArrayList<>());
        }
        for (String line : export().lines().skip(1).toList()) {
            JsonNode node = CanonicalJson.parse(line);
            JsonNode data = node.path("data");
            if (data.path("code").asString("").equals(SECOND)) continue;
            if (node.path("part").asString().equals("registers")) continue;
            if (data.path("code").asString("").equals(FIRST)) {
                ObjectNode other = (ObjectNode) CanonicalJson.parse(data.toString());
                amount(data, promise);
                other.put("code", SECOND);
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
                                {"register":"SYNONYMS","key":"431128-water","region":"431128000000",
                                 "body":{"words":["水厂","供水单位"]}}
                                """));
        return parts;
    }

    private static List<JsonNode> part(Map<String, List<JsonNode>> parts, String name) {
        return parts.computeIfAbsent(name, _ -> new ArrayList<>());
    }

    private static void amount(JsonNode item, int promise) {
        for (JsonNode version : item.path("versions")) {
            ((ObjectNode) version.at("/content/promisedLimit")).put("amount", promise);
        }
    }

    private static RegionCode region() {
        return new RegionCode(COUNTY);
    }

    private String export() {
        Http.Answer answer = http.get(PATH + "?region=" + COUNTY, editor());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private JsonNode take(String bundle, boolean dryRun, int status) {
        Http.Answer answer =
                http.post(
                        PATH + "/imports?dryRun=" + dryRun,
                        editor(),
                        bundle,
                        "Content-Type",
                        "application/jsonl");
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.json();
    }

    private void refused(String bundle, String code) {
        for (boolean dryRun : new boolean[] {true, false}) {
            Http.Answer answer =
                    http.post(
                            PATH + "/imports?dryRun=" + dryRun,
                            editor(),
                            bundle,
                            "Content-Type",
                            "application/jsonl");
            // An empty body is none at all.
            assertThat(answer.status()).as(code + answer.text()).isIn(400, 422);
            if (!bundle.isEmpty()) assertThat(answer.objections()).contains(code);
        }
    }

    private static JsonNode line(JsonNode report, String key) {
        return report.path("lines")
                .valueStream()
                .filter(line -> line.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private String rows() {
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
