package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.oneseal.catalog.HandingOn.LETTER;
import static org.oneseal.catalog.HandingOn.body;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Items go down to a town and a village, to a park, to one bureau, and come back. */
@PlatformTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DelegationStory {

    private static final String DISTRICT = "431103000000";
    private static final String TOWN = "431103001000";
    private static final String VILLAGE = "431103001001";
    private static final String OTHER_TOWN = "431103002000";
    private static final String HEALTH = "431103-WJ";
    private static final String HEALTH_USCC = "11431103YYYY000121";
    private static final String MARKET = "431103-SJ";
    private static final String MARKET_USCC = "11431103YYYY00020U";
    private static final String BUREAU = "431103-SP";
    private static final String PARK = "431103-GYY";
    private static final String TOWNHALL = "431103-Z1";
    private static final String TOWNHALL_USCC = "11431103YYYY00338N";
    private static final String COMMITTEE = "431103-C1";
    private static final String HYGIENE = HEALTH_USCC + "4000100001000";
    private static final String WATER = HEALTH_USCC + "4000100002000";
    private static final String FOOD = MARKET_USCC + "4000100007000";
    private static final String OWN = TOWNHALL_USCC + "5000100001000";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;

    private CountyDesk desk() {
        return new CountyDesk(http, tokens, DISTRICT);
    }

    private void day(String day) {
        clock.setTo(Instant.parse(day + "T02:00:00Z"));
    }

    @Test
    @Order(1)
    void theDistrictHasItsItemsAndEachOwnerHandlesItsOwn() {
        day("2026-11-23");
        CountyDesk desk = desk();
        desk.department(HEALTH, "卫生健康局", HEALTH_USCC);
        desk.department(MARKET, "市场监督管理局", MARKET_USCC);
        desk.department(BUREAU, "行政审批服务局", "11431103YYYY00311Y");
        desk.department(PARK, "工业园管理委员会", "11431103YYYY0032XN");
        desk.department(TOWNHALL, "街道办事处", TOWNHALL_USCC, TOWN);
        desk.department(COMMITTEE, "社区居民委员会", "11431103YYYY00346H", VILLAGE);
        publish(HYGIENE, HEALTH, HEALTH_USCC, "公共场所卫生许可");
        publish(WATER, HEALTH, HEALTH_USCC, "饮用水供水单位卫生许可");
        publish(FOOD, MARKET, MARKET_USCC, "食品经营许可");
        assertHandler(HYGIENE, VILLAGE, "", HEALTH, HEALTH);
    }

    @Test
    @Order(2)
    void whatGoesDownCountsFromItsTakeoverAndOnlyForThePlace() {
        Http.Answer act =
                grant("HANDED_DOWN", TOWNHALL, null, List.of(HYGIENE), "2026-11-24", null);
        assertThat(act.status()).as(act.text()).isEqualTo(201);
        day("2026-11-24");
        assertThat(state(act)).isEqualTo("AWAITING_TAKEOVER");
        assertHandler(HYGIENE, VILLAGE, "", HEALTH, HEALTH);
        String townEditor = tokens.of(Role.CATALOG_EDITOR).region(TOWN).mint();
        Http.Answer taken =
                http.post(
                        path(act) + "/takeover",
                        townEditor,
                        Map.of(),
                        "If-Match",
                        CountyDesk.tag(act));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.json().path("state").asString()).isEqualTo("IN_FORCE");
        assertHandler(HYGIENE, VILLAGE, "", TOWNHALL, TOWNHALL);
        assertHandler(HYGIENE, OTHER_TOWN, "", HEALTH, HEALTH);
        assertHandler(HYGIENE, VILLAGE, "&on=2026-11-23", HEALTH, HEALTH);
    }

    @Test
    @Order(3)
    void theTownEntrustsTheCommunityWhichActsInTheTownsName() {
        day("2026-11-25");
        Http.Answer act =
                grant("ENTRUSTED", COMMITTEE, TOWNHALL, List.of(HYGIENE), "2026-11-25", LETTER);
        assertThat(act.status()).as(act.text()).isEqualTo(201);
        assertHandler(HYGIENE, VILLAGE, "", COMMITTEE, TOWNHALL);
        assertHandler(HYGIENE, TOWN, "", TOWNHALL, TOWNHALL);
        Http.Answer further =
                grant(
                        "ENTRUSTED",
                        PARK,
                        COMMITTEE,
                        List.of(HYGIENE),
                        "2026-11-25",
                        LETTER,
                        VILLAGE);
        assertThat(further.objections()).containsExactly("holder-cannot-pass-on");
    }

    @Test
    @Order(4)
    void aParkNeedsASignedLetterAndAnswersForItself() {
        assertThat(grant("PARK", PARK, null, List.of(WATER), "2026-11-25", null).objections())
                .containsExactly("letter-missing");
        Http.Answer act = grant("PARK", PARK, null, List.of(WATER, FOOD), "2026-11-25", LETTER);
        assertThat(act.status()).as(act.text()).isEqualTo(201);
        assertHandler(WATER, DISTRICT, "&park=" + PARK, PARK, PARK);
        assertHandler(WATER, DISTRICT, "", HEALTH, HEALTH);
    }

    @Test
    @Order(5)
    void theItemsOfManyDepartmentsMoveToOneBureauInOneAct() {
        Map<String, Object> body =
                body("CONCENTRATED", BUREAU, null, List.of(), "2026-11-26", null);
        body.put("departments", List.of(HEALTH, MARKET));
        Http.Answer act = http.post("/api/v1/delegations", desk().editor(), body);
        assertThat(act.status()).as(act.text()).isEqualTo(201);
        assertThat(act.json().path("itemCount").asInt()).isEqualTo(3);
        assertThat(state(act)).isEqualTo("PLANNED");
        assertHandler(FOOD, DISTRICT, "", MARKET, MARKET);
        day("2026-11-26");
        assertThat(state(act)).isEqualTo("IN_FORCE");
        for (String item : List.of(HYGIENE, WATER, FOOD)) {
            assertHandler(item, DISTRICT, "", BUREAU, BUREAU);
        }
        assertHandler(HYGIENE, VILLAGE, "", COMMITTEE, TOWNHALL);
        assertHandler(FOOD, DISTRICT, "&on=2026-11-25", MARKET, MARKET);
        JsonNode moved =
                http.get("/api/v1/items/" + HYGIENE + "/delegations", desk().citizen()).json();
        assertThat(moved.valueStream().map(g -> g.path("kind").asString()))
                .containsExactlyInAnyOrder("HANDED_DOWN", "ENTRUSTED", "CONCENTRATED");
    }

    @Test
    @Order(6)
    void eachLevelHasItsList() {
        String lists = "/api/v1/delegations/items?region=" + DISTRICT;
        assertThat(items(lists + "&level=TOWN")).containsExactly(HYGIENE);
        assertThat(items(lists + "&level=VILLAGE")).containsExactly(HYGIENE);
        assertThat(items(lists + "&kind=PARK")).containsExactly(WATER, FOOD);
        assertThat(items(lists + "&kind=CONCENTRATED&on=2026-11-25")).isEmpty();
        assertThat(items("/api/v1/delegations/items?region=" + VILLAGE)).containsExactly(HYGIENE);
        assertThat(items("/api/v1/delegations/items?region=" + OTHER_TOWN)).isEmpty();
        JsonNode first = http.get(lists + "&limit=4", desk().citizen()).json();
        JsonNode rest =
                http.get(
                                lists + "&limit=4&cursor=" + first.path("next").asString(),
                                desk().citizen())
                        .json();
        assertThat(first.path("items").size() + rest.path("items").size()).isEqualTo(7);
        assertThat(
                        http.get("/api/v1/delegations?region=" + TOWN, desk().citizen())
                                .json()
                                .path("items")
                                .size())
                .isEqualTo(2);
    }

    @Test
    @Order(7)
    void whatIsTakenBackSuspendsWhatDependsOnItAndThePastStaysAsItWas() {
        String townEditor = tokens.of(Role.CATALOG_EDITOR).region(TOWN).mint();
        Http.Answer drafted =
                http.post(
                        "/api/v1/items",
                        townEditor,
                        Map.of(
                                "code", OWN,
                                "department", TOWNHALL,
                                "content", CountyDesk.licence(TOWNHALL_USCC, "公共场所卫生许可", 5)));
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(201);
        Http.Answer published =
                http.post(
                        "/api/v1/items/" + OWN + "/versions",
                        townEditor,
                        Map.of(),
                        "If-Match",
                        CountyDesk.tag(drafted));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(handler(HYGIENE, VILLAGE, "").path("item").asString()).isEqualTo(OWN);

        day("2026-11-27");
        JsonNode acts =
                http.get("/api/v1/delegations?department=" + TOWNHALL, desk().citizen()).json();
        String id = acts.at("/items/0/id").asString();
        String tag = CountyDesk.tag(http.get("/api/v1/delegations/" + id, desk().editor()));
        Map<String, Object> why = Map.of("reason", "承接能力不足");
        String path = "/api/v1/delegations/" + id + "/revocation";
        assertThat(http.post(path, townEditor, why, "If-Match", tag).status()).isEqualTo(403);
        Http.Answer revoked = http.post(path, desk().editor(), why, "If-Match", tag);
        assertThat(revoked.status()).as(revoked.text()).isEqualTo(200);
        assertThat(revoked.json().path("state").asString()).isEqualTo("REVOKED");
        JsonNode own = http.get("/api/v1/items/" + OWN, desk().citizen()).json();
        assertThat(own.path("status").asString()).isEqualTo("SUSPENDED");
        assertThat(own.path("statusReason").asString()).contains(id);
        assertHandler(HYGIENE, VILLAGE, "", BUREAU, BUREAU);
        assertHandler(HYGIENE, VILLAGE, "&on=2026-11-26", COMMITTEE, TOWNHALL);
        await().atMost(Patience.SOON)
                .untilAsserted(() -> assertThat(facts("delegation-ended")).hasSize(1));
        JsonNode ended = facts("delegation-ended").getFirst();
        assertThat(ended.path("suspendedItems").path(0).asString()).isEqualTo(OWN);
        assertThat(ended.path("suspendedDelegations").size()).isEqualTo(1);
        Http.Answer again =
                http.post(path, desk().editor(), why, "If-Match", CountyDesk.tag(revoked));
        assertThat(again.objections()).containsExactly("delegation-over");
        theHistorySaysWhoDidWhat(id);
    }

    private void theHistorySaysWhoDidWhat(String id) {
        String path = "/api/v1/delegations/" + id + "/history";
        JsonNode history = http.get(path, desk().editor()).json().path("items");
        assertThat(history.valueStream().map(entry -> entry.path("what").asString()))
                .containsExactly(
                        "delegation-ended",
                        "delegation-revoked",
                        "delegation-taken-over",
                        "delegation-granted");
        assertThat(history.at("/1/reason").asString()).isEqualTo("承接能力不足");
        assertThat(history.at("/1/day").asString()).isEqualTo("2026-11-27");
        assertThat(history.at("/1/actor/id").asString()).isNotBlank();
        assertThat(history.at("/0/suspendedItems/0").asString()).isEqualTo(OWN);
        String townEditor = tokens.of(Role.CATALOG_EDITOR).region(TOWN).mint();
        assertThat(http.get(path + "?limit=2", townEditor).json().path("items").size())
                .isEqualTo(2);
        String auditor = tokens.of(Role.AUDITOR).mint();
        assertThat(http.get(path, auditor).status()).isEqualTo(200);
        String stranger = tokens.of(Role.CATALOG_EDITOR).region("110101000000").mint();
        assertThat(http.get(path, stranger).status()).isEqualTo(404);
        assertThat(http.get(path, desk().citizen()).status()).isEqualTo(403);
    }

    @Test
    @Order(8)
    void whatHasATermEndsByItselfAndTheFactsKeepTheirContracts() {
        Map<String, Object> body =
                body("AUTHORISED", TOWNHALL, BUREAU, List.of(FOOD), "2026-11-27", null);
        body.put("validTo", "2026-11-30");
        Http.Answer act = http.post("/api/v1/delegations", desk().editor(), body);
        assertThat(act.status()).as(act.text()).isEqualTo(201);
        assertHandler(FOOD, VILLAGE, "", TOWNHALL, TOWNHALL);
        clock.setTo(Instant.parse("2026-11-29T16:00:00Z"));
        await().atMost(Patience.SOON)
                .untilAsserted(() -> assertThat(facts("delegation-ended")).hasSize(2));
        assertThat(facts("delegation-ended"))
                .extracting(fact -> fact.path("cause").asString())
                .containsExactlyInAnyOrder("REVOKED", "EXPIRED");
        assertHandler(FOOD, VILLAGE, "", BUREAU, BUREAU);
        Contracts contracts = Contracts.of("catalog-service");
        for (String type :
                List.of(
                        "delegation-granted",
                        "delegation-taken-over",
                        "delegation-revoked",
                        "delegation-ended")) {
            assertThat(facts(type)).as(type).isNotEmpty();
            facts(type).forEach(fact -> contracts.assertValid(type, fact));
        }
    }

    private void publish(String code, String department, String uscc, String name) {
        CountyDesk desk = desk();
        String tag = desk.draft(code, department, CountyDesk.licence(uscc, name, 5));
        desk.publish(code, tag, "2026-11-23");
    }

    private Http.Answer grant(
            String kind,
            String to,
            @Nullable String from,
            List<String> items,
            String day,
            @Nullable Object letter) {
        return post(body(kind, to, from, items, day, letter));
    }

    private Http.Answer grant(
            String kind,
            String to,
            @Nullable String from,
            List<String> items,
            String day,
            @Nullable Object letter,
            String area) {
        Map<String, Object> body = body(kind, to, from, items, day, letter);
        body.put("area", area);
        return post(body);
    }

    private Http.Answer post(Object body) {
        return http.post("/api/v1/delegations", desk().editor(), body);
    }

    private static String path(Http.Answer act) {
        return "/api/v1/delegations/" + act.json().path("id").asString();
    }

    private String state(Http.Answer act) {
        return http.get(path(act), desk().citizen()).json().path("state").asString();
    }

    private JsonNode handler(String item, String place, String more) {
        Http.Answer answer =
                http.get(
                        "/api/v1/items/" + item + "/handler?place=" + place + more,
                        desk().citizen());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private void assertHandler(String item, String place, String more, String who, String name) {
        JsonNode answer = handler(item, place, more);
        assertThat(answer.at("/handler/department").asString())
                .as(answer.toString())
                .isEqualTo(who);
        assertThat(answer.at("/inTheNameOf/department").asString()).isEqualTo(name);
        assertThat(answer.path("version").asInt()).isEqualTo(1);
    }

    private List<String> items(String path) {
        return http.get(path, desk().citizen())
                .json()
                .path("items")
                .valueStream()
                .map(line -> line.at("/grant/item").asString())
                .toList();
    }

    private List<JsonNode> facts(String type) {
        return topics.all("oneseal.catalog.v1").stream()
                .filter(m -> ("org.oneseal.catalog." + type).equals(m.headers().get("ce_type")))
                .filter(m -> String.valueOf(m.headers().get("ce_region")).startsWith("431103"))
                .map(m -> EventJson.reader().readTree(String.valueOf(m.value())))
                .toList();
    }
}
