package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A licence on a promise: two papers handed in, three promised, decided the same day; one follows
 * in time, two become overdue. Who is listed files the ordinary way.
 */
@PlatformTest
class PromiseStory {

    private static final String HYGIENE = "11431103YYYY00207T4000123012000";
    private static final String RULED = "11431103YYYY00207T4000123013000";
    private static final String LISTED = "91431103MA4TEAT76Q";
    private static final String RESTRICTIONS = "oneseal.credit.restrictions.v1";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired Subscriptions subscriptions;

    private District district;

    @BeforeEach
    void aDistrictWithAPromiseItem() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        district = new District(http, tokens, topics);
        district.publishCatalog();
        district.publishItem(
                HYGIENE,
                item -> {
                    item.put("name", "公共场所卫生许可");
                    item.put("commitment", "POST_SUPPLEMENT");
                    ArrayNode materials = item.withArray("materials");
                    ObjectNode pattern = (ObjectNode) materials.get(2);
                    materials.remove(3);
                    for (String code : List.of("m4", "m5")) {
                        materials.add(pattern.deepCopy().put("code", code).put("name", code));
                    }
                });
    }

    @AfterEach
    void letTheClockRun() {
        clock.release();
    }

    @Test
    void decidedTheSameDayFulfilledInPartAndOverdueForTheRest() {
        String applicant = district.applicant("bath-firm", "永州市泉水浴场有限公司", "91431103MA4TEAT5XX");
        assertThat(file(applicant, HYGIENE, List.of("m1", "m2"), null).objections())
                .containsExactly(
                        "material-not-promised", "material-not-promised", "material-not-promised");

        JsonNode draft = draft(applicant, "m3", "m4", "m5").json();
        String notice = draft.path("notice").asString();
        String promise = draft.path("promise").asString();
        assertThat(notice).contains("告知书", "公共场所卫生许可", "2027-01-25", "国办发〔2020〕42号");
        assertThat(promise).contains("承诺书", "永州市泉水浴场有限公司", "2027-01-25");
        byte[] text = (notice + "\n\n" + promise).getBytes(StandardCharsets.UTF_8);
        assertThat(draft.path("textHash").asString()).isEqualTo(Digest.of("SM3", text).toString());

        Answer filed = promised(applicant, draft, "m3", "m4", "m5");
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        assertThat(filed.json().at("/promise/state").asString()).isEqualTo("OPEN");
        String id = filed.json().path("id").asString();
        String url = "/api/v1/cases/" + id;
        Answer accepted = act(filed, url + "/acceptance", district.clerk(), null);
        Answer examined =
                act(
                        accepted,
                        url + "/steps",
                        district.officer(),
                        Map.of("step", "examine", "action", "COMPLETE"));
        Answer decided =
                act(examined, url + "/decision", district.chief(), Map.of("granted", true));
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        assertThat(decided.json().at("/decision/decidedAt").asString()).startsWith("2026-11-23");
        assertThat(decided.json().at("/certificate/number").asString()).isNotEmpty();
        JsonNode made = http.get(url + "/promise", applicant).json();
        assertThat(made.path("notice").asString()).isEqualTo(notice);
        assertThat(made.path("textHash")).isEqualTo(draft.path("textHash"));

        clock.setTo(Instant.parse("2026-12-21T03:15:00Z"));
        Answer first = handIn(decided, url, applicant, "m3");
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(handIn(first, url, applicant, "m3").objections())
                .containsExactly("material-not-owed");
        clock.setTo(Instant.parse("2027-01-25T15:59:59Z"));
        assertThat(http.get(url, applicant).json().at("/promise/state").asString())
                .isEqualTo("OPEN");
        clock.setTo(Instant.parse("2027-01-25T16:00:01Z"));
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                http.get(url, applicant)
                                        .json()
                                        .at("/promise/state")
                                        .asString()
                                        .equals("OVERDUE"));
        JsonNode overdue =
                http.get("/api/v1/cases?promise=OVERDUE", supervisor()).json().path("items");
        assertThat(overdue.findValuesAsString("id")).contains(id);
        assertThat(http.get(url + "/timeline", applicant).text()).contains("逾期未补交");

        Answer late = handIn(http.get(url, applicant), url, applicant, "m4", "m5");
        assertThat(late.json().at("/promise/state").asString()).isEqualTo("FULFILLED");
        assertThat(late.json().at("/promise/materials/0/late").asBoolean()).isFalse();
        assertThat(late.json().at("/promise/materials/1/late").asBoolean()).isTrue();
        List<Topics.Message> events = eventsOf(id, 12);
        assertThat(events)
                .extracting(PromiseStory::name)
                .containsExactly(
                        "submitted",
                        "promised",
                        "accepted",
                        "step-started",
                        "step-completed",
                        "decided",
                        "certificate-issued",
                        "finished",
                        "promise-fulfilled",
                        "promise-overdue",
                        "promise-fulfilled",
                        "promise-fulfilled");
        var contracts = Contracts.of("case-service");
        for (Topics.Message event : events) {
            contracts.assertValid(
                    name(event),
                    EventJson.reader().readTree(Objects.requireNonNull(event.value())));
        }
        JsonNode told = EventJson.reader().readTree(Objects.requireNonNull(events.get(9).value()));
        assertThat(told.path("materials").size()).isEqualTo(2);
        assertThat(told.path("due").asString()).isEqualTo("2027-01-25");
    }

    @Test
    void nothingIsPromisedThatMayNotFollowOrOnATextThatWasNotRead() {
        String applicant = district.applicant("hasty-firm", "永州市匆忙浴场有限公司", "91431103MA4TEAT68X");
        int before = cases();
        assertThat(draft(applicant, "m1", "m3", "m3", "m9").objections())
                .containsExactly(
                        "material-may-not-follow", "material-twice", "material-not-listed");
        assertThat(http.get(draftUrl(), applicant).status()).isEqualTo(400);
        JsonNode draft = draft(applicant, "m3", "m4", "m5").json();
        assertThat(promised(applicant, draft, "m3", "m4").objections())
                .containsExactly("material-not-promised", "promise-text-changed");
        Answer both =
                file(
                        applicant,
                        HYGIENE,
                        List.of("m1", "m2", "m3"),
                        promise(draft, "m3", "m4", "m5"));
        assertThat(both.objections()).containsExactly("material-promised-and-given");
        clock.advance(Duration.ofDays(1));
        assertThat(promised(applicant, draft, "m3", "m4", "m5").objections())
                .containsExactly("promise-text-changed");
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void whoIsListedFilesTheOrdinaryWayUntilTheRestrictionIsLifted() {
        String applicant = district.applicant("listed-firm", "永州市失信浴场有限公司", LISTED);
        JsonNode draft = draft(applicant, "m3", "m4", "m5").json();
        restrict(1, restricted("2026-11-01", null));
        await().atMost(Patience.SOON).until(() -> draft(applicant, "m3").status() == 422);

        Answer refused = promised(applicant, draft, "m3", "m4", "m5");

        assertThat(refused.objections()).containsExactly("promise-restricted");
        assertThat(refused.json().at("/objections/0/ground").asString()).contains("42号");
        Answer ordinary = file(applicant, HYGIENE, List.of("m1", "m2", "m3", "m4", "m5"), null);
        assertThat(ordinary.status()).as(ordinary.text()).isEqualTo(201);
        String another = district.applicant("clean-firm", "永州市守信浴场有限公司", "91431103MA4TEAT84K");
        assertThat(draft(another, "m3").status()).isEqualTo(200);

        String sql = "SELECT subject || body::text FROM restriction ORDER BY 1";
        List<@Nullable String> known = jdbc.sql(sql).query(String.class).list();
        subscriptions.rebuild("cases-restrictions");
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () ->
                                assertThat(jdbc.sql(sql).query(String.class).list())
                                        .isEqualTo(known));

        restrict(2, restricted("2026-11-01", "2026-11-22"));
        await().atMost(Patience.SOON).until(() -> draft(applicant, "m3").status() == 200);
        restrict(3, restricted("2026-11-24", null));
        await().atMost(Patience.SOON)
                .until(() -> jdbc.sql(sql).query(String.class).list().toString().contains("11-24"));
        assertThat(draft(applicant, "m3").status()).isEqualTo(200);
        clock.advance(Duration.ofDays(1));
        assertThat(draft(applicant, "m3").status()).isEqualTo(422);
        restrict(4, null);
        await().atMost(Patience.SOON).until(() -> draft(applicant, "m3").status() == 200);
    }

    @Test
    void aPromiseIsNobodyElsesAndANonsenseOfOneWritesNothing() {
        String applicant = district.applicant("own-firm", "永州市自家浴场有限公司", "91431103MA4TEAT92E");
        Answer filed =
                promised(applicant, draft(applicant, "m3", "m4", "m5").json(), "m3", "m4", "m5");
        String url = "/api/v1/cases/" + filed.json().path("id").asString();
        String before = written();
        Map<String, Object> m3 = Map.of("materials", district.materials("m3"));
        String[] current = {"If-Match", "\"" + filed.json().path("version").asLong() + "\""};
        String other = tokens.of(Role.APPLICANT).party("431103-somebody").mint();
        String officer = district.officer();
        String post = url + "/promised-materials";
        assertThat(http.get(url + "/promise", null).status()).isEqualTo(401);
        assertThat(http.get(url + "/promise", other).status()).isEqualTo(404);
        assertThat(http.get(url + "/promise", district.stranger(Role.CASE_OFFICER)).status())
                .isEqualTo(404);
        assertThat(http.post(post, null, m3, current).status()).isEqualTo(401);
        assertThat(http.post(post, other, m3, current).status()).isEqualTo(404);
        assertThat(http.post(post, officer, m3, current).status()).isEqualTo(403);
        assertThat(http.post(post, applicant, m3).status()).isEqualTo(428);
        assertThat(http.post(post, applicant, m3, "If-Match", "\"1\"").status()).isEqualTo(409);
        for (String bad : List.of("{", "[]", "{}", "{\"materials\":[{}]}", "{\"x\":1}")) {
            assertThat(http.post(post, applicant, bad, current).status()).as(bad).isIn(400, 422);
        }
        assertThat(handIn(filed, url, applicant).objections()).containsExactly("nothing-handed-in");
        assertThat(handIn(filed, url, applicant, "m3", "m3", "m1", "m9").objections())
                .containsExactly("material-twice", "material-not-owed", "material-not-owed");
        assertThat(http.get("/api/v1/cases?promise=X", officer).status()).isEqualTo(400);
        assertThat(written()).isEqualTo(before);

        List<String> more = new ArrayList<>(List.of(current));
        more.addAll(List.of("Idempotency-Key", "promise-" + filed.json().path("id").asString()));
        String[] once = more.toArray(String[]::new);
        Answer first = http.post(post, applicant, m3, once);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(http.post(post, applicant, m3, once).json()).isEqualTo(first.json());

        Answer withdrawn = act(first, url + "/withdrawal", applicant, Map.of("reason", "不办了"));
        assertThat(withdrawn.json().at("/promise/state").asString()).isEqualTo("VOID");
        assertThat(handIn(withdrawn, url, applicant, "m4").status()).isEqualTo(409);
    }

    @Test
    void howLongMaterialsMayFollowIsDataOfTheRegionFromADayOn() {
        String applicant = district.applicant("rule-firm", "永州市规则浴场有限公司", "91431103MA4TEATB96");
        String town = "/api/v1/cases/promise-rules";
        String editor = tokens.of(Role.CATALOG_EDITOR).region(District.REGION).mint();
        Map<String, Object> rule =
                Map.of(
                        "region",
                        District.REGION,
                        "itemCode",
                        RULED,
                        "limit",
                        Map.of("amount", 10, "unit", "WORKING_DAY"),
                        "legalGround",
                        "made-up district rule",
                        "effectiveFrom",
                        "2026-11-24");
        assertThat(http.post(town, applicant, rule).status()).isEqualTo(403);
        String stranger = tokens.of(Role.CATALOG_EDITOR).region("431102000000").mint();
        assertThat(http.post(town, stranger, rule).objections())
                .containsExactly("rule-region-not-yours");
        Map<String, Object> late = new LinkedHashMap<>(rule);
        late.put("effectiveFrom", "2026-11-23");
        late.put("limit", Map.of("amount", 0, "unit", "MONTH"));
        assertThat(http.post(town, editor, late).objections())
                .containsExactly("rule-not-ahead", "rule-too-short");
        for (String bad : List.of("{", "[]", "{}", "{\"region\":\"x\"}")) {
            assertThat(http.post(town, editor, bad).status()).as(bad).isIn(400, 422);
        }

        Answer added = http.post(town, editor, rule);
        assertThat(added.status()).as(added.text()).isEqualTo(201);

        String draft = "/api/v1/cases/promise-draft?materials=m3&item=" + RULED;
        district.publishItem(RULED, item -> {});
        assertThat(http.get(draft, applicant).json().at("/materials/0/due").asString())
                .isEqualTo("2027-01-25");
        clock.advance(Duration.ofDays(1));
        JsonNode tomorrow = http.get(draft, applicant).json();
        assertThat(tomorrow.at("/materials/0/due").asString()).isEqualTo("2026-12-08");
        assertThat(tomorrow.path("ground").asString()).isEqualTo("made-up district rule");
        String list = town + "?limit=1&region=" + District.REGION;
        JsonNode first = http.get(list, editor).json();
        assertThat(first.at("/items/0/region").asString()).isEqualTo("100000000000");
        JsonNode second =
                http.get(list + "&cursor=" + first.path("next").asString(), editor).json();
        assertThat(second.at("/items/0/itemCode").asString()).isEqualTo(RULED);
        assertThat(http.get(list + "&cursor=eA", editor).objections())
                .containsExactly("cursor-invalid");
    }

    private Answer draft(String token, String... materials) {
        return http.get(draftUrl() + "&materials=" + String.join(",", materials), token);
    }

    private static String draftUrl() {
        return "/api/v1/cases/promise-draft?item=" + HYGIENE;
    }

    private static Map<String, Object> promise(JsonNode draft, String... materials) {
        return Map.of(
                "materials", List.of(materials), "textHash", draft.path("textHash").asString());
    }

    private Answer promised(String token, JsonNode draft, String... materials) {
        return file(token, HYGIENE, List.of("m1", "m2"), promise(draft, materials));
    }

    private Answer file(
            String token,
            String item,
            List<String> materials,
            @Nullable Map<String, Object> promise) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("itemCode", item);
        body.put("materials", district.materials(materials.toArray(String[]::new)));
        if (promise != null) body.put("promise", promise);
        return http.post("/api/v1/cases", token, body);
    }

    private Answer handIn(Answer before, String url, String token, String... materials) {
        return act(
                before,
                url + "/promised-materials",
                token,
                Map.of("materials", district.materials(materials)));
    }

    private void restrict(long sequence, @Nullable ObjectNode data) {
        topics.send(
                RESTRICTIONS,
                LISTED,
                "org.oneseal.credit.restrictions-changed",
                sequence,
                clock.instant(),
                District.REGION,
                null,
                data);
    }

    /** The credit service's own sample, of our subject and for our time. */
    private static ObjectNode restricted(String since, @Nullable String until) {
        ObjectNode sample =
                (ObjectNode)
                        Objects.requireNonNull(
                                        Contracts.of("credit-service")
                                                .samples()
                                                .get("restrictions-changed"))
                                .deepCopy();
        sample.put("subject", LISTED);
        for (JsonNode restriction : sample.path("restrictions")) {
            ((ObjectNode) restriction).put("since", since).put("until", until);
        }
        return sample;
    }

    private String supervisor() {
        return tokens.of(Role.SUPERVISOR).region(District.REGION).subject("supervisor-xie").mint();
    }

    private int cases() {
        return jdbc.sql("SELECT count(*) FROM cases").query(Integer.class).single();
    }

    private String written() {
        return jdbc.sql(
                        """
                        SELECT count(*) || '/' || sum(version)
                            || '/' || (SELECT count(*) FROM history) FROM cases
                        """)
                .query(String.class)
                .single();
    }

    private Answer act(Answer before, String path, String token, @Nullable Object body) {
        String version = "\"" + before.json().path("version").asLong() + "\"";
        return http.post(path, token, body, "If-Match", version);
    }

    private static String name(Topics.Message event) {
        String type = Objects.requireNonNull(event.headers().get("ce_type"));
        return type.replace("org.oneseal.cases.", "");
    }

    private List<Topics.Message> eventsOf(String id, int atLeast) {
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                topics.all("oneseal.cases.v1").stream()
                                                .filter(m -> id.equals(m.key()))
                                                .count()
                                        >= atLeast);
        return topics.all("oneseal.cases.v1").stream().filter(m -> id.equals(m.key())).toList();
    }
}
