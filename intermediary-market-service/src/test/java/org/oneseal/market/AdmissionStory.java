package org.oneseal.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From an institution's application to the public directory. */
@PlatformTest
class AdmissionStory {

    private static final String REGION = "431103000000";
    private static final String PATH = "/api/v1/institutions";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcTemplate jdbc;
    @Autowired Subscriptions subscriptions;

    @BeforeEach
    void theCalendarIsKnown() {
        // a Friday
        clock.setTo(Instant.parse("2026-11-20T08:00:00Z"));
        calendar(1, null);
        await().atMost(Patience.SOON)
                .until(() -> count("SELECT count(*) FROM calendar_years WHERE year = 2026") == 1);
    }

    @Test
    void anInstitutionAppliesIsCheckedInTimeAndListed() {
        String party = party();
        var applied = http.post(PATH, institution(party), application("2027-06-30"));
        assertThat(applied.status()).as(applied.text()).isEqualTo(201);
        assertThat(applied.json().path("checkDue").asString()).isEqualTo("2026-11-24");
        String id = applied.json().path("id").asString();
        assertThat(listed("aqpj", REGION)).doesNotContain(id);
        assertThat(workList(operator(REGION))).contains(id);
        assertThat(workList(operator("431102000000"))).doesNotContain(id);

        clock.setTo(Instant.parse("2026-11-24T08:00:00Z"));
        var admitted = check(id, operator(REGION), "\"1\"", admission());
        assertThat(admitted.status()).as(admitted.text()).isEqualTo(200);
        assertThat(admitted.header("ETag")).isEqualTo("\"2\"");
        assertThat(admitted.json().path("inTime").asBoolean()).isTrue();

        assertThat(listed("aqpj", REGION)).contains(id);
        assertThat(listed("aqpj", "430000000000")).contains(id);
        assertThat(listed("aqpj", "431102000000")).doesNotContain(id);
        assertThat(listed("xfjc", REGION)).doesNotContain(id);
        assertThat(http.get(PATH + "?service=aqpj", null).text()).doesNotContain("李某");

        await().untilAsserted(
                        () ->
                                assertThat(told(id))
                                        .containsExactly(
                                                "org.oneseal.market.institution-applied",
                                                "org.oneseal.market.institution-admitted"));
        Contracts contracts = Contracts.of("intermediary-market-service");
        for (Topics.Message message : topics.all("oneseal.market.v1")) {
            String type = Objects.requireNonNull(message.headers().get("ce_type"));
            String value = Objects.requireNonNull(message.value());
            contracts.assertValid(
                    type.substring(type.lastIndexOf('.') + 1), EventJson.reader().readTree(value));
            assertThat(value).doesNotContain("李某");
        }
    }

    @Test
    void aLapsedQualificationTakesItsServiceOutOfTheDirectoryTheNextDay() {
        String id = admitted("2026-12-31");
        clock.setTo(Instant.parse("2026-12-31T15:59:59Z"));
        assertThat(listed("aqpj", REGION)).contains(id);
        clock.setTo(Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(listed("aqpj", REGION)).doesNotContain(id);
        assertThat(listed("szylz", REGION)).contains(id);
        JsonNode shown =
                http.get(PATH + "?limit=200&service=szylz", null)
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(i -> i.path("id").asString().equals(id))
                        .findFirst()
                        .orElseThrow();
        assertThat(shown.path("services").toString()).isEqualTo("[\"szylz\"]");
        assertThat(shown.path("qualifications").size()).isZero();
    }

    @Test
    void aRefusalTellsEveryReasonAndANewApplicationMayFollow() {
        String party = party();
        Map<String, Object> application = application("2027-06-30");
        String id = http.post(PATH, institution(party), application).json().path("id").asString();
        var without =
                check(
                        id,
                        operator(REGION),
                        "\"1\"",
                        Map.of("result", "REFUSED", "reasons", List.of()));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.objections()).containsExactly("refusal-without-reason");

        var refused =
                check(
                        id,
                        operator(REGION),
                        "\"1\"",
                        Map.of(
                                "result",
                                "REFUSED",
                                "reasons",
                                List.of(
                                        Map.of("code", "q", "text", "资质证书查无记录"),
                                        Map.of("code", "p", "text", "执业人员未在岗"))));
        assertThat(refused.status()).as(refused.text()).isEqualTo(200);
        JsonNode mine = http.get(PATH + "/" + id, institution(party)).json();
        assertThat(mine.path("state").asString()).isEqualTo("REFUSED");
        assertThat(mine.path("reasons").size()).isEqualTo(2);
        assertThat(check(id, operator(REGION), "\"2\"", admission()).objections())
                .containsExactly("institution-already-checked");

        var again = http.post(PATH, institution(party), application);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
    }

