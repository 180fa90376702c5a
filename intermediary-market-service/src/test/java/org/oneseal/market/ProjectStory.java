package org.oneseal.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.oneseal.market.Marketplace.CLOSE;
import static org.oneseal.market.Marketplace.path;
import static org.oneseal.market.ProjectCourse.codes;
import static org.oneseal.market.ProjectCourse.contract;
import static org.oneseal.market.ProjectCourse.verified;
import static org.oneseal.market.ProjectCourse.version;
import static org.oneseal.market.ProjectCourse.winner;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.oneseal.market.Marketplace.Member;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From a project's submission to its result, with a lottery whose results stand in a file. */
@PlatformTest
class ProjectStory extends LotteryMarket {

    @Autowired Subscriptions subscriptions;

    @Test
    void aDepartmentCommissionsADrawnInstitutionAndTheResultIsTold() throws IOException {
        Marketplace market = market();
        String caseId = market.acceptedCase();
        List<Member> members = market.members(4);
        String id = market.open(market.commissioned(caseId));
        JsonNode announced = market.page(id, 1);
        assertThat(announced.path("announcement").path("trust").asString())
                .isEqualTo("public-value");
        assertThat(announced.path("announcement").path("publishedAt").asString())
                .isEqualTo(VALUE.toString());
        assertThat(announced.path("proof").isNull()).isTrue();

        market.allSignUp(id, members);
        assertThat(market.signUp(id, members.getFirst()).objections())
                .containsExactly("signed-up-already");
        assertThat(market.page(id, 1).path("institutions").size()).isZero();
        assertThat(
                        http.get(path(id), members.getFirst().token())
                                .json()
                                .path("signedUp")
                                .asBoolean())
                .isTrue();

        market.at(CLOSE);
        market.becomes(id, "SEALED");
        assertThat(market.signUp(id, market.member("aqpj", "2027-06-30")).objections())
                .containsExactly("sign-up-closed");
        JsonNode sealed = market.page(id, 1);
        assertThat(codes(sealed.path("institutions")))
                .containsExactlyInAnyOrderElementsOf(members.stream().map(Member::uscc).toList());

        publishResult(announced, "03 08 11 19 27 30 + 07");
        market.at(VALUE);
        JsonNode drawn = market.becomes(id, "DRAWN");
        assertThat(drawn.path("confirmBy").asString()).isEqualTo("2026-11-26");
        JsonNode page = market.page(id, 1);
        assertThat(verified(page.path("proof"), "03 08 11 19 27 30 + 07", announced, sealed))
                .isEmpty();

        Member winner = winner(drawn, members);
        Member loser = members.stream().filter(m -> !m.equals(winner)).findFirst().orElseThrow();
        Map<String, Object> takes = Map.of("takes", true);
        assertThat(
                        course().act(id, "confirmation", loser.token(), version(drawn), takes)
                                .objections())
                .containsExactly("not-selected");
        var confirmed = course().act(id, "confirmation", winner.token(), version(drawn), takes);
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);

        Map<String, Object> contract = contract(1800000, "2026-11-24", "2026-12-09");
        assertThat(
                        course().act(
                                        id,
                                        "commission",
                                        market.officer(),
                                        version(confirmed.json()),
                                        contract(1, "2026-11-25", "2027-12-09"))
                                .objections())
                .containsExactly(
                        "contract-price-differs",
                        "contract-not-signed-yet",
                        "contract-due-differs");
        var commissioned =
                course().act(
                                id,
                                "commission",
                                market.officer(),
                                version(confirmed.json()),
                                contract);
        assertThat(commissioned.status()).as(commissioned.text()).isEqualTo(200);

        market.at(Instant.parse("2026-12-09T02:30:00Z"));
        Map<String, Object> result = Map.of("title", "技术评审意见", "digest", "SM3:" + "0f".repeat(32));
        assertThat(
                        course().act(
                                        id,
                                        "result",
                                        loser.token(),
                                        version(commissioned.json()),
                                        result)
                                .objections())
                .containsExactly("not-selected");
        String key = UUID.randomUUID().toString();
        var delivered = deliver(id, winner, version(commissioned.json()), result, key);
        assertThat(delivered.status()).as(delivered.text()).isEqualTo(200);
        assertThat(deliver(id, winner, version(commissioned.json()), result, key).json())
                .isEqualTo(delivered.json());
        assertThat(delivered.json().path("result").path("inTime").asBoolean()).isTrue();

