package org.oneseal.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.oneseal.market.Marketplace.CLOSE;
import static org.oneseal.market.Marketplace.FRIDAY;
import static org.oneseal.market.Marketplace.path;
import static org.oneseal.market.ProjectCourse.codes;
import static org.oneseal.market.ProjectCourse.verified;
import static org.oneseal.market.ProjectCourse.version;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.oneseal.market.Marketplace.Member;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.PlatformTest;
import tools.jackson.databind.JsonNode;

/** Who may be drawn, what nobody may know before, and when a draw is void. */
@PlatformTest
class DrawStory extends LotteryMarket {

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
        noResultYet();
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

    private void due(String id) {
        jdbc.update("UPDATE projects SET due_at = ? WHERE id = ?", Timestamp.from(FRIDAY), id);
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
                        course().told(id, type -> !type.endsWith("institution-signed-up")))
                .reduce("", String::concat);
    }

    private String stored(String id) {
        return jdbc.queryForList("SELECT body::text FROM projects WHERE id = ?", id).toString();
    }
}