    @Test
    void theSameInstitutionIsThereOnlyOnceAndItsPeopleNowhereElse() {
        Map<String, Object> application = application("2027-06-30");
        String key = UUID.randomUUID().toString();
        String token = institution(party());
        var first = http.post(PATH, token, application, "Idempotency-Key", key);
        var repeated = http.post(PATH, token, application, "Idempotency-Key", key);
        assertThat(repeated.json()).isEqualTo(first.json());

        assertThat(http.post(PATH, token, application).objections())
                .containsExactly("institution-exists");
        Map<String, Object> other = application("2027-06-30");
        other.put("practitioners", application.get("practitioners"));
        assertThat(http.post(PATH, token, other).objections())
                .containsExactly("practitioner-elsewhere");
        other.put("uscc", "not-a-code");
        other.put("services", List.of("nothing"));
        var wrong = http.post(PATH, token, other);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.objections())
                .containsExactlyInAnyOrder(
                        "uscc-invalid", "practitioner-elsewhere", "service-unknown");
    }

    @Test
    void strangersDoNotSeeThePapers() {
        String party = party();
        String id =
                http.post(PATH, institution(party), application("2027-06-30"))
                        .json()
                        .path("id")
                        .asString();
        assertThat(http.get(PATH + "/" + id, institution(party)).status()).isEqualTo(200);
        assertThat(http.get(PATH + "/" + id, institution(party())).status()).isEqualTo(404);
        assertThat(http.get(PATH + "/" + id, operator("431102000000")).status()).isEqualTo(404);
        assertThat(http.get(PATH + "/" + id, operator(REGION)).status()).isEqualTo(200);
        assertThat(check(id, operator("431102000000"), "\"1\"", admission()).status())
                .isEqualTo(404);
        assertThat(check(id, institution(party), "\"1\"", admission()).status()).isEqualTo(403);
        assertThat(check(id, operator(REGION), "\"9\"", admission()).objections())
                .containsExactly("stale-version");
        assertThat(workList(institution(party))).containsExactly(id);
    }

    @Test
    void aDecreeMovesTheLastDayOfTheCheckAndARebuildEndsEqual() {
        String party = party();
        String id =
                http.post(PATH, institution(party), application("2027-06-30"))
                        .json()
                        .path("id")
                        .asString();
        calendar(2, "2026-11-23");
        await().untilAsserted(
                        () -> {
                            JsonNode moved = http.get(PATH + "/" + id, institution(party)).json();
                            assertThat(moved.path("checkDue").asString()).isEqualTo("2026-11-25");
                            assertThat(moved.path("version").asInt()).isEqualTo(2);
                        });
        await().untilAsserted(
                        () ->
                                assertThat(told(id))
                                        .contains("org.oneseal.market.institution-rescheduled"));

        String calendars =
                jdbc.queryForList("SELECT * FROM calendar_years ORDER BY region, year").toString();
        String institutions =
                jdbc.queryForList("SELECT * FROM institutions ORDER BY id").toString();
        subscriptions.rebuild("market-calendars");
        await().atMost(Patience.SOON).until(() -> subscriptions.isCaughtUp("market-calendars"));
        assertThat(
                        jdbc.queryForList("SELECT * FROM calendar_years ORDER BY region, year")
                                .toString())
                .isEqualTo(calendars);
        assertThat(jdbc.queryForList("SELECT * FROM institutions ORDER BY id").toString())
                .isEqualTo(institutions);
        calendar(3, null);
    }

    private String admitted(String validTo) {
        String id =
                http.post(PATH, institution(party()), application(validTo))
                        .json()
                        .path("id")
                        .asString();
        var admitted = check(id, operator(REGION), "\"1\"", admission());
        assertThat(admitted.status()).as(admitted.text()).isEqualTo(200);
        return id;
    }

    private Http.Answer check(String id, String token, String version, Object body) {
        return http.post(PATH + "/" + id + "/formal-check", token, body, "If-Match", version);
    }

    private static Map<String, Object> admission() {
        return Map.of("result", "ADMITTED", "reasons", List.of());
    }

    private static String party() {
        return "431103-" + UUID.randomUUID();
    }

    private String institution(String party) {
        return tokens.of(Role.INSTITUTION).party(party).mint();
    }

    private String operator(String region) {
        return tokens.of(Role.MARKET_OPERATOR).region(region).mint();
    }

    /** An application of an institution nobody has seen before. */
    static Map<String, Object> application(String validTo) {
        String unique = UUID.randomUUID().toString();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("region", REGION);
        body.put("name", "永州示例安全评价有限公司");
        body.put("uscc", uscc(unique));
        body.put("services", List.of("aqpj", "szylz"));
        body.put(
                "qualifications",
                List.of(
                        Map.of(
                                "type", "aqpj", "grade", "乙级", "number", "AQ-1", "validTo",
                                validTo)));
        body.put(
                "practitioners",
                List.of(
                        Map.of(
                                "name",
                                "李某",
                                "certificateType",
                                "安全评价师",
                                "certificateNumber",
                                "S-" + unique)));
        return body;
    }

    /** A made-up code with right check characters. */
    private static String uscc(String seed) {
        String organisation = "%08d".formatted(Math.floorMod(seed.hashCode(), 100_000_000));
        String first17 =
                "91431103" + organisation + UnifiedSocialCreditCode.organisationCheck(organisation);
        return first17 + UnifiedSocialCreditCode.check(first17);
    }

    private List<String> listed(String service, String region) {
        List<String> ids = new ArrayList<>();
        http.get(PATH + "?limit=200&service=" + service + "&region=" + region, null)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private List<String> workList(String token) {
        List<String> ids = new ArrayList<>();
        http.get(PATH + "/applications?limit=200&state=APPLIED", token)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private List<String> told(String id) {
        return topics.all("oneseal.market.v1").stream()
                .filter(m -> id.equals(m.key()))
                .map(m -> Objects.requireNonNull(m.headers().get("ce_type")))
                .toList();
    }

    private void calendar(int version, @Nullable String holiday) {
        ObjectNode data =
                (ObjectNode)
                        Objects.requireNonNull(
                                        Contracts.of("catalog-service")
                                                .samples()
                                                .get("calendar-published"))
                                .deepCopy();
        data.put("version", version).put("hash", "SM3:" + "%064x".formatted(version));
        if (holiday != null) data.withArray("holidays").add(holiday);
        topics.send(
                "oneseal.catalog.calendars.v1",
                "100000000000/2026",
                "org.oneseal.catalog.calendar-published",
                version,
                Instant.parse("2026-11-01T00:00:00Z"),
                "100000000000",
                null,
                data);
    }

    private long count(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }
}