        await().untilAsserted(
                        () ->
                                assertThat(market.told(id))
                                        .containsExactly(
                                                "project-submitted",
                                                "project-published",
                                                "institution-signed-up",
                                                "institution-signed-up",
                                                "institution-signed-up",
                                                "institution-signed-up",
                                                "sign-up-closed",
                                                "drawn",
                                                "selection-confirmed",
                                                "commissioned",
                                                "result-delivered"));
        Contracts contracts = Contracts.of("intermediary-market-service");
        for (Topics.Message message : topics.all("oneseal.market.v1")) {
            String type = Objects.requireNonNull(message.headers().get("ce_type"));
            JsonNode data = EventJson.reader().readTree(Objects.requireNonNull(message.value()));
            contracts.assertValid(type.substring(type.lastIndexOf('.') + 1), data);
            if (id.equals(message.key())) {
                assertThat(data.path("caseId").asString()).isEqualTo(caseId);
                assertThat(data.path("role").asString()).isEqualTo("AUTHORITY_COMMISSIONED");
            }
        }
        assertThat(http.get(path(id) + "/evidence", market.operator()).status()).isEqualTo(200);
        assertThat(http.get(path(id) + "/receipt", winner.token()).status()).isEqualTo(200);
    }

    @Test
    void anApplicantsOwnServiceIsBoundToNoCaseAndNeverTouchesAClock() throws IOException {
        Marketplace market = market();
        String party = "431103-" + UUID.randomUUID();
        String buyer = tokens.of(Role.BUYER).party(party).mint();
        Map<String, Object> wrong = market.ownService();
        wrong.put("caseId", market.acceptedCase());
        wrong.put("suspension", "EXPERT_REVIEW");
        wrong.put("material", "m1");
        assertThat(http.post("/api/v1/projects", buyer, wrong).objections())
                .containsExactly(
                        "applicant-side-with-case",
                        "applicant-side-suspends",
                        "material-not-by-intermediary");

        var submitted = http.post("/api/v1/projects", buyer, market.ownService());
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
        assertThat(submitted.json().path("buyer").asString()).isEqualTo("王**");
        String id = submitted.json().path("id").asString();
        market.publish(id, 1, CLOSE);
        Member only = market.member("hjyxpj", "2027-06-30");
        market.allSignUp(id, List.of(only));
        market.at(CLOSE);
        market.becomes(id, "SEALED");
        publishResult(market.page(id, 1), "6");
        market.at(VALUE);
        JsonNode drawn = market.becomes(id, "DRAWN");
        var confirmed =
                course().act(
                                id,
                                "confirmation",
                                only.token(),
                                version(drawn),
                                Map.of("takes", true));
        String stranger = tokens.of(Role.BUYER).party("431103-other").mint();
        Map<String, Object> contract = contract(1800000, "2026-11-24", "2026-12-09");
        assertThat(
                        course().act(
                                        id,
                                        "commission",
                                        stranger,
                                        version(confirmed.json()),
                                        contract)
                                .status())
                .isEqualTo(404);
        var commissioned =
                course().act(id, "commission", buyer, version(confirmed.json()), contract);
        assertThat(commissioned.status()).as(commissioned.text()).isEqualTo(200);
        course().act(
                        id,
                        "result",
                        only.token(),
                        version(commissioned.json()),
                        Map.of("title", "环境影响报告表", "digest", "SHA-256:" + "0f".repeat(32)));
        await().untilAsserted(() -> assertThat(market.told(id)).endsWith("result-delivered"));
        assertThat(
                        EventJson.reader()
                                .readTree(
                                        course().told(
                                                        id,
                                                        type -> type.endsWith("result-delivered")))
                                .path("caseId")
                                .isNull())
                .isTrue();
    }

    @Test
    void onlyWhatTheItemListsMaySuspendAndOnlyForACaseOfOnesOwn() {
        Marketplace market = market();
        String caseId = market.acceptedCase();
        Map<String, Object> body = market.commissioned(caseId);
        body.put("suspension", "HEARING");
        body.put("priceFen", 100000001);
        assertThat(http.post("/api/v1/projects", market.officer(), body).objections())
                .containsExactly("above-procurement-limit", "suspension-not-listed");
        String elsewhere =
                tokens.of(Role.CASE_OFFICER)
                        .region(Marketplace.REGION)
                        .department("431103-WJ")
                        .mint();
        Map<String, Object> right = market.commissioned(caseId);
        assertThat(http.post("/api/v1/projects", elsewhere, right).objections())
                .containsExactly("case-unknown");
        String id = market.submitted(right);
        assertThat(http.get(path(id), elsewhere).status()).isEqualTo(404);
        assertThat(http.get(path(id), market.officer()).status()).isEqualTo(200);
        market.caseEvent(caseId, "decided", 3);
        await().until(
                        () ->
                                jdbc.queryForList(
                                                "SELECT 1 FROM known_cases WHERE open AND case_id = ?",
                                                caseId)
                                        .isEmpty());
        assertThat(market.publish(id, 1, CLOSE).objections()).containsExactly("case-unknown");
    }

    @Test
    void manySignUpAtOnceAndEachOnce() {
        Marketplace market = market();
        List<Member> members = market.members(8);
        String id = market.open(market.commissioned(market.acceptedCase()));
        List<CompletableFuture<Integer>> answers =
                Stream.concat(members.stream(), members.stream())
                        .map(
                                m ->
                                        CompletableFuture.supplyAsync(
                                                () -> market.signUp(id, m).status()))
                        .toList();
        assertThat(answers.stream().map(CompletableFuture::join).sorted().toList())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        Stream.generate(() -> 201).limit(8),
                                        Stream.generate(() -> 409).limit(8))
                                .toList());
        assertThat(market.seen(id).path("version").asInt()).isEqualTo(10);
    }

    @Test
    void aRebuildOfWhatOthersToldEndsEqual() {
        Marketplace market = market();
        Member member = market.member("aqpj", "2027-06-30");
        market.restrict(member.uscc(), "2027-11-01", false, 1);
        for (String table : List.of("restrictions", "known_items")) {
            String before =
                    jdbc.queryForList("SELECT * FROM " + table + " ORDER BY 1, 2").toString();
            String name = table.equals("restrictions") ? "market-restrictions" : "market-items";
            subscriptions.rebuild(name);
            await().atMost(Patience.SOON).until(() -> subscriptions.isCaughtUp(name));
            assertThat(jdbc.queryForList("SELECT * FROM " + table + " ORDER BY 1, 2").toString())
                    .isEqualTo(before);
        }
    }

    private Http.Answer deliver(String id, Member by, long version, Object body, String key) {
        return http.post(
                path(id) + "/result",
                by.token(),
                body,
                "If-Match",
                "\"" + version + "\"",
                "Idempotency-Key",
                key);
    }
}
