package org.oneseal.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.market.Marketplace.CLOSE;
import static org.oneseal.market.Marketplace.path;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.market.Marketplace.Member;
import org.oneseal.platform.draw.DrawProof;
import org.oneseal.platform.draw.DrawVerification;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Projects asked for wrongly, by the wrong people, twice or too late; and a market without a source
 * of public values, which says so.
 */
@PlatformTest
class ProjectAbuseTest {

    private static final String PATH = "/api/v1/projects";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcTemplate jdbc;

    private Marketplace market() {
        return new Marketplace(http, tokens, topics, clock, jdbc);
    }

    @BeforeEach
    void theMarketIsOpen() {
        clock.setTo(Marketplace.FRIDAY);
        market().calendarAndItem();
    }

    @Test
    void nonsenseIsRefusedWithAReasonAndNothingIsWritten() {
        Marketplace market = market();
        Map<String, Object> good = market.commissioned(market.acceptedCase());
        long before = projects();
        String officer = market.officer();
        refused(http.post(PATH, null, good), 401, "token-missing");
        refused(http.post(PATH, market.operator(), good), 403, "role-missing");
        refused(
                http.post(PATH, tokens.of(Role.CASE_OFFICER).mint(), good),
                422,
                "department-missing");
        refused(
                http.post(PATH, officer, with(good, "region", "430000000000")),
                422,
                "region-not-yours");
        refused(http.post(PATH, officer, with(good, "region", "x")), 422, "region-invalid");
        refused(http.post(PATH, officer, with(good, "role", "SOMEBODY")), 400, null);
        refused(http.post(PATH, officer, with(good, "priceFen", 0)), 422, "field-invalid");
        refused(http.post(PATH, officer, with(good, "priceFen", 1.5)), 400, null);
        refused(http.post(PATH, officer, with(good, "priceFen", -1)), 422, "field-invalid");
        refused(http.post(PATH, officer, with(good, "serviceDays", 1e9)), 400, null);
        refused(http.post(PATH, officer, with(good, "title", " ")), 422, "title-missing");
        refused(http.post(PATH, officer, with(good, "title", "a\0")), 400, null);
        refused(http.post(PATH, officer, with(good, "avoided", null)), 422, "field-invalid");
        refused(
                http.post(
                        PATH,
                        officer,
                        with(good, "avoided", List.of(Map.of("uscc", "1", "tie", "STAFF")))),
                422,
                "uscc-invalid");
        refused(http.post(PATH, officer, with(good, "caseId", null)), 422, "case-missing");
        refused(http.post(PATH, officer, with(good, "caseId", "431103-x")), 422, "case-unknown");
        refused(http.post(PATH, officer, with(good, "serviceKind", "x")), 422, "service-unknown");
        refused(
                http.post(PATH, officer, with(good, "material", "m2")),
                422,
                "commissioned-with-material");
        refused(http.post(PATH, officer, with(good, "more", 1)), 400, "field-unknown");
        refused(http.send("POST", PATH, officer, good), 400, "header-missing");
        Map<String, Object> own = market.ownService();
        refused(http.post(PATH, officer, own), 403, "role-missing");
        String buyer = tokens.of(Role.BUYER).party("p").mint();
        refused(http.post(PATH, tokens.of(Role.BUYER).mint(), own), 422, "party-missing");
        refused(http.post(PATH, buyer, with(own, "itemCode", "x")), 422, "item-unknown");
        refused(http.post(PATH, buyer, with(own, "buyer", "")), 422, "buyer-missing");
        refused(http.get(PATH + "?state=X", buyer), 400, "parameter-invalid");
        refused(http.get(PATH + "?cursor=%7B", buyer), 400, "cursor-invalid");
        refused(http.get("/api/v1/draws?state=X", null), 400, "parameter-invalid");
        refused(http.get("/api/v1/draws?region=1", null), 400, "parameter-invalid");
        for (String id : List.of("x", "-", "431103-nothing-1", "431103-nothing", "%00-1")) {
            assertThat(http.get("/api/v1/draws/" + id, null).status()).as(id).isIn(400, 404);
        }
        assertThat(projects()).isEqualTo(before);
    }

