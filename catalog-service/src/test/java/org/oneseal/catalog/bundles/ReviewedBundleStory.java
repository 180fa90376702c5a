package org.oneseal.catalog.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
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
import org.oneseal.catalog.TwoEditors;
import org.oneseal.catalog.WatchedCity;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A bundle into a county where two persons are needed: the signature of where it comes from
 * replaces nobody's review here.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewedBundleStory extends WatchedCity {

    private static final String SOURCE = "431321000000";
    private static final String USCC = CountyDesk.uscc(REVIEWED, 901);
    private static final String FIRST = USCC + "4000100001000";
    private static final String SECOND = USCC + "4000100002000";
    private static final String PACKAGE = "430225-carried";
    private static final String ACT = "AUTHORISED/430225-BUN/430225-PARK";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired JdbcClient sql;
    @Autowired KeyRing keys;
    @Autowired Json json;
    @Autowired MovableClock clock;

    private CarriedCatalog source;

    private TwoEditors two() {
        return new TwoEditors(http, tokens, REVIEWED);
    }

    @BeforeAll
    void aCatalogElsewhere() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        source = new CarriedCatalog(SOURCE, http, tokens, sql, keys, json, clock);
        source.established();
        new CountyDesk(http, tokens, REVIEWED)
                .department("430225-PARK", "园区管理委员会", CountyDesk.uscc(REVIEWED, 902));
    }

    @Test
    @Order(1)
    void aTrialSaysWhatWouldWaitAndTakesNothingOver() {
        String before = rows();
        JsonNode trial = taken(bundle(5), true);
        assertThat(result(trial, FIRST)).isEqualTo("WAITING");
        assertThat(result(trial, SECOND)).isEqualTo("WAITING");
        assertThat(objections(trial, PACKAGE)).containsOnly("bundle-item-waits").hasSize(2);
        assertThat(objections(trial, ACT)).containsExactly("bundle-item-waits");
        assertThat(trial.path("waiting").asInt()).as(trial.toString()).isEqualTo(4);
        assertThat(trial.path("refused").asInt()).isZero();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    @Order(2)
    void takenOverItLeavesDraftsAndASecondTimeChangesNothing() {
        JsonNode taken = taken(bundle(5), false);
        assertThat(taken.path("waiting").asInt()).as(taken.toString()).isEqualTo(4);
        for (String item : List.of(FIRST, SECOND)) {
            assertThat(two().state(path(item))).isEqualTo("TO_SUBMIT");
            assertThat(two().view(path(item)).path("latest").isNull()).isTrue();
            assertThat(two().history(path(item))).containsExactly("item-edited DRAFTED anna");
        }
        assertThat(http.get("/api/v1/packages/" + PACKAGE, two().anna()).status()).isEqualTo(404);
        String after = rows();
        JsonNode again = taken(bundle(5), false);
        assertThat(again.path("waiting").asInt()).isEqualTo(4);
        assertThat(rows()).isEqualTo(after);
    }

    @Test
    @Order(3)
    void onlyAnotherPersonsReviewHereLetsThemBePublished() {
        assertThat(two().publish(path(FIRST)).objections()).containsExactly("draft-not-checked");
        assertThat(two().review(path(FIRST), two().anna(), Map.of("passed", true)).objections())
                .containsExactly("same-person");
        two().sentBack(path(SECOND), "水质条件不全");
        JsonNode again = taken(bundle(5), false);
        assertThat(result(again, SECOND)).isEqualTo("WAITING");
        assertThat(objections(again, SECOND)).containsExactly("draft-rejected");
        assertThat(two().state(path(SECOND))).isEqualTo("REJECTED");
        two().reviewedAndPublished(path(FIRST));
        two().reviewedAndPublished(path(SECOND));
    }

    @Test
    @Order(4)
    void whatIsMadeOfThemComesWithTheNextImport() {
        JsonNode taken = taken(bundle(5), false);
        assertThat(result(taken, FIRST)).as(taken.toString()).isEqualTo("SAME");
        assertThat(result(taken, ACT)).isEqualTo("NEW");
        assertThat(result(taken, PACKAGE)).isEqualTo("WAITING");
        assertThat(two().state(packagePath())).isEqualTo("TO_SUBMIT");
        two().sentBack(packagePath(), "阶段不清");
        String rejected = rows();
        assertThat(objections(taken(bundle(5), false), PACKAGE)).containsExactly("draft-rejected");
        assertThat(rows()).isEqualTo(rejected);
        two().reviewedAndPublished(packagePath());
        String before = rows();
        JsonNode again = taken(bundle(5), false);
        assertThat(again.path("same").asInt()).as(again.toString()).isEqualTo(5);
        assertThat(rows()).isEqualTo(before);
    }

    /** There is one draft at a time: the version in force first, the planned one after it. */
    @Test
    @Order(5)
    void versionsWaitOneBehindTheOther() {
        JsonNode taken = taken(planned(), false);
        JsonNode line = CarriedCatalog.line(taken, FIRST);
        assertThat(line.path("result").asString()).as(taken.toString()).isEqualTo("WAITING");
        assertThat(line.path("waiting").valueStream().map(JsonNode::asString))
                .containsExactly("2026-11-23", "2027-01-01");
        assertThat(line.path("differences").valueStream().map(d -> d.path("pointer").asString()))
                .containsExactly("/promisedLimit/amount");
        two().reviewedAndPublished(path(FIRST));
        JsonNode next = CarriedCatalog.line(taken(planned(), false), FIRST);
        assertThat(next.path("waiting").valueStream().map(JsonNode::asString))
                .containsExactly("2027-01-01");
        assertThat(two().view(path(FIRST)).at("/draft/promisedLimit/amount").asInt()).isEqualTo(2);
    }

    @Test
    @Order(6)
    void aDraftThatSaysSomethingElseKeepsTheBundleOut() {
        Map<String, Object> mine = CountyDesk.licence(USCC, "公共场所卫生许可", 7);
        two().changed(path(FIRST), mine);
        String before = rows();
        Http.Answer refused = sent(planned(), false);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.objections()).containsExactly("item-being-edited");
        assertThat(rows()).isEqualTo(before);
    }

    private static String path(String item) {
        return "/api/v1/items/" + item;
    }

    private static String packagePath() {
        return "/api/v1/packages/" + PACKAGE;
    }

    private JsonNode taken(String bundle, boolean dryRun) {
        Http.Answer answer = sent(bundle, dryRun);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private Http.Answer sent(String bundle, boolean dryRun) {
        return http.post(
                CarriedCatalog.PATH + "/imports?dryRun=" + dryRun,
                two().anna(),
                bundle,
                "Content-Type",
                "application/jsonl");
    }

    private static String result(JsonNode report, String key) {
        return CarriedCatalog.line(report, key).path("result").asString();
    }

    private static List<String> objections(JsonNode report, String key) {
        return CarriedCatalog.line(report, key)
                .path("objections")
                .valueStream()
                .map(o -> o.path("code").asString())
                .toList();
    }

    /** What the other county has, as if it were this one's, with an act and a package besides. */
    private String bundle(int promise) {
        return signed(parts(promise));
    }

    private Map<String, List<JsonNode>> parts(int promise) {
        Map<String, List<JsonNode>> parts = new LinkedHashMap<>();
        source.parts(promise)
                .forEach((name, lines) -> parts.put(name, lines.stream().map(this::here).toList()));
        parts.remove("registers");
        parts.put("delegations", List.of(act()));
        parts.put("packages", List.of(inOneGo()));
        return parts;
    }

    private JsonNode here(JsonNode line) {
        return CanonicalJson.parse(
                line.toString().replace(source.uscc, USCC).replace("431321", "430225"));
    }

    private JsonNode act() {
        return CanonicalJson.parse(
                """
                {"kind":"AUTHORISED","receiver":"430225-PARK","receiverRegion":"%s",
                 "giver":"430225-BUN","items":["%s"],"area":"%s","validFrom":"2026-11-23",
                 "validTo":null,"ground":"县政府授权决定","letter":null,"takenOver":false}
                """
                        .formatted(REVIEWED, FIRST, REVIEWED));
    }

    private JsonNode inOneGo() {
        return CanonicalJson.parse(
                """
                {"code":"%s","region":"%s","department":"430225-BUN","withdrawn":null,
                 "versions":[{"effectiveFrom":"2026-11-23","content":
                  {"name":{"zh":"开店一件事","en":"In one go"},"basis":"","stages":[],"same":[],
                   "guidance":null,"members":[{"item":"%s","stage":null,"after":[]},
                   {"item":"%s","stage":null,"after":[]}]}}]}
                """
                        .formatted(PACKAGE, REVIEWED, FIRST, SECOND));
    }

    /** Promised faster today, and faster still from the new year on. */
    private String planned() {
        Map<String, List<JsonNode>> parts = parts(3);
        List<JsonNode> items = new ArrayList<>(parts.get("items"));
        for (JsonNode item : items) {
            if (!item.path("code").asString().equals(FIRST)) continue;
            ArrayNode versions = (ArrayNode) item.path("versions");
            ObjectNode later = ((ObjectNode) versions.get(versions.size() - 1)).deepCopy();
            later.put("effectiveFrom", "2027-01-01");
            ((ObjectNode) later.at("/content/promisedLimit")).put("amount", 2);
            versions.add(later);
        }
        return signed(parts);
    }

    private String signed(Map<String, List<JsonNode>> parts) {
        return new WriteBundle(List.of(), keys, json)
                .write(new RegionCode(REVIEWED), parts, clock.instant());
    }

    /** What the county has; others may go on meanwhile. */
    private String rows() {
        return sql.sql(
                        """
                        SELECT concat_ws('/', (SELECT sum(version) FROM items WHERE region = :county),
                               (SELECT sum(version) FROM packages WHERE region = :county),
                               (SELECT sum(version) FROM delegations WHERE region = :county),
                               (SELECT count(*) FROM departments WHERE region = :county),
                               (SELECT count(*) FROM item_versions v JOIN items i ON i.code = v.code
                                 WHERE i.region = :county))
                        """)
                .param("county", REVIEWED)
                .query(String.class)
                .single();
    }
}
