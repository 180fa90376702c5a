package org.oneseal.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.oneseal.market.Marketplace.CLOSE;
import static org.oneseal.market.Marketplace.FRIDAY;
import static org.oneseal.market.Marketplace.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.market.Marketplace.Member;
import org.oneseal.platform.draw.DrawAnnouncement;
import org.oneseal.platform.draw.DrawProof;
import org.oneseal.platform.draw.DrawVerification;
import org.oneseal.platform.evidence.CanonicalJson;
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

/** From a project's submission to its result, with a lottery whose results stand in a file. */
@PlatformTest
class ProjectStory extends LotteryMarket {

    /** The first result after the close: one comes out every day at 21:15 in Shanghai. */
    private static final Instant VALUE = Instant.parse("2026-11-24T13:15:00Z");

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcTemplate jdbc;
    @Autowired Subscriptions subscriptions;

    private Marketplace market() {
        return new Marketplace(http, tokens, topics, clock, jdbc);
    }

    @BeforeEach
    void theMarketIsOpen() throws IOException {
        Files.writeString(LOTTERY, "");
        clock.setTo(FRIDAY);
        market().calendarAndItem();
    }

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
        assertThat(act(id, "confirmation", loser.token(), version(drawn), takes).objections())
                .containsExactly("not-selected");
        var confirmed = act(id, "confirmation", winner.token(), version(drawn), takes);
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);

        Map<String, Object> contract = contract(1800000, "2026-11-24", "2026-12-09");
        assertThat(
                        act(
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
                act(id, "commission", market.officer(), version(confirmed.json()), contract);
        assertThat(commissioned.status()).as(commissioned.text()).isEqualTo(200);

        market.at(Instant.parse("2026-12-09T02:30:00Z"));
        Map<String, Object> result = Map.of("title", "技术评审意见", "digest", "SM3:" + "0f".repeat(32));
        assertThat(
                        act(id, "result", loser.token(), version(commissioned.json()), result)
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
    void nobodyReadsTheNonceOrWhoSignedUpBeforeItsTime() throws IOException {
        Marketplace market = market();
        List<Member> members = market.members(3);
        String id = market.open(market.commissioned(market.acceptedCase()));
        market.allSignUp(id, members);
        String before = everythingReadable(market, id, members.getFirst());
        members.forEach(m -> assertThat(before).doesNotContain(m.uscc()));
        String stored = stored(id);
        assertThat(http.get(path(id) + "/evidence", market.operator()).status()).isEqualTo(404);
        market.at(CLOSE);
        market.becomes(id, "SEALED");
        String sealed = everythingReadable(market, id, members.getFirst());
        publishResult(market.page(id, 1), "1");
        market.at(VALUE);
        market.becomes(id, "DRAWN");
        String nonce = market.page(id, 1).path("proof").path("nonce").asString();
        assertThat(nonce).hasSize(64);
        assertThat(before + stored + sealed).doesNotContain(nonce);
    }

    @Test
    void theBlackListedTheLapsedAndTheTiedStayOut() throws IOException {
        Marketplace market = market();
        List<Member> members = market.members(3);
        Member listed = market.member("aqpj", "2027-06-30");
        Member lapsing = market.member("aqpj", "2026-11-23");
        Member listedLater = market.member("aqpj", "2027-06-30");
        Member tied = market.member("aqpj", "2027-06-30");
        Member other = market.member("szylz", "2027-06-30");
        Map<String, Object> body = market.commissioned(market.acceptedCase());
        body.put("avoided", List.of(Map.of("uscc", tied.uscc(), "tie", "SAME_CONTROL")));
        String id = market.open(body);

        market.restrict(listed.uscc(), null, false, 1);
        assertThat(market.signUp(id, listed).objections())
                .containsExactly("institution-restricted");
        assertThat(directory("aqpj")).doesNotContain(listed.id()).contains(lapsing.id());
        market.restrict(listed.uscc(), null, true, 2);
        assertThat(directory("aqpj")).contains(listed.id());
        assertThat(market.signUp(id, tied).objections()).containsExactly("institution-avoided");
        assertThat(market.signUp(id, other).objections()).containsExactly("service-not-offered");
        String stranger = tokens.of(Role.INSTITUTION).party("431103-nobody").mint();
        assertThat(http.post(path(id) + "/sign-ups", stranger, Map.of("noTie", true)).objections())
                .containsExactly("institution-not-admitted");
        assertThat(
                        http.post(
                                        path(id) + "/sign-ups",
                                        members.getFirst().token(),
                                        Map.of("noTie", false))
                                .objections())
                .containsExactly("tie-not-denied");

        market.allSignUp(
                id, Stream.concat(members.stream(), Stream.of(lapsing, listedLater)).toList());
        market.restrict(listedLater.uscc(), "2027-11-01", false, 1);
        market.at(CLOSE);
        market.becomes(id, "SEALED");
        JsonNode sealed = market.page(id, 1);
        assertThat(codes(sealed.path("institutions")))
                .containsExactlyInAnyOrderElementsOf(members.stream().map(Member::uscc).toList());
        assertThat(sealed.path("excluded").toString())
                .contains(lapsing.uscc(), "qualification-lapsed")
                .contains(listedLater.uscc(), "institution-restricted");

        publishResult(sealed, "2");
        for (Member member : members) market.restrict(member.uscc(), "2026-12-31", false, 1);
        market.at(VALUE);
        JsonNode barred = market.becomes(id, "UNSUCCESSFUL");
        assertThat(barred.path("ending").asString()).isEqualTo("BARRED");
        assertThat(verified(market.page(id, 1).path("proof"), "2", sealed)).isEmpty();
    }

    @Test
    void tooFewHoldSignUpOpenOnceAndThenTheProjectFailsAndMayBeAnnouncedAnew() {
        Marketplace market = market();
        String id = market.open(market.commissioned(market.acceptedCase()));
        List<Member> members = market.members(2);
        market.allSignUp(id, members);
        market.at(CLOSE);
        await().untilAsserted(() -> assertThat(market.told(id)).contains("sign-up-extended"));
        JsonNode extended = market.page(id, 1);
        assertThat(extended.path("announcement").path("closesAt").asString())
                .isEqualTo("2026-11-27T09:00:00Z");
        assertThat(extended.path("announcement").path("publishedAt").asString())
                .isEqualTo("2026-11-27T13:15:00Z");
        market.at(Instant.parse("2026-11-27T09:00:00Z"));
        JsonNode failed = market.becomes(id, "UNSUCCESSFUL");
        assertThat(failed.path("ending").asString()).isEqualTo("TOO_FEW");

        var anew = market.publish(id, version(failed), Instant.parse("2026-12-01T09:00:00Z"));
        assertThat(anew.status()).as(anew.text()).isEqualTo(200);
        assertThat(anew.json().path("draw").asString()).isEqualTo(id + "-2");
        assertThat(market.page(id, 1).path("state").asString()).isEqualTo("TOO_FEW");
        assertThat(market.page(id, 2).path("announcement").path("commitment"))
                .isNotEqualTo(market.page(id, 1).path("announcement").path("commitment"));
        market.allSignUp(id, members);
    }

    @Test
    void aDrawThatIsNotMadeInTimeIsVoid() throws IOException {
        Marketplace market = market();
        List<Member> members = market.members(3);
        String silent = market.open(market.commissioned(market.acceptedCase()));
        String late = market.open(market.commissioned(market.acceptedCase()));
        String early = market.open(market.commissioned(market.acceptedCase()));
        for (String id : List.of(silent, late, early)) market.allSignUp(id, members);
        String lost = market.open(market.commissioned(market.acceptedCase()));
        market.allSignUp(lost, members);
        jdbc.update(
                "UPDATE projects SET body = jsonb_set(body, '{rounds,0,sealedNonce}', '\"x\"')"
                        + " WHERE id = ?",
                lost);
        // a close that is only noticed when the value is out already
        jdbc.update("UPDATE projects SET due_at = due_at + interval '1 day' WHERE id = ?", early);
        market.at(CLOSE);
        market.becomes(silent, "SEALED");
        market.becomes(lost, "SEALED");
        market.becomes(late, "SEALED");
        market.at(VALUE.plus(Duration.ofMinutes(5)));
        jdbc.update("UPDATE projects SET due_at = NULL WHERE id IN (?, ?)", late, silent);
        publishResult(market.page(lost, 1), "3");
        assertThat(market.becomes(lost, "UNSUCCESSFUL").path("ending").asString())
                .isEqualTo("NONCE_LOST");
        Files.writeString(LOTTERY, "");
        market.at(VALUE.plus(Duration.ofMinutes(10)).plusMillis(1));
        due(silent);
        assertThat(market.becomes(silent, "UNSUCCESSFUL").path("ending").asString())
                .isEqualTo("VALUE_NOT_PUBLISHED");
        publishResult(market.page(late, 1), "3");
        due(late);
        assertThat(market.becomes(late, "UNSUCCESSFUL").path("ending").asString())
                .isEqualTo("NOT_REVEALED_IN_TIME");
        due(early);
        assertThat(market.becomes(early, "UNSUCCESSFUL").path("ending").asString())
                .isEqualTo("SEALED_TOO_LATE");
        assertThat(market.told(late)).endsWith("draw-voided");
        assertThat(market.page(late, 1).path("proof").isNull()).isTrue();
    }

    @Test
    void aValueThatIsKnownAtTheCloseMakesTheDrawVoid() throws IOException {
        Marketplace market = market();
        String id = market.open(market.commissioned(market.acceptedCase()));
        market.allSignUp(id, market.members(3));
        publishResult(market.page(id, 1), "4");
        market.at(CLOSE);
        assertThat(market.becomes(id, "UNSUCCESSFUL").path("ending").asString())
                .isEqualTo("VALUE_KNOWN_EARLY");
    }

    @Test
    void whoIsDrawnMayGiveUpOrStaySilent() throws IOException {
        Marketplace market = market();
        List<Member> members = market.members(3);
        String declined = market.open(market.commissioned(market.acceptedCase()));
        String silent = market.open(market.commissioned(market.acceptedCase()));
        market.allSignUp(declined, members);
        market.allSignUp(silent, members);
        market.at(CLOSE);
        market.becomes(declined, "SEALED");
        market.becomes(silent, "SEALED");
        publishResult(market.page(declined, 1), "5");
        market.at(VALUE);
        JsonNode drawn = market.becomes(declined, "DRAWN");
        market.becomes(silent, "DRAWN");
        Member winner = winner(drawn, members);
        var gaveUp =
                act(
                        declined,
                        "confirmation",
                        winner.token(),
                        version(drawn),
                        Map.of("takes", false));
        assertThat(gaveUp.status()).as(gaveUp.text()).isEqualTo(200);
        assertThat(gaveUp.json().path("ending").asString()).isEqualTo("DECLINED");
        // the last day is 2026-11-26 in Shanghai
        market.at(Instant.parse("2026-11-26T15:59:59Z"));
        assertThat(market.seen(silent).path("state").asString()).isEqualTo("DRAWN");
        market.at(Instant.parse("2026-11-26T16:00:00Z"));
        assertThat(market.becomes(silent, "UNSUCCESSFUL").path("ending").asString())
                .isEqualTo("NOT_CONFIRMED");
    }

    @Test
    void aDecreeMovesTheLastDaysAndAContractNeverConcludedEndsTheSelection() throws IOException {
        Marketplace market = market();
        String region = "431102000000";
        List<Member> members = List.of(market.member("hjyxpj", "2027-06-30", region));
        Map<String, Object> body = market.ownService();
        body.put("region", region);
        String buyer = tokens.of(Role.BUYER).party("431102-" + UUID.randomUUID()).mint();
        String id = http.post("/api/v1/projects", buyer, body).json().path("id").asString();
        market.publish(id, 1, CLOSE);
        market.allSignUp(id, members);
        market.at(CLOSE);
        market.becomes(id, "SEALED");
        publishResult(market.page(id, 1), "7");
        market.at(VALUE);
        JsonNode drawn = market.becomes(id, "DRAWN");
        assertThat(drawn.path("confirmBy").asString()).isEqualTo("2026-11-26");
        market.calendar(region, 1, "2026-11-25");
        await().untilAsserted(
                        () ->
                                assertThat(market.seen(id).path("confirmBy").asString())
                                        .isEqualTo("2026-11-27"));
        assertThat(market.told(id)).endsWith("selection-rescheduled");
        JsonNode moved = market.seen(id);
        var confirmed =
                act(
                        id,
                        "confirmation",
                        winner(moved, members).token(),
                        version(moved),
                        Map.of("takes", true));
        assertThat(confirmed.json().path("contractBy").asString()).isEqualTo("2026-12-02");
        market.calendar(region, 2, null);
        await().untilAsserted(
                        () ->
                                assertThat(market.seen(id).path("contractBy").asString())
                                        .isEqualTo("2026-12-01"));
        market.at(Instant.parse("2026-12-01T16:00:00Z"));
        assertThat(market.becomes(id, "UNSUCCESSFUL").path("ending").asString())
                .isEqualTo("NOT_CONTRACTED");
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
                act(id, "confirmation", only.token(), version(drawn), Map.of("takes", true));
        String stranger = tokens.of(Role.BUYER).party("431103-other").mint();
        Map<String, Object> contract = contract(1800000, "2026-11-24", "2026-12-09");
        assertThat(act(id, "commission", stranger, version(confirmed.json()), contract).status())
                .isEqualTo(404);
        var commissioned = act(id, "commission", buyer, version(confirmed.json()), contract);
        assertThat(commissioned.status()).as(commissioned.text()).isEqualTo(200);
        act(
                id,
                "result",
                only.token(),
                version(commissioned.json()),
                Map.of("title", "环境影响报告表", "digest", "SHA-256:" + "0f".repeat(32)));
        await().untilAsserted(() -> assertThat(market.told(id)).endsWith("result-delivered"));
        assertThat(
                        EventJson.reader()
                                .readTree(told(id, type -> type.endsWith("result-delivered")))
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

    private void due(String id) {
        jdbc.update("UPDATE projects SET due_at = ? WHERE id = ?", Timestamp.from(FRIDAY), id);
    }

    private Http.Answer act(String id, String act, String token, long version, Object body) {
        return http.post(path(id) + "/" + act, token, body, "If-Match", "\"" + version + "\"");
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

    private static long version(JsonNode project) {
        return project.path("version").asLong();
    }

    private static Map<String, Object> contract(long fen, String signed, String due) {
        return Map.of("number", "ZJ-1", "amountFen", fen, "signedOn", signed, "dueOn", due);
    }

    private static Member winner(JsonNode project, List<Member> members) {
        String uscc = project.path("selected").path("uscc").asString();
        return members.stream().filter(m -> m.uscc().equals(uscc)).findFirst().orElseThrow();
    }

    private static List<String> verified(JsonNode proof, String value, JsonNode... earlier) {
        return DrawVerification.of(
                        CanonicalJson.mapper().treeToValue(proof, DrawProof.class),
                        Stream.of(earlier)
                                .map(
                                        page ->
                                                CanonicalJson.mapper()
                                                        .treeToValue(
                                                                page.path("announcement"),
                                                                DrawAnnouncement.class))
                                .toList(),
                        value)
                .stream()
                .map(f -> f.code().name())
                .toList();
    }

    private static List<String> codes(JsonNode institutions) {
        return institutions.valueStream().map(i -> i.path("uscc").asString()).toList();
    }

    private List<String> directory(String service) {
        return http.get("/api/v1/institutions?limit=200&service=" + service, null)
                .json()
                .path("items")
                .valueStream()
                .map(i -> i.path("id").asString())
                .toList();
    }

    private String everythingReadable(Marketplace market, String id, Member member) {
        return Stream.of(
                        http.get(path(id), market.operator()).text(),
                        http.get(path(id), market.officer()).text(),
                        http.get(path(id), member.token()).text(),
                        http.get(path(id) + "/evidence", market.operator()).text(),
                        http.get("/api/v1/draws/" + id + "-1", null).text(),
                        http.get("/api/v1/draws?limit=200", null).text(),
                        told(id, type -> !type.endsWith("institution-signed-up")))
                .reduce("", String::concat);
    }

    private String stored(String id) {
        return jdbc.queryForList("SELECT body::text FROM projects WHERE id = ?", id).toString();
    }

    private String told(String id, Predicate<String> types) {
        return topics.all("oneseal.market.v1").stream()
                .filter(m -> id.equals(m.key()))
                .filter(m -> types.test(Objects.requireNonNull(m.headers().get("ce_type"))))
                .map(m -> Objects.requireNonNull(m.value()))
                .reduce("", String::concat);
    }

    /** The announced round has come out. */
    private static void publishResult(JsonNode page, String value) throws IOException {
        Files.writeString(
                LOTTERY,
                page.path("announcement").path("round").asString() + " " + value + "\n",
                StandardOpenOption.APPEND);
    }
}