    @Test
    void onlyTheRightPeopleActAndOnlyOnWhatTheyHaveRead() {
        Marketplace market = market();
        String id = market.submitted(market.commissioned(market.acceptedCase()));
        Member member = market.member("aqpj", "2027-06-30");
        String elsewhere = tokens.of(Role.MARKET_OPERATOR).region("431102000000").mint();
        Map<String, Object> publication = publication(CLOSE.toString());
        refused(post(id, "publication", market.officer(), 1, publication), 403, "role-missing");
        refused(post(id, "publication", elsewhere, 1, publication), 404, "not-found");
        refused(post(id, "publication", market.operator(), 9, publication), 409, "stale-version");
        refused(
                http.post(path(id) + "/publication", market.operator(), publication),
                428,
                "header-missing");
        refused(
                post(id, "publication", market.operator(), 1, publication("2026-11-20T02:30:00Z")),
                422,
                "sign-up-too-short");
        refused(
                post(id, "publication", market.operator(), 1, publication("9999-11-20T02:30:00Z")),
                422,
                "sign-up-too-long");
        refused(
                post(id, "publication", market.operator(), 1, publication(null)),
                422,
                "close-missing");
        refused(
                post(
                        id,
                        "publication",
                        market.operator(),
                        1,
                        Map.of("result", "RETURNED", "reasons", List.of())),
                422,
                "return-without-reason");
        // what is not announced is nobody's business yet
        refused(http.get(path(id), member.token()), 404, "not-found");
        refused(market.signUp(id, member), 404, "not-found");
        refused(http.get("/api/v1/draws/" + id + "-1", null), 404, "not-found");

        String key = UUID.randomUUID().toString();
        var published =
                http.post(
                        path(id) + "/publication",
                        market.operator(),
                        publication,
                        "If-Match",
                        "\"1\"",
                        "Idempotency-Key",
                        key);
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        var repeated =
                http.post(
                        path(id) + "/publication",
                        market.operator(),
                        publication,
                        "If-Match",
                        "\"1\"",
                        "Idempotency-Key",
                        key);
        assertThat(repeated.json()).isEqualTo(published.json());
        refused(
                post(id, "publication", market.operator(), 2, publication),
                409,
                "project-not-publishable");
        refused(
                http.post(path(id) + "/sign-ups", market.officer(), Map.of("noTie", true)),
                403,
                "role-missing");
        refused(http.post(path(id) + "/sign-ups", member.token(), Map.of()), 400, null);
        refused(http.post(path(id) + "/sign-ups", null, Map.of("noTie", true)), 401, null);
        refused(
                post(id, "confirmation", member.token(), 2, Map.of("takes", true)),
                409,
                "nothing-to-confirm");
        refused(
                post(
                        id,
                        "result",
                        member.token(),
                        2,
                        Map.of("title", "t", "digest", "SM3:" + "0f".repeat(32))),
                409,
                "nothing-to-deliver");
        refused(
                post(id, "result", member.token(), 2, Map.of("title", "t", "digest", "md5:1")),
                422,
                "digest-invalid");
        refused(
                post(
                        id,
                        "commission",
                        market.officer(),
                        2,
                        Map.of(
                                "number",
                                "1",
                                "amountFen",
                                1,
                                "signedOn",
                                "2026-11-20",
                                "dueOn",
                                "2026-11-21")),
                409,
                "not-confirmed");
    }

    @Test
    void aReturnedProjectTellsItsReasons() {
        Marketplace market = market();
        String id = market.submitted(market.commissioned(market.acceptedCase()));
        var returned =
                post(
                        id,
                        "publication",
                        market.operator(),
                        1,
                        Map.of(
                                "result",
                                "RETURNED",
                                "reasons",
                                List.of(Map.of("code", "scope", "text", "服务内容描述不完整"))));
        assertThat(returned.status()).as(returned.text()).isEqualTo(200);
        assertThat(http.get(path(id), market.officer()).json().path("reasons").toString())
                .contains("服务内容描述不完整");
    }

    @Test
    void withoutASourceOfPublicValuesTheProofSaysThatTheOperatorIsTrusted() {
        Marketplace market = market();
        List<Member> members = market.members(3);
        String id = market.open(market.commissioned(market.acceptedCase()));
        market.allSignUp(id, members);
        assertThat(market.page(id, 1).path("announcement").path("trust").asString())
                .isEqualTo("operator-trusted");
        market.at(CLOSE);
        market.becomes(id, "DRAWN");
        JsonNode proof = market.page(id, 1).path("proof");
        assertThat(proof.path("trust").asString()).isEqualTo("operator-trusted");
        assertThat(
                        DrawVerification.of(
                                        CanonicalJson.mapper().treeToValue(proof, DrawProof.class),
                                        List.of(),
                                        null)
                                .stream()
                                .map(f -> f.code().name()))
                .containsExactly("OPERATOR_TRUSTED", "NO_EARLIER_COPY");
        assertThat(http.get("/api/v1/draws?region=431103000000&limit=200", null).text())
                .contains(id + "-1");
        assertThat(http.get("/api/v1/draws?region=431102000000&limit=200", null).text())
                .doesNotContain(id);
    }

    private Http.Answer post(String id, String act, String token, long version, Object body) {
        return http.post(path(id) + "/" + act, token, body, "If-Match", "\"" + version + "\"");
    }

    private static Map<String, Object> publication(@Nullable String closesAt) {
        Map<String, Object> body =
                new HashMap<>(Map.of("result", "PUBLISHED", "reasons", List.of()));
        if (closesAt != null) body.put("closesAt", closesAt);
        return body;
    }

    private static Map<String, @Nullable Object> with(
            Map<String, Object> body, String member, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new HashMap<>(body);
        changed.put(member, value);
        return changed;
    }

    private long projects() {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT count(*) FROM projects", Long.class));
    }

    private static void refused(Http.Answer answer, int status, @Nullable String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(Objects.requireNonNull(answer.header("Content-Type")))
                .contains("application/problem+json");
        assertThat(answer.objections()).isNotEmpty();
        if (code != null) assertThat(answer.objections()).contains(code);
    }
}
