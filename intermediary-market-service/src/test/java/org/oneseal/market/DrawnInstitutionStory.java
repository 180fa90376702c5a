package org.oneseal.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.oneseal.market.Marketplace.CLOSE;
import static org.oneseal.market.ProjectCourse.version;
import static org.oneseal.market.ProjectCourse.winner;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.oneseal.market.Marketplace.Member;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.PlatformTest;
import tools.jackson.databind.JsonNode;

/** Whoever is drawn takes the project and concludes the contract in time, or the selection ends. */
@PlatformTest
class DrawnInstitutionStory extends LotteryMarket {

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
                course().act(
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
                course().act(
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
}
