package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.oneseal.catalog.lifecycle.CancelItem;
import org.oneseal.catalog.regions.LoadRegions;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A district opens: regions and calendars are there, the items come in, one lives and ends. */
@PlatformTest
@DirtiesContext
@TestPropertySource(properties = "oneseal.test.story=lifecycle")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CatalogLifecycleStory extends OpeningDistrict {

    private static final String ITEM = "11431103YYYY0001214000100001000";
    private static final String ITEMS = "oneseal.catalog.items.v1";

    @Autowired LoadRegions loadRegions;
    @Autowired CancelItem cancelItem;

    @Test
    @Order(1)
    void theRegionsComeWithTheServiceAndAreAnnouncedOnce() {
        JsonNode district = http.get("/api/v1/regions/" + DISTRICT, citizen()).json();
        assertThat(district.path("name").asString()).isEqualTo("冷水滩区");
        assertThat(district.path("path").size()).isEqualTo(3);
        assertThat(
                        http.get("/api/v1/regions?parent=" + DISTRICT + "&limit=200", citizen())
                                .json()
                                .path("items")
                                .size())
                .isEqualTo(18);
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () ->
                                assertThat(keys("oneseal.catalog.regions.v1"))
                                        .hasSize(8358)
                                        .contains(DISTRICT));
        assertThat(loadRegions.load(clock.instant())).isZero();
    }

    @Test
    @Order(2)
    void theDecreedYearsAreThereAndTheComingOneIsProvisionalUntilItsDecree() {
        int year = clock.instant().atZone(java.time.ZoneOffset.UTC).getYear();
        JsonNode decreed = http.get("/api/v1/calendars/" + DISTRICT + "/2022", citizen()).json();
        assertThat(decreed.path("provisional").asBoolean()).isFalse();
        assertThat(decreed.path("region").asString()).isEqualTo("100000000000");
        int coming = Math.max(2027, year + 1);
        String path = "/api/v1/calendars/100000000000/" + coming;
        assertThat(http.get(path, citizen()).json().path("provisional").asBoolean()).isTrue();
        Map<String, Object> decree =
                Map.of("decree", "关于节假日安排的通知", "holidays", Map.of(coming + "-01-01", "元旦"));
        assertThat(http.post(path + "/versions", editor(), decree).status()).isEqualTo(403);
        Http.Answer published = http.post(path + "/versions", operator(), decree);
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(published.json().path("version").asInt()).isEqualTo(2);
        assertThat(published.json().path("provisional").asBoolean()).isFalse();
        Http.Answer again = http.post(path + "/versions", operator(), decree);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("version").asInt()).isEqualTo(2);
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                last(
                                                                "oneseal.catalog.calendars.v1",
                                                                "100000000000/" + coming)
                                                        .path("version")
                                                        .asInt())
                                        .isEqualTo(2));
    }

    @Test
    @Order(3)
    void theItemListOfTheDistrictIsTriedThenTakenInThenChangesNothing() throws IOException {
        String csv = Files.readString(Path.of("src/main/resources/reference/items-county.csv"));
        JsonNode trial = importItems(csv, true).json();
        assertThat(trial.path("added").asInt()).as(trial.toString()).isEqualTo(70);
        assertThat(http.get("/api/v1/items", citizen()).json().path("items").size()).isZero();
        JsonNode first = importItems(csv, false).json();
        assertThat(first.path("added").asInt()).isEqualTo(70);
        assertThat(first.path("refused").asInt()).isZero();
        assertThat(first.path("departmentsRegistered").size()).isEqualTo(24);
        JsonNode second = importItems(csv, false).json();
        assertThat(second.path("unchanged").asInt()).isEqualTo(70);
        assertThat(second.path("departmentsRegistered").size()).isZero();
        await().atMost(Patience.SOON).untilAsserted(() -> assertThat(keys(ITEMS)).hasSize(70));
        assertThat(messages(ITEMS)).hasSize(70);
        Contracts contracts = Contracts.of("catalog-service");
        for (Topics.Message message : messages(ITEMS)) {
            contracts.assertValid("item-published", json(message));
            assertThat(message.headers())
                    .containsEntry("ce_type", "org.oneseal.catalog.item-published")
                    .containsEntry("ce_region", DISTRICT);
        }
        JsonNode permit = last(ITEMS, ITEM + "@1");
        assertThat(permit.path("materials").size()).isEqualTo(5);
        assertThat(permit.path("commitment").asString()).isEqualTo("POST_SUPPLEMENT");
    }

    @Test
    @Order(4)
    void aListWithFaultsIsRefusedLineByLineAndTheGoodLinesGoIn() {
        String csv =
                """
                name,item_type,department,legal_basis,service_object,case_kind,legal_limit,legal_unit,promised_limit,promised_unit,commitment,tolerance,instant,cross_region
                公共场所卫生许可,01,卫生健康局,公共场所卫生管理条例,LEGAL|NATURAL,PROMISED,20,WORKING_DAY,3,WORKING_DAY,POST_SUPPLEMENT,Y,N,COUNTY
                饮用水供水单位卫生许可,01,卫生健康局,,LEGAL,PROMISED,20,WORKING_DAY,25,WORKING_DAY,,Y,N,
                月球登陆许可,01,航天局,宇宙法,ALIEN,PROMISED,x,WORKING_DAY,3,FORTNIGHT,,Y,N,
                医疗机构设置审批,01,卫生健康局,,LEGAL,PROMISED,x,WORKING_DAY,3,WORKING_DAY,,Y,N,
                """;
        JsonNode report = importItems(csv, false).json();
        assertThat(codes(report.path("lines").path(0).path("objections"))).isEmpty();
        assertThat(report.path("lines").path(0).path("result").asString()).isEqualTo("UNCHANGED");
        assertThat(codes(report.path("lines").path(1).path("objections")))
                .containsExactlyInAnyOrder("legal-basis-missing", "promise-exceeds-statute");
        assertThat(codes(report.path("lines").path(2).path("objections")))
                .containsExactlyInAnyOrder(
                        "cell-invalid",
                        "cell-invalid",
                        "cell-invalid",
                        "department-unknown",
                        "matter-unknown");
        assertThat(codes(report.path("lines").path(3).path("objections")))
                .as("a cell that cannot be read, and what the rules say of the others")
                .containsExactlyInAnyOrder("cell-invalid", "legal-basis-missing");
        assertThat(report.path("refused").asInt()).isEqualTo(3);
    }

    @Test
    @Order(5)
    void itemsAreFoundByTextRegionObjectAndDepartmentPageByPage() {
        assertThat(names("/api/v1/items?q=卫生许可")).containsExactly("公共场所卫生许可", "饮用水供水单位卫生许可");
        assertThat(names("/api/v1/items?q=卫 生")).hasSize(2);
        assertThat(names("/api/v1/items?q=生卫")).isEmpty();
        assertThat(names("/api/v1/items?region=431103001001&q=环境影响")).hasSize(1);
        assertThat(names("/api/v1/items?region=431102000000")).isEmpty();
        assertThat(names("/api/v1/items?object=NATURAL&department=431103-YC"))
                .containsExactly("烟草专卖零售许可证核发");
        Set<String> seen = new HashSet<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = http.get("/api/v1/items?limit=30&cursor=" + cursor, citizen()).json();
            page.path("items").forEach(item -> seen.add(item.path("code").asString()));
            cursor = page.path("next").asString("");
            pages++;
        } while (!cursor.isEmpty());
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(70);
    }

    @Test
    @Order(5)
    void theFiguresOfTheDistrictAreCountedExactly() {
        JsonNode all = http.get("/api/v1/items/indicators?region=" + DISTRICT, citizen()).json();
        assertThat(all.path("items").asInt()).isEqualTo(70);
        assertThat(all.at("/guideCoverage/percent").asDouble()).isEqualTo(100);
        assertThat(all.at("/promiseCompression/percent").asDouble()).isBetween(50.0, 90.0);
        assertThat(all.path("immediateShare")).isEqualTo(all.path("zeroTripShare"));
        JsonNode health =
                http.get(
                                "/api/v1/items/indicators?region=431100000000&department=431103-YC",
                                citizen())
                        .json();
        assertThat(health.path("items").asInt()).isEqualTo(1);
        new FiguresByItems(http, citizen(), DISTRICT).prove(all);
        long online = withGuide("/modes", "ONLINE");
        assertThat(all.at("/onlineShare/numerator").asLong() * 70)
                .isEqualTo(all.at("/onlineShare/denominator").asLong() * online);
        assertThat(online).isGreaterThan(withGuide("/reaches", "FULLY_ONLINE"));
        JsonNode empty = http.get("/api/v1/items/indicators?region=431102000000", citizen()).json();
        assertThat(empty.path("items").asInt()).isZero();
        assertThat(empty.path("promiseCompression").isNull()).isTrue();
        assertThat(http.get("/api/v1/items/indicators", citizen()).status()).isEqualTo(400);
        assertThat(http.get("/api/v1/items/indicators?region=1", citizen()).status())
                .isEqualTo(404);
    }

    /** How many of the district's items say so in their guide, asked one by one. */
    private long withGuide(String element, String value) {
        long found = 0;
        String cursor = "";
        do {
            JsonNode page = http.get("/api/v1/items?limit=30&cursor=" + cursor, citizen()).json();
            for (JsonNode item : page.path("items")) {
                JsonNode said =
                        http.get("/api/v1/items/" + item.path("code").asString(), citizen())
                                .json()
                                .at("/latest/guide" + element);
                if (said.valueStream().anyMatch(one -> one.asString().equals(value))) found++;
            }
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return found;
    }

    @Test
    @Order(6)
    void anItemIsChangedPublishedSuspendedResumedAndCancelled() {
        Http.Answer item = http.get("/api/v1/items/" + ITEM, editor());
        String tag = CountyDesk.tag(item);
        ObjectNode content = draftOf(item.json().path("latest"));
        content.putObject("promisedLimit").put("amount", 30).put("unit", "WORKING_DAY");
        Http.Answer drafted =
                http.put("/api/v1/items/" + ITEM + "/draft", editor(), content, "If-Match", tag);
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(200);
        assertThat(http.get("/api/v1/items/" + ITEM, citizen()).json().path("draft").isNull())
                .isTrue();
        JsonNode check = http.get("/api/v1/items/" + ITEM + "/draft/check", editor()).json();
        assertThat(codes(check.path("objections"))).containsExactly("promise-exceeds-statute");
        Http.Answer refused = post("versions", Map.of(), CountyDesk.tag(drafted));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.objections()).containsExactly("promise-exceeds-statute");
        content.putObject("promisedLimit").put("amount", 2).put("unit", "WORKING_DAY");
        drafted =
                http.put(
                        "/api/v1/items/" + ITEM + "/draft",
                        editor(),
                        content,
                        "If-Match",
                        CountyDesk.tag(drafted));
        Http.Answer published = post("versions", Map.of(), CountyDesk.tag(drafted));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(published.json().path("latest").path("version").asInt()).isEqualTo(2);
        Http.Answer first = http.get("/api/v1/items/" + ITEM + "/versions/1", citizen());
        assertThat(first.json().path("promisedLimit").path("amount").asInt()).isEqualTo(3);
        Contracts.of("catalog-service").assertValid("item-published", first.json());

        Http.Answer suspended =
                post("suspension", Map.of("reason", "机构调整"), CountyDesk.tag(published));
        assertThat(suspended.json().path("status").asString()).isEqualTo("SUSPENDED");
        awaitState(1, "SUSPENDED");
        awaitState(2, "SUSPENDED");
        Http.Answer resumed =
                http.delete(
                        "/api/v1/items/" + ITEM + "/suspension",
                        editor(),
                        "If-Match",
                        CountyDesk.tag(suspended));
        assertThat(resumed.json().path("status").asString()).isEqualTo("IN_FORCE");
        awaitState(2, "IN_FORCE");

        Instant now = clock.instant();
        String day = now.plus(Duration.ofDays(3)).toString().substring(0, 10);
        Http.Answer planned =
                post(
                        "cancellation",
                        Map.of("reason", "国务院决定取消", "from", day),
                        CountyDesk.tag(resumed));
        assertThat(planned.json().path("status").asString()).isEqualTo("IN_FORCE");
        assertThat(planned.json().path("cancelledFrom").asString()).isEqualTo(day);
        assertThat(cancelItem.cancelDue(now)).isZero();
        cancelItem.cancelDue(now.plus(Duration.ofDays(4)));
        awaitState(1, "CANCELLED");
        awaitState(2, "CANCELLED");
        assertThat(names("/api/v1/items?q=公共场所卫生许可")).isEmpty();
        Http.Answer gone = http.get("/api/v1/items/" + ITEM, editor());
        assertThat(post("suspension", Map.of("reason", "x"), CountyDesk.tag(gone)).objections())
                .containsExactly("item-not-in-force");

        List<Long> sequences =
                messages(ITEMS).stream()
                        .filter(m -> (ITEM + "@1").equals(m.key()))
                        .map(m -> Long.valueOf(m.headers().get("ce_sequence")))
                        .toList();
        assertThat(sequences).as("gap-free").containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    @Order(7)
    void theStateTopicsCanBeFilledAgainWithoutNewSequences() {
        Http.Answer done = http.post("/api/v1/catalog/republications", operator(), null);
        assertThat(done.status()).as(done.text()).isEqualTo(202);
        assertThat(done.json().path("regions").asInt()).isEqualTo(8358);
        assertThat(done.json().path("items").asInt()).isEqualTo(71);
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                messages(ITEMS).stream()
                                                        .filter(m -> (ITEM + "@1").equals(m.key()))
                                                        .map(m -> m.headers().get("ce_sequence")))
                                        .hasSize(7)
                                        .endsWith("6"));
    }

    /** 一枚印章管审批: every department's items, in one act, with whose they were. */
    @Test
    @Order(8)
    void theItemsOfAllDepartmentsMoveToOneBureauInOneAct() {
        List<String> departments =
                http.get("/api/v1/departments?limit=200&region=" + DISTRICT, citizen())
                        .json()
                        .path("items")
                        .valueStream()
                        .map(department -> department.path("code").asString())
                        .toList();
        assertThat(departments).hasSize(24);
        int items = names("/api/v1/items?region=" + DISTRICT).size();
        Http.Answer bureau =
                http.post(
                        "/api/v1/departments",
                        operator(),
                        Map.of(
                                "code",
                                "431103-SPJ",
                                "name",
                                "行政审批局",
                                "uscc",
                                CountyDesk.uscc(DISTRICT, 701),
                                "region",
                                DISTRICT));
        assertThat(bureau.status()).as(bureau.text()).isEqualTo(201);
        Map<String, Object> act =
                Map.of(
                        "kind",
                        "CONCENTRATED",
                        "to",
                        "431103-SPJ",
                        "departments",
                        departments,
                        "validFrom",
                        clock.instant()
                                .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                                .toLocalDate()
                                .toString(),
                        "ground",
                        "省政府关于相对集中行政许可权改革试点的批复");
        Http.Answer granted = http.post("/api/v1/delegations", editor(), act);
        assertThat(granted.status()).as(granted.text()).isEqualTo(201);
        assertThat(granted.json().path("itemCount").asInt()).isEqualTo(items).isGreaterThan(60);
        String water = ITEM.replace("000100001000", "000100002000");
        JsonNode handler =
                http.get("/api/v1/items/" + water + "/handler?place=" + DISTRICT, citizen()).json();
        assertThat(handler.at("/handler/department").asString()).isEqualTo("431103-SPJ");
        assertThat(handler.at("/inTheNameOf/department").asString()).isEqualTo("431103-SPJ");
        JsonNode moved = http.get("/api/v1/items/" + water + "/delegations", citizen()).json();
        assertThat(moved.at("/0/giver").asString(moved.toString())).isEqualTo("431103-WJ");
    }

    private Http.Answer post(String what, Object body, String tag) {
        return http.post("/api/v1/items/" + ITEM + "/" + what, editor(), body, "If-Match", tag);
    }

    private void awaitState(int version, String status) {
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                last(ITEMS, ITEM + "@" + version)
                                                        .path("status")
                                                        .asString())
                                        .isEqualTo(status));
    }

    /** A published state as the body of a draft. */
    private static ObjectNode draftOf(JsonNode state) {
        ObjectNode content = (ObjectNode) EventJson.reader().readTree(state.toString());
        content.remove(
                List.of(
                        "itemCode",
                        "version",
                        "contentHash",
                        "region",
                        "department",
                        "departmentName",
                        "departmentUscc",
                        "basicCode",
                        "status",
                        "phase",
                        "effectiveFrom",
                        "cancelledFrom",
                        "statusReason",
                        "suspensionReason",
                        "cancellationReason",
                        "publishedAt"));
        return content;
    }
}
