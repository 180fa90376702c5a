package org.oneseal.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.oneseal.credit.Lists.ok;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A promise is registered, kept or not, and what follows is decided by people. */
@PlatformTest
class PromiseStory {

    private static final String DUE = "2027-01-24";
    private static final String PASSED = "2027-01-24T16:00:00Z";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcTemplate jdbc;
    @Autowired Subscriptions subscriptions;

    private final String caseId = "case-" + UUID.randomUUID();
    private final String promiseId = "promise-" + UUID.randomUUID();
    private final String party = "431103-" + UUID.randomUUID();
    private final String uscc = Lists.code();

    @SuppressWarnings("NullAway.Init")
    private Lists lists;

    @SuppressWarnings("NullAway.Init")
    private District district;

    @BeforeEach
    void aPromiseWasMade() {
        clock.setTo(Instant.parse("2026-11-24T04:00:00Z"));
        lists = new Lists(http, tokens);
        district = new District(topics);
        district.calendar2026();
        district.ownCalendar(2027);
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                jdbc.queryForList(
                                                        """
                                                        SELECT year FROM calendar_years
                                                         WHERE (region, year) IN
                                                               (('431103000000', 2027),
                                                                ('100000000000', 2026))
                                                        """,
                                                        Integer.class)
                                                .size()
                                        == 2);
        district.promises(caseId, promiseId, party, DUE);
        awaitState("OPEN");
    }

    @Test
    void aKeptPromiseIsFulfilledAndNothingFollows() {
        district.handsIn(caseId, promiseId, "M1", 8, "2026-12-01T03:00:00Z");
        district.handsIn(caseId, promiseId, "M2", 9, "2026-12-02T03:00:00Z");
        JsonNode promise = awaitState("FULFILLED");
        assertThat(promise.path("materials").path(0).path("handedInAt").asString())
                .isEqualTo("2026-12-01T03:00:00Z");
        assertThat(proposed()).isNull();
        String path = "/api/v1/credit/promises";
        assertThat(
                        ok(http.get(path + "?state=FULFILLED&limit=200", lists.anna))
                                .path("items")
                                .findValuesAsString("id"))
                .contains(promiseId);
        assertThat(ok(http.get(path, lists.firm(party))).path("items").findValuesAsString("id"))
                .containsExactly(promiseId);
        assertThat(http.get(path + "/" + promiseId, lists.firm("another")).status()).isEqualTo(404);
        assertThat(
                        http.get(path + "/" + promiseId, lists.officer("zoe", District.LINGLING))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void anOverduePromiseIsProposedAndNobodyIsListedByItself() {
        district.decision().of(caseId, party, uscc).send(7);
        clock.setTo(Instant.parse(PASSED));
        district.overdue(caseId, promiseId, 8, PASSED);
        awaitState("OVERDUE");
        JsonNode listing = awaitProposed();
        assertThat(listing.path("state").asString()).isEqualTo("CANDIDATE");
        assertThat(listing.path("subject").asString()).isEqualTo(uscc);
        assertThat(listing.path("proposedBy").asString()).isEqualTo("promise-watch");
        assertThat(listing.path("rectifyBy").asString()).isEqualTo("2027-02-15");
        assertThat(listing.path("facts").asString()).contains("材料M1", DUE);
        assertThat(restrictions()).isZero();

        String id = listing.path("id").asString();
        assertThat(lists.post(id, "/notice", lists.anna, null, listing).objections())
                .containsExactly("rectification-running");
        clock.setTo(Instant.parse("2027-02-15T16:00:00Z"));
        JsonNode told = ok(lists.post(id, "/notice", lists.anna, null, listing));
        assertThat(told.path("state").asString()).isEqualTo("NOTICED");
        clock.setTo(Instant.parse("2027-03-01T16:00:00Z"));
        ok(lists.post(id, "/decision", lists.ben, Lists.listing(), told));
        assertThat(restrictions()).isOne();
    }

    @Test
    void whoMakesItGoodInTimeIsNotProposedAnyMore() {
        district.decision().of(caseId, party, uscc).send(7);
        district.overdue(caseId, promiseId, 8, PASSED);
        String id = awaitProposed().path("id").asString();
        district.handsIn(caseId, promiseId, "M1", 9, "2027-01-26T03:00:00Z");
        district.handsIn(caseId, promiseId, "M2", 10, "2027-01-27T03:00:00Z");
        awaitState("RECTIFIED");
        JsonNode dropped = lists.shown(id);
        assertThat(dropped.path("state").asString()).isEqualTo("DISMISSED");
        assertThat(dropped.path("decision").path("reason").asString())
                .isEqualTo("promise-made-good");
    }

    @Test
    void aPartyThatNobodyHasNamedYetIsProposedOnceADecisionNamesIt() {
        district.overdue(caseId, promiseId, 6, PASSED);
        awaitState("OVERDUE");
        assertThat(proposed()).isNull();
        district.decision().of(caseId, party, uscc).send(7);
        assertThat(awaitProposed().path("subject").asString()).isEqualTo(uscc);
    }

    @Test
    void whatIsToldTwiceHappensOnceAlsoAfterARebuild() {
        district.decision().of(caseId, party, uscc).send(7);
        district.overdue(caseId, promiseId, 8, PASSED);
        district.overdue(caseId, promiseId, 8, PASSED);
        district.overdue(caseId, promiseId, 9, PASSED);
        awaitProposed();
        String before = everything();
        subscriptions.rebuild("credit-cases");
        await().atMost(Patience.SOON).until(() -> subscriptions.isCaughtUp("credit-cases"));
        assertThat(everything()).isEqualTo(before);
        assertThat(
                        jdbc.queryForObject(
                                "SELECT count(*) FROM listings WHERE promise = ?",
                                Long.class,
                                promiseId))
                .isOne();
    }

    private String everything() {
        return jdbc.queryForList("SELECT id, version, state, body::text FROM listings ORDER BY id")
                + ""
                + jdbc.queryForList("SELECT id, state, body::text FROM promises ORDER BY id");
    }

    private JsonNode awaitState(String state) {
        return await().atMost(Patience.SOON)
                .until(
                        () -> http.get("/api/v1/credit/promises/" + promiseId, lists.anna).json(),
                        promise -> promise.path("state").asString("").equals(state));
    }

    private JsonNode awaitProposed() {
        return await().atMost(Patience.SOON).until(this::proposed, Objects::nonNull);
    }

    private @Nullable JsonNode proposed() {
        List<String> ids =
                jdbc.queryForList(
                        "SELECT id FROM listings WHERE promise = ?", String.class, promiseId);
        return ids.isEmpty() ? null : lists.shown(ids.getFirst());
    }

    private long restrictions() {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        "SELECT count(*) FROM restrictions WHERE subject = ?", Long.class, uscc));
    }
}
