package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A county takes over the guides and packages that come with the service, and hands items on. */
@PlatformTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReferencePackagesStory extends WatchedCity {

    private static final String DISTRICT = "431103000000";
    private static final String IMPORTS = "/api/v1/packages/imports?region=" + DISTRICT;
    private static final String BIRTH = "/api/v1/packages/431103-birth";
    private static final Path REFERENCE = Path.of("src/main/resources/reference");
    private static final Path LIST = REFERENCE.resolve("items-county.csv");
    private static final Path HANDED_ON = REFERENCE.resolve("handed-on-431103.csv");

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;

    private CountyDesk desk() {
        return new CountyDesk(http, tokens, DISTRICT);
    }

    @Test
    @Order(1)
    void withoutItsItemsNoPackageIsPublishedAndEachSaysWhy() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        JsonNode adopted = adopt();
        assertThat(adopted.valueStream().map(line -> line.path("result").asString()))
                .containsOnly("REFUSED");
        assertThat(adopted.at("/0/objections/0/code").asString()).isEqualTo("department-unknown");
        assertThat(packages()).isEmpty();
    }

    @Test
    @Order(2)
    void withItsItemsEveryPackageIsPublishedOnce() throws IOException {
        JsonNode imported =
                http.post(
                                "/api/v1/items/imports?region=" + DISTRICT,
                                desk().editor(),
                                Files.readString(LIST),
                                "Content-Type",
                                "text/csv;charset=UTF-8")
                        .json();
        assertThat(imported.path("refused").asInt()).as(imported.toString()).isZero();
        JsonNode adopted = adopt();
        assertThat(adopted.valueStream().map(line -> line.path("result").asString()))
                .as(adopted.toString())
                .containsOnly("NEW");
        assertThat(packages())
                .containsExactly(
                        "431103-birth",
                        "431103-construction-public",
                        "431103-construction-social",
                        "431103-restaurant");
        assertThat(adopt().valueStream().map(line -> line.path("result").asString()))
                .containsOnly("THERE");
    }

    @Test
    @Order(3)
    void aChildIsBornAndOneFormServesSixOffices() {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("birth_date", "2026-11-10");
        answers.put("born_abroad", false);
        answers.put("has_proof", false);
        answers.put("insured", true);
        answers.put("card", true);
        answers.put("vaccine", true);
        answers.put("mother_insured", false);
        JsonNode list = ask("431103-birth", answers);
        assertThat(list.path("state").asString()).as(list.toString()).isEqualTo("COMPLETE");
        assertThat(taking(list)).isEqualTo(6);
        JsonNode name =
                list.at("/form/elements")
                        .valueStream()
                        .filter(e -> e.path("code").asString().equals("child.name"))
                        .findFirst()
                        .orElseThrow();
        assertThat(name.path("fields").size()).isEqualTo(5);
        assertThat(list.at("/form/separate").size()).isZero();
        JsonNode proof = material(list, "出生医学证明");
        assertThat(proof.path("provision").asString()).isEqualTo("FROM_MEMBER");
        assertThat(material(list, "父母身份证").path("uses").size()).isEqualTo(6);
        JsonNode household = member(list, "出生户口登记");
        assertThat(household.at("/checklist/variant/code").asString()).isEqualTo("timely");
        assertThat(household.at("/checklist/roles/0/code").asString()).isEqualTo("guardian");
    }

    @Test
    @Order(4)
    void constructionKeepsToTheStagesAndTheirLimits() {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String question : List.of("fire", "impact", "soil", "energy")) {
            answers.put(question, true);
        }
        JsonNode open = ask("431103-construction-public", answers);
        assertThat(stages(open)).containsExactly("11/11", "13/13", "11/18", "7/7");
        assertThat(open.at("/time/workingDays").asInt()).isEqualTo(42);
        answers.put("approval", true);
        JsonNode social = ask("431103-construction-social", answers);
        assertThat(stages(social)).containsExactly("2/2", "8/8", "11/18", "7/7");
        assertThat(social.at("/time/workingDays").asInt()).isEqualTo(28);
        assertThat(social.at("/stages").valueStream().map(s -> s.path("lead").asString()))
                .containsExactly("431103-FG", "431103-ZR", "431103-ZJ", "431103-ZJ");
    }

    @Test
    @Order(5)
    void aRestaurantGetsItsLicenceFromWhicheverWayItIsRegistered() {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("registered", false);
        answers.put("legal_form", "company");
        answers.put("public_place", true);
        for (String no : List.of("sign", "drain", "decorating")) answers.put(no, false);
        JsonNode company = ask("431103-restaurant", answers);
        assertThat(taking(company)).isEqualTo(3);
        JsonNode licence = material(company, "营业执照");
        assertThat(licence.path("provision").asString()).isEqualTo("FROM_MEMBER");
        answers.remove("legal_form");
        answers.put("registered", true);
        JsonNode registered = ask("431103-restaurant", answers);
        assertThat(taking(registered)).isEqualTo(2);
        assertThat(material(registered, "营业执照").path("provision").asString()).isEqualTo("NEEDED");
        assertThat(registered.path("state").asString()).isEqualTo("INCOMPLETE");
        assertThat(member(registered, "食品经营许可").at("/checklist/next/0/code").asString())
                .isEqualTo("business");
    }

    @Test
    @Order(6)
    void whatAnEditorChangedStays() {
        Http.Answer there = http.get(BIRTH, desk().editor());
        Http.Answer withdrawn =
                http.post(
                        BIRTH + "/withdrawal",
                        desk().editor(),
                        Map.of("reason", "另行制定"),
                        "If-Match",
                        CountyDesk.tag(there));
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        assertThat(adopt().valueStream().map(line -> line.path("result").asString()))
                .containsOnly("THERE");
        assertThat(http.get(BIRTH, desk().citizen()).json().path("status").asString())
                .isEqualTo("WITHDRAWN");
    }

    @Test
    @Order(7)
    void whatTheDistrictHandsOnReachesTheParkaTownACommunityAndAVillage() throws IOException {
        Map<String, String> codes = new LinkedHashMap<>();
        http.get("/api/v1/items?limit=200&region=" + DISTRICT, desk().citizen())
                .json()
                .path("items")
                .forEach(i -> codes.put(i.path("name").asString(), i.path("code").asString()));
        for (String line : Files.readAllLines(HANDED_ON)) {
            if (line.startsWith("#") || line.startsWith("kind,")) continue;
            handOn(line.split(","), codes);
        }
        assertThat(received("&kind=PARK")).hasSize(3);
        assertThat(received("&kind=HANDED_DOWN&level=TOWN"))
                .hasSize(8)
                .contains("431103001000", "431103110000");
        assertThat(received("&kind=HANDED_DOWN&level=VILLAGE"))
                .hasSize(6)
                .contains("431103001001", "431103110201");
        String pension = codes.getOrDefault("城乡居民基本养老保险参保登记", "");
        assertThat(
                        http.get(
                                        "/api/v1/items/" + pension + "/handler?place=431103110201",
                                        desk().citizen())
                                .json()
                                .at("/handler/department")
                                .asString())
                .isEqualTo("431103-DJP");
    }

    private void handOn(String[] cells, Map<String, String> codes) {
        desk().department(cells[1], cells[2], cells[3], cells[4]);
        Map<String, Object> act = new LinkedHashMap<>();
        act.put("kind", cells[0]);
        act.put("to", cells[1]);
        act.put("items", List.of(cells[5].split("\\|")).stream().map(codes::get).toList());
        act.put("departments", List.of());
        act.put("validFrom", "2026-11-23");
        act.put("ground", "关于下放和赋权事项的决定（演示）");
        if (cells[0].equals("PARK")) {
            act.put(
                    "letter",
                    Map.of(
                            "number", "〔演示〕1号",
                            "issuedBy", "区人民政府",
                            "signedOn", "2026-11-23",
                            "digest", "SM3:" + "0".repeat(64)));
        }
        Http.Answer granted = http.post("/api/v1/delegations", desk().editor(), act);
        assertThat(granted.status()).as(granted.text()).isEqualTo(201);
        if (cells[0].equals("PARK")) return;
        Http.Answer taken =
                http.post(
                        "/api/v1/delegations/" + granted.json().path("id").asString() + "/takeover",
                        desk().editor(),
                        Map.of(),
                        "If-Match",
                        CountyDesk.tag(granted));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    }

    private List<String> received(String which) {
        return http.get(
                        "/api/v1/delegations/items?limit=200&region=" + DISTRICT + which,
                        desk().citizen())
                .json()
                .path("items")
                .valueStream()
                .map(line -> line.path("receiverRegion").asString())
                .toList();
    }

    private JsonNode adopt() {
        Http.Answer answer = http.post(IMPORTS, desk().editor(), null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private List<String> packages() {
        return http.get("/api/v1/packages?region=" + DISTRICT, desk().citizen())
                .json()
                .path("items")
                .valueStream()
                .map(p -> p.path("code").asString())
                .toList();
    }

    private JsonNode ask(String code, Map<String, Object> answers) {
        return Checklists.of(
                http, "/api/v1/packages/" + code + "/guide", desk().citizen(), answers);
    }

    private static long taking(JsonNode list) {
        return list.path("members")
                .valueStream()
                .filter(m -> m.path("part").asString().equals("TAKES_PART"))
                .count();
    }

    private static List<String> stages(JsonNode list) {
        return list.path("stages")
                .valueStream()
                .map(s -> s.path("workingDays").asInt() + "/" + s.at("/limit/amount").asInt())
                .toList();
    }

    private static JsonNode member(JsonNode list, String name) {
        return Checklists.line(list.path("members"), "/checklist/name", name);
    }

    private static JsonNode material(JsonNode list, String name) {
        return Checklists.line(list.path("materials"), "/name", name);
    }
}
