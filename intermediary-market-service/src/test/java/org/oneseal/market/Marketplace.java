package org.oneseal.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A district's market in tests: who is there, what other services tell, and the acts in order. */
final class Marketplace {

    static final String REGION = "431103000000";
    static final String DEPARTMENT = "431103-HJ";
    static final Instant FRIDAY = Instant.parse("2026-11-20T02:00:00Z");
    static final Instant CLOSE = Instant.parse("2026-11-24T09:00:00Z");

    private final Http http;
    private final Tokens tokens;
    private final Topics topics;
    private final MovableClock clock;
    private final JdbcTemplate jdbc;

    Marketplace(Http http, Tokens tokens, Topics topics, MovableClock clock, JdbcTemplate jdbc) {
        this.http = http;
        this.tokens = tokens;
        this.topics = topics;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** An institution with its token's party. */
    record Member(String id, String party, String uscc, String token) {}

    void calendarAndItem() {
        calendar("100000000000", 1, null);
        ObjectNode item = sample("catalog-service", "item-published");
        topics.send(
                "oneseal.catalog.items.v1",
                item.path("itemCode").asString() + "@1",
                "org.oneseal.catalog.item-published",
                1,
                Instant.parse("2026-11-01T00:00:00Z"),
                REGION,
                DEPARTMENT,
                item);
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                count("SELECT count(*) FROM known_items") > 0
                                        && count("SELECT count(*) FROM calendar_years") > 0);
    }

    void calendar(String region, int version, @Nullable String holiday) {
        ObjectNode data = sample("catalog-service", "calendar-published");
        data.put("region", region)
                .put("version", version)
                .put("hash", "SM3:" + "%064x".formatted(version));
        if (holiday != null) data.withArray("holidays").add(holiday);
        topics.send(
                "oneseal.catalog.calendars.v1",
                region + "/2026",
                "org.oneseal.catalog.calendar-published",
                version,
                Instant.parse("2026-11-01T00:00:00Z"),
                region,
                null,
                data);
    }

    String item() {
        return sample("catalog-service", "item-published").path("itemCode").asString();
    }

    /** A case of the department that is being handled, as the case service tells it. */
    String acceptedCase() {
        String id = "431103-" + UUID.randomUUID();
        caseEvent(id, "accepted", 2);
        await().until(
                        () ->
                                count(
                                                "SELECT count(*) FROM known_cases WHERE open AND"
                                                        + " case_id = '"
                                                        + id
                                                        + "'")
                                        == 1);
        return id;
    }

    void caseEvent(String id, String event, long sequence) {
        ObjectNode data = sample("case-service", event);
        ((ObjectNode) data.path("case"))
                .put("caseId", id)
                .put("itemCode", item())
                .put("itemVersion", 1)
                .put("region", REGION)
                .put("department", DEPARTMENT);
        topics.send(
                "oneseal.cases.v1",
                id,
                "org.oneseal.cases." + event,
                sequence,
                FRIDAY,
                REGION,
                DEPARTMENT,
                data);
    }

    /** Tells a restriction of the market, or lifts it with null. */
    void restrict(String uscc, @Nullable String until, boolean lifted, long sequence) {
        ObjectNode data = sample("credit-service", "restrictions-changed");
        data.put("subject", uscc);
        for (JsonNode restriction : (ArrayNode) data.path("restrictions")) {
            ((ObjectNode) restriction).put("since", "2026-11-01").put("until", until);
        }
        topics.send(
                "oneseal.credit.restrictions.v1",
                uscc,
                "org.oneseal.credit.restrictions-changed",
                sequence,
                FRIDAY,
                REGION,
                null,
                lifted ? null : data);
        await().until(
                        () ->
                                count(
                                                "SELECT count(*) FROM restrictions WHERE subject ="
                                                        + " '"
                                                        + uscc
                                                        + "'")
                                        == (lifted ? 0 : 1));
    }

    /** An institution that was admitted and may write environmental reports. */
    Member member(String service, String validTo) {
        return member(service, validTo, REGION);
    }

