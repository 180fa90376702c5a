package org.oneseal.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.oneseal.credit.Lists.ok;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
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

/** On a list and off it again, with the firm's own token, over HTTP. */
@PlatformTest
class ListingStory {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final String PUBLIC = "/api/v1/publicity/lists";
    private static final String TOPIC = "oneseal.credit.restrictions.v1";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcTemplate jdbc;

    private String uscc = "";
    private String party = "";

    @SuppressWarnings("NullAway.Init")
    private Lists lists;

    @BeforeEach
    void theCalendarsAreKnown() {
        clock.setTo(NOW);
        District district = new District(topics);
        district.calendar2026();
        for (int year : new int[] {2025, 2027, 2028, 2029}) district.ownCalendar(year);
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                jdbc.queryForList(
                                                        """
                                                        SELECT year FROM calendar_years
                                                         WHERE year = 2026
                                                            OR region = '431103000000'
                                                        """,
                                                        Integer.class)
                                                .size()
                                        == 5);
        uscc = Lists.code();
        party = "431103-" + UUID.randomUUID();
        lists = new Lists(http, tokens);
    }

    @Test
    void aFirmIsToldHeardListedAndRepaired() {
        JsonNode listing = lists.proposed("serious-dishonesty", uscc, party);
        String id = listing.path("id").asString();
        String firm = lists.firm(party);
        assertThat(listing.path("state").asString()).isEqualTo("CANDIDATE");
        assertThat(http.get(Lists.PATH + "/" + id, firm).status()).isEqualTo(404);

        listing = ok(lists.post(id, "/notice", lists.anna, null, listing));
        assertThat(listing.path("notice").path("statementBy").asString()).isEqualTo("2026-12-01");
        JsonNode own = ok(http.get(Lists.PATH + "/" + id, firm));
        assertThat(own.path("notice").path("text").asString()).contains("陈述、申辩", "2026年12月1日");
        assertThat(own.path("proposedBy").isNull()).isTrue();
        assertThat(own.path("notice").path("by").isNull()).isTrue();

        assertThat(codes(lists.post(id, "/decision", lists.ben, Lists.listing(), listing)))
                .containsExactly("statement-period-running");
        listing =
                ok(
                        lists.post(
                                id,
                                "/statements",
                                firm,
                                Map.of("text", "材料系员工所为，已整改", "conclusive", true),
                                listing));
        assertThat(listing.path("statements").path(0).path("onPaper").asBoolean()).isFalse();
        assertThat(codes(lists.post(id, "/decision", lists.anna, Lists.listing(), listing)))
                .containsExactly("same-person");
        assertThat(
                        codes(
                                lists.post(
                                        id,
                                        "/decision",
                                        lists.ben,
                                        Map.of("list", true, "reason", "r"),
                                        listing)))
                .containsExactly("statement-unanswered");
        assertThat(http.get(PUBLIC + "/" + id, null).status()).isEqualTo(404);
        assertThat(states(uscc)).isEmpty();

        listing = ok(lists.post(id, "/decision", lists.ben, Lists.listing(), listing));
        assertThat(listing.path("state").asString()).isEqualTo("LISTED");
        assertThat(listing.path("decision").path("until").asString()).isEqualTo("2029-11-24");
        assertThat(listing.path("earliestRepair").asString()).isEqualTo("2027-11-25");
        assertThat(kinds(awaitStates(uscc, 1).getLast()))
                .containsExactly("market-participation", "promise-based-filing");
        assertThat(found("?uscc=" + uscc)).containsExactly(id);
        assertThat(found("?region=431103000000&kind=serious-dishonesty&limit=200")).contains(id);
        assertThat(found("?region=431102000000&limit=200")).doesNotContain(id);

        assertThat(codes(lists.post(id, "/repairs", firm, Lists.repair(), listing)))
                .containsExactly("repair-too-early");
        clock.setTo(Instant.parse("2027-11-24T16:00:00Z"));
        listing = ok(lists.post(id, "/repairs", firm, Lists.repair(), listing));
        JsonNode repair = listing.path("repairs").path(0);
        assertThat(repair.path("regime").asString()).isEqualTo("order-36-severe");
        assertThat(repair.path("answerBy").asString()).isEqualTo("2027-12-09");
        listing =
                ok(
                        lists.post(
                                id,
                                "/repairs/" + repair.path("id").asString() + "/answer",
                                lists.ben,
                                Map.of("granted", true, "dutiesFulfilled", true, "reason", "已履行"),
                                listing));
        assertThat(listing.path("state").asString()).isEqualTo("REPAIRED");
        assertThat(awaitStates(uscc, 2).getLast().value()).isNull();
        assertThat(found("?uscc=" + uscc)).isEmpty();
        assertThat(told(id))
                .containsExactly(
                        "org.oneseal.credit.listing-proposed",
                        "org.oneseal.credit.listing-noticed",
                        "org.oneseal.credit.statement-given",
                        "org.oneseal.credit.subject-listed",
                        "org.oneseal.credit.repair-applied",
                        "org.oneseal.credit.repair-granted",
                        "org.oneseal.credit.subject-delisted");
    }

    @Test
    void theRegulationInForceOnTheDayOfAskingGoverns() {
        clock.setTo(Instant.parse("2025-12-01T02:00:00Z"));
        JsonNode first = lists.listed("serious-dishonesty", uscc, party);
        String other = Lists.code();
        JsonNode second = lists.listed("serious-dishonesty", other, party);
        assertThat(first.path("earliestRepair").asString()).isEqualTo("2026-03-02");
        assertThat(first.path("decision").path("until").asString()).isEqualTo("2028-12-01");

        clock.setTo(Instant.parse("2026-03-31T15:59:59Z"));
        JsonNode asked =
                ok(
                        lists.post(
                                first.path("id").asString(),
                                "/repairs",
                                lists.firm(party),
                                Lists.repair(),
                                first));
        assertThat(asked.path("repairs").path(0).path("regime").asString()).isEqualTo("order-58");
        clock.setTo(Instant.parse("2026-03-31T16:00:00Z"));
        Http.Answer late =
                lists.post(
                        second.path("id").asString(),
                        "/repairs",
                        lists.firm(party),
                        Lists.repair(),
                        second);
        assertThat(codes(late)).containsExactly("repair-too-early");
        assertThat(late.text()).contains("2026-12-02", "36");
    }

    @Test
    void aListingEndsByTimeAndTheRestrictionsWithIt() {
        JsonNode listing = lists.listed("promise-breach", uscc, party);
        String id = listing.path("id").asString();
        awaitStates(uscc, 1);
        clock.setTo(Instant.parse("2028-11-24T15:59:00Z"));
        assertThat(lists.shown(id).path("state").asString()).isEqualTo("LISTED");
        clock.setTo(Instant.parse("2028-11-24T16:00:00Z"));
        await().atMost(Patience.SOON)
                .until(() -> lists.shown(id).path("state").asString().equals("EXPIRED"));
        assertThat(awaitStates(uscc, 2).getLast().value()).isNull();
        assertThat(http.get(PUBLIC + "/" + id, null).status()).isEqualTo(404);
    }

    @Test
    void aDisputeIsVerifiedAndCorrectsOrRemoves() {
        JsonNode listing = lists.listed("intermediary-dishonesty", uscc, party);
        String id = listing.path("id").asString();
        String firm = lists.firm(party);
        listing = ok(lists.post(id, "/disputes", firm, Map.of("text", "期限有误"), listing));
        String dispute = listing.path("disputes").path(0).path("id").asString();
        assertThat(listing.path("disputes").path(0).path("answerBy").asString())
                .isEqualTo("2026-12-03");
        Map<String, Object> amend =
                Map.of("verdict", "AMEND", "reason", "核实属实", "lastDay", "2027-05-24");
        assertThat(codes(lists.post(id, answerTo(dispute), lists.ben, amend, listing)))
                .containsExactly("same-person");
        listing = ok(lists.post(id, answerTo(dispute), lists.anna, amend, listing));
        assertThat(ok(http.get(PUBLIC + "/" + id, null)).path("until").asString())
                .isEqualTo("2027-05-24");
        assertThat(
                        awaitStates(uscc, 2)
                                .getLast()
                                .json()
                                .path("restrictions")
                                .path(0)
                                .path("until")
                                .asString())
                .isEqualTo("2027-05-24");

        listing = ok(lists.post(id, "/disputes", firm, Map.of("text", "主体有误"), listing));
        dispute = listing.path("disputes").path(1).path("id").asString();
        listing =
                ok(
                        lists.post(
                                id,
                                answerTo(dispute),
                                lists.anna,
                                Map.of("verdict", "REMOVE", "reason", "认定错误"),
                                listing));
        assertThat(listing.path("state").asString()).isEqualTo("REVOKED");
        assertThat(awaitStates(uscc, 3).getLast().value()).isNull();
    }

    @Test
    void twoListingsOfOneSubjectRestrictTogetherAndEndOneByOne() {
        JsonNode first = lists.listed("promise-breach", uscc, party);
        JsonNode second = lists.listed("intermediary-dishonesty", uscc, party);
        assertThat(kinds(awaitStates(uscc, 2).getLast()))
                .containsExactly("market-participation", "promise-based-filing");
        ok(
                lists.post(
                        first.path("id").asString(),
                        "/revocation",
                        lists.ben,
                        Map.of("reason", "原处罚决定已撤销"),
                        first));
        assertThat(kinds(awaitStates(uscc, 3).getLast())).containsExactly("market-participation");
        ok(
                lists.post(
                        second.path("id").asString(),
                        "/revocation",
                        lists.ben,
                        Map.of("reason", "原处罚决定已撤销"),
                        second));
        State last = awaitStates(uscc, 4).getLast();
        assertThat(last.value()).isNull();
        assertThat(states(uscc).stream().map(State::sequence)).containsExactly(1L, 2L, 3L, 4L);

        // the topic goes on after its tombstone where the same subject is listed again
        lists.listed("promise-breach", uscc, party);
        State again = awaitStates(uscc, 5).getLast();
        assertThat(again.sequence()).isEqualTo(5);
        Contracts.of("credit-service").assertValid("restrictions-changed", again.json());
    }

    @Test
    void ofAPersonThePublicSeesAMaskAndNothingElse() {
        Map<String, Object> body = Lists.proposal("promise-breach", uscc, party);
        body.put("subject", Map.of("kind", "PERSON", "name", "欧阳小明", "party", party));
        JsonNode listing = ok(http.post(Lists.PATH, lists.anna, body));
        String id = listing.path("id").asString();
        listing = ok(lists.post(id, "/notice", lists.anna, null, listing));
        clock.setTo(Instant.parse("2026-12-01T16:00:00Z"));
        assertThat(
                        codes(
                                lists.post(
                                        id,
                                        "/statements",
                                        lists.firm(party),
                                        Map.of("text", "来晚了", "conclusive", true),
                                        listing)))
                .containsExactly("statement-late");
        ok(lists.post(id, "/decision", lists.ben, Lists.listing(), listing));

        String shown = http.get(PUBLIC + "/" + id, null).text();
        assertThat(shown).contains("欧**").doesNotContain("小明").doesNotContain(party);
        assertThat(found("?uscc=" + party)).isEmpty();
        State state = awaitStates(party, 1).getLast();
        assertThat(state.json().path("subjectKind").asString()).isEqualTo("PERSON");
        assertThat(jdbc.queryForList("SELECT body::text FROM listings", String.class).toString())
                .doesNotContain("小明");
    }

    @Test
    void whatCameOnPaperIsEnteredByAnOfficerAndAProposalCanBeDropped() {
        JsonNode listing = lists.proposed("serious-dishonesty", uscc, null);
        String id = listing.path("id").asString();
        listing = ok(lists.post(id, "/notice", lists.anna, null, listing));
        listing =
                ok(
                        lists.post(
                                id,
                                "/statements",
                                lists.anna,
                                Map.of("text", "书面陈述", "conclusive", false),
                                listing));
        assertThat(listing.path("statements").path(0).path("onPaper").asBoolean()).isTrue();
        listing =
                ok(
                        lists.post(
                                id,
                                "/decision",
                                lists.ben,
                                Map.of("list", false, "reason", "理由成立", "answer", "予以采纳"),
                                listing));
        assertThat(listing.path("state").asString()).isEqualTo("DISMISSED");
        assertThat(states(uscc)).isEmpty();
    }

    @Test
    void theKindsOfListAreTold() {
        JsonNode kinds = ok(http.get("/api/v1/publicity/list-kinds?region=431103000000", null));
        assertThat(kinds.findValuesAsString("code"))
                .containsExactly("intermediary-dishonesty", "promise-breach", "serious-dishonesty");
        assertThat(kinds.findValuesAsString("basis")).allMatch(basis -> !basis.isBlank());
    }

    private static String answerTo(String dispute) {
        return "/disputes/" + dispute + "/answer";
    }

    private static List<String> codes(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        return answer.objections();
    }

    private List<String> found(String query) {
        return ok(http.get(PUBLIC + query, null)).path("items").findValuesAsString("id");
    }

    private List<String> told(String id) {
        return await().atMost(Patience.SOON)
                .until(
                        () ->
                                topics.all("oneseal.credit.v1").stream()
                                        .filter(m -> id.equals(m.key()))
                                        .map(
                                                m ->
                                                        Objects.requireNonNull(
                                                                m.headers().get("ce_type")))
                                        .toList(),
                        types -> types.contains("org.oneseal.credit.subject-delisted"));
    }

    /** A state of a subject as it lay in the compacted topic; a null value is the tombstone. */
    record State(long sequence, @Nullable String value) {
        JsonNode json() {
            return EventJson.reader().readTree(Objects.requireNonNull(value));
        }
    }

    private static List<String> kinds(State state) {
        return state.json().path("restrictions").findValuesAsString("kind");
    }

    private List<State> awaitStates(String subject, int count) {
        return await().atMost(Patience.SOON)
                .until(() -> states(subject), found -> found.size() == count);
    }

    private List<State> states(String subject) {
        return topics.all(TOPIC).stream()
                .filter(m -> subject.equals(m.key()))
                .map(
                        m ->
                                new State(
                                        Long.parseLong(
                                                Objects.requireNonNull(
                                                        m.headers().get("ce_sequence"))),
                                        m.value()))
                .toList();
    }
}
