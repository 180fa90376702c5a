package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.oneseal.catalog.items.Fingerprints;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.Items;
import org.oneseal.catalog.lifecycle.SwitchVersions;
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

/** What is planned for a day happens when it begins, once, and whoever asks can see who planned. */
@PlatformTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlannedVersionsStory extends WatchedCity {

    private static final String COUNTY = "431123000000";
    private static final String DEPARTMENT = "431123-WJ";
    private static final String USCC = "11431123YYYY000120";
    private static final String ITEM = USCC + "4000100001000";
    private static final List<String> OTHERS =
            List.of(
                    "000100002000",
                    "000100003000",
                    "000100004000",
                    "000100005000",
                    "000100007000",
                    "000100008000",
                    "000100009000",
                    "000100010000");
    private static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T16:00:00Z");
    private static final String TODAY = "2026-11-23";
    private static final String TOMORROW = "2026-11-24";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired Items items;
    @Autowired Fingerprints fingerprints;
    @Autowired SwitchVersions switchVersions;

    private CountyDesk desk() {
        return new CountyDesk(http, tokens, COUNTY);
    }

    @Test
    @Order(1)
    void theNextVersionIsPlannedAndTheOneInForceGoesOnGoverning() {
        clock.setTo(MORNING);
        CountyDesk desk = desk();
        desk.department(DEPARTMENT, "卫生健康局", USCC);
        String tag = desk.draft(ITEM, DEPARTMENT, CountyDesk.licence(USCC, "公共场所卫生许可", 10));
        tag = desk.publish(ITEM, tag, TODAY);
        Map<String, Object> next = CountyDesk.licence(USCC, "公共场所卫生许可证核发", 3);
        next.put(
                "materials",
                List.of(CountyDesk.material("m2", "平面布局图"), CountyDesk.material("m3", "检测报告")));
        tag = desk.redraft(ITEM, tag, next);
        JsonNode preview =
                http.get("/api/v1/items/" + ITEM + "/draft/difference", desk.editor()).json();
        desk.publish(ITEM, tag, TOMORROW);
        JsonNode difference =
                http.get("/api/v1/items/" + ITEM + "/versions/1/difference?to=2", desk.citizen())
                        .json();
        assertThat(difference).isEqualTo(preview);
        assertThat(
                        difference
                                .valueStream()
                                .map(
                                        d ->
                                                d.path("kind").asString()
                                                        + " "
                                                        + d.path("pointer").asString()))
                .containsExactlyInAnyOrder(
                        "CHANGED /name",
                        "CHANGED /promisedLimit/amount",
                        "REMOVED /materials/0",
                        "ADDED /materials/1",
                        "CHANGED /results/0/name");
        JsonNode item = http.get("/api/v1/items/" + ITEM, desk.citizen()).json();
        assertThat(item.at("/latest/version").asInt()).isEqualTo(2);
        assertThat(item.at("/latest/phase").asString()).isEqualTo("PLANNED");
        assertThat(item.at("/governing/version").asInt()).isEqualTo(1);
        assertThat(listedPromise()).isEqualTo(10);
        awaitPhase(1, "GOVERNING");
        awaitPhase(2, "PLANNED");
    }

    @Test
    @Order(2)
    void atMidnightInShanghaiItSwitchesByItselfAndTheTopicSaysSo() {
        clock.setTo(MIDNIGHT.minusSeconds(1));
        assertThat(switchVersions.switchDue(clock.instant())).isZero();
        clock.setTo(MIDNIGHT);
        awaitPhase(2, "GOVERNING");
        awaitPhase(1, "SUPERSEDED");
        assertThat(listedPromise()).isEqualTo(3);
        assertThat(
                        http.get("/api/v1/items/" + ITEM, desk().citizen())
                                .json()
                                .at("/governing/version")
                                .asInt())
                .isEqualTo(2);
        Contracts contracts = Contracts.of("catalog-service");
        List<JsonNode> facts = facts("item-effective", ITEM);
        assertThat(facts).hasSize(1);
        contracts.assertValid("item-effective", facts.getFirst());
        assertThat(facts.getFirst().path("supersedes").asInt()).isEqualTo(1);
        facts("item-edited", ITEM).forEach(f -> contracts.assertValid("item-edited", f));
    }

    @Test
    @Order(3)
    void severalReplicasAtOnceSwitchEachItemOnce() throws InterruptedException, ExecutionException {
        clock.setTo(MORNING);
        CountyDesk desk = desk();
        for (String matter : OTHERS) {
            String code = USCC + "4" + matter;
            String tag = desk.draft(code, DEPARTMENT, CountyDesk.licence(USCC, "许可" + matter, 10));
            desk.publish(code, tag, TOMORROW);
        }
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                runs.add(replicas.submit(() -> switchVersions.switchDue(MIDNIGHT)));
            }
            int done = 0;
            for (Future<Integer> run : runs) done += run.get();
            assertThat(done).isEqualTo(OTHERS.size());
        }
        for (String matter : OTHERS) {
            Item item = items.find(USCC + "4" + matter).orElseThrow();
            assertThat(item.governing()).isEqualTo(1);
            assertThat(item.version()).as("drafted, published, effective").isEqualTo(3);
            assertThat(item.versions().getFirst().announced()).isEqualTo(2);
        }
    }

    @Test
    @Order(4)
    void theHistorySaysWhoChangedWhat() {
        String path = "/api/v1/items/" + ITEM + "/history";
        JsonNode all = http.get(path, desk().editor()).json().path("items");
        assertThat(all.valueStream().map(e -> e.path("what").asString()))
                .containsExactly(
                        "item-effective",
                        "item-published",
                        "item-edited",
                        "item-published",
                        "item-edited");
        assertThat(all.path(0).at("/actor/kind").asString()).isEqualTo("SYSTEM");
        assertThat(all.path(2).at("/actor/role").asString()).isEqualTo("catalog-editor");
        assertThat(all.path(2).path("changed").valueStream().map(JsonNode::asString))
                .contains("/promisedLimit/amount", "/name");
        assertThat(all.path(4).path("changed").valueStream().map(JsonNode::asString))
                .containsExactly("");
        JsonNode first = http.get(path + "?limit=2", desk().editor()).json();
        JsonNode rest =
                http.get(path + "?cursor=" + first.path("next").asString(), desk().editor()).json();
        assertThat(rest.path("items").size()).isEqualTo(3);
        String auditor = tokens.of(Role.AUDITOR).mint();
        assertThat(http.get(path, auditor).json().path("items").size()).isEqualTo(5);
    }

    @Test
    @Order(5)
    void whoAsksForWhatIsNotThereOrNotTheirsIsTold() {
        String item = "/api/v1/items/" + ITEM;
        String elsewhere = tokens.of(Role.CATALOG_EDITOR).region("431124000000").mint();
        String farAuditor = tokens.of(Role.AUDITOR).region("431124000000").mint();
        assertThat(status(item + "/versions/1/difference?to=9", desk().citizen())).isEqualTo(404);
        assertThat(status(item + "/versions/0/difference?to=1", desk().citizen())).isEqualTo(404);
        assertThat(status(item + "/versions/1/difference?to=x", desk().citizen())).isEqualTo(400);
        assertThat(status(item + "/versions/1/difference", desk().citizen())).isEqualTo(400);
        assertThat(status("/api/v1/items/none/versions/1/difference?to=2", desk().citizen()))
                .isEqualTo(404);
        assertThat(status(item + "/draft/difference", desk().editor())).isEqualTo(404);
        assertThat(status(item + "/draft/difference", elsewhere)).isEqualTo(404);
        assertThat(status(item + "/draft/difference", desk().citizen())).isEqualTo(403);
        assertThat(status(item + "/history", desk().citizen())).isEqualTo(403);
        assertThat(status(item + "/history", elsewhere)).isEqualTo(404);
        assertThat(status(item + "/history", farAuditor)).isEqualTo(404);
        assertThat(status(item + "/history?cursor=rubbish", desk().editor())).isEqualTo(400);
        assertThat(status(item + "/history?limit=0", desk().editor())).isEqualTo(400);
    }

    @Test
    @Order(6)
    void whatIsStoredIsWhatWasHashedAndStaysSo() {
        for (var version : items.find(ITEM).orElseThrow().versions()) {
            assertThat(fingerprints.of(version.content())).isEqualTo(version.hash());
        }
    }

    private int status(String path, String token) {
        Http.Answer answer = http.get(path, token);
        assertThat(answer.json().path("type").asString()).startsWith("urn:oneseal:problem:");
        return answer.status();
    }

    private int listedPromise() {
        return http.get("/api/v1/items?q=公共场所卫生许可&region=" + COUNTY, desk().citizen())
                .json()
                .at("/items/0/promisedLimit/amount")
                .asInt();
    }

    private void awaitPhase(int version, String phase) {
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () ->
                                assertThat(state(ITEM + "@" + version).path("phase").asString(""))
                                        .isEqualTo(phase));
    }

    private JsonNode state(String key) {
        return topics.all("oneseal.catalog.items.v1").stream()
                .filter(m -> key.equals(m.key()))
                .reduce((_, later) -> later)
                .map(PlannedVersionsStory::json)
                .orElseGet(() -> EventJson.reader().createObjectNode());
    }

    private List<JsonNode> facts(String type, String item) {
        return topics.all("oneseal.catalog.v1").stream()
                .filter(m -> item.equals(m.key()))
                .filter(m -> ("org.oneseal.catalog." + type).equals(m.headers().get("ce_type")))
                .map(PlannedVersionsStory::json)
                .toList();
    }

    private static JsonNode json(Topics.Message message) {
        return EventJson.reader().readTree(String.valueOf(message.value()));
    }
}