    Member member(String service, String validTo, String region) {
        String party = "431103-" + UUID.randomUUID();
        String token = tokens.of(Role.INSTITUTION).party(party).mint();
        Map<String, Object> application = AdmissionStory.application(validTo);
        application.put("services", List.of(service));
        application.put("region", region);
        var applied = http.post("/api/v1/institutions", token, application);
        assertThat(applied.status()).as(applied.text()).isEqualTo(201);
        String id = applied.json().path("id").asString();
        var admitted =
                http.post(
                        "/api/v1/institutions/" + id + "/formal-check",
                        operator(),
                        Map.of("result", "ADMITTED", "reasons", List.of()),
                        "If-Match",
                        "\"1\"");
        assertThat(admitted.status()).as(admitted.text()).isEqualTo(200);
        return new Member(id, party, applied.json().path("uscc").asString(), token);
    }

    List<Member> members(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(_ -> member("aqpj", "2027-06-30"))
                .toList();
    }

    /** What an officer asks for, bound to the case. */
    Map<String, Object> commissioned(String caseId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("region", REGION);
        body.put("role", "AUTHORITY_COMMISSIONED");
        body.put("title", "环境影响报告表技术评审");
        body.put("buyer", "生态环境分局");
        body.put("serviceKind", "aqpj");
        body.put("caseId", caseId);
        body.put("suspension", "EXPERT_REVIEW");
        body.put("fund", "FISCAL");
        body.put("priceFen", 1800000);
        body.put("serviceDays", 15);
        body.put("avoided", List.of());
        return body;
    }

    /** What an applicant asks for, to have a material. */
    Map<String, Object> ownService() {
        Map<String, Object> body = commissioned("x");
        body.remove("caseId");
        body.remove("suspension");
        body.put("role", "APPLICANT_SIDE");
        body.put("title", "环境影响报告表编制");
        body.put("buyer", "王小明");
        body.put("serviceKind", "hjyxpj");
        body.put("itemCode", item());
        body.put("material", "m2");
        body.put("fund", "SOCIAL");
        return body;
    }

    String submitted(Map<String, Object> body) {
        var submitted = http.post("/api/v1/projects", officer(), body);
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
        return submitted.json().path("id").asString();
    }

    /** A commissioned project that is open for sign-up. */
    String open(Map<String, Object> body) {
        String id = submitted(body);
        var published = publish(id, 1, CLOSE);
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        return id;
    }

    Http.Answer publish(String id, long version, Instant closesAt) {
        return http.post(
                path(id) + "/publication",
                operator(),
                Map.of(
                        "result",
                        "PUBLISHED",
                        "closesAt",
                        closesAt.toString(),
                        "reasons",
                        List.of()),
                "If-Match",
                "\"" + version + "\"");
    }

    Http.Answer signUp(String id, Member member) {
        return http.post(path(id) + "/sign-ups", member.token(), Map.of("noTie", true));
    }

    void allSignUp(String id, List<Member> members) {
        for (Member member : members) {
            var answer = signUp(id, member);
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        }
    }

    /** Waits until the project is there, moved by the clock. */
    JsonNode becomes(String id, String state) {
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () -> assertThat(seen(id).path("state").asString()).isEqualTo(state));
        return seen(id);
    }

    JsonNode seen(String id) {
        return http.get(path(id), operator()).json();
    }

    JsonNode page(String id, int round) {
        return http.get("/api/v1/draws/" + id + "-" + round, null).json();
    }

    void at(Instant instant) {
        clock.setTo(instant);
    }

    List<String> told(String id) {
        return topics.all("oneseal.market.v1").stream()
                .filter(m -> id.equals(m.key()))
                .map(m -> Objects.requireNonNull(m.headers().get("ce_type")))
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .toList();
    }

    /** Of the city, above the district. */
    String operator() {
        return tokens.of(Role.MARKET_OPERATOR).region("431100000000").mint();
    }

    String officer() {
        return tokens.of(Role.CASE_OFFICER).region(REGION).department(DEPARTMENT).mint();
    }

    static String path(String id) {
        return "/api/v1/projects/" + id;
    }

    private long count(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }

    static ObjectNode sample(String service, String event) {
        return (ObjectNode)
                Objects.requireNonNull(Contracts.of(service).samples().get(event)).deepCopy();
    }
}
