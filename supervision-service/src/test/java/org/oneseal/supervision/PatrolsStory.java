package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What the patrols of past nights found is read page by page, by whom the cards concern. */
class PatrolsStory extends Story {

    private static final String NIGHTS = "/api/v1/cards/patrols";

    @Autowired JdbcTemplate jdbc;

    PatrolsStory() {
        super("431185000000");
    }

    @Test
    void nights_and_their_findings_are_paged() {
        String id = "431185-patrols-1";
        accept(id, "2026-03-02T02:00:00Z");
        awaitWatch(id, "case");
        clock.setTo(Instant.parse("2026-03-09T16:00:00Z"));
        awaitCards(id, "case-blue", "case-yellow-promise");
        // Long before any night that is really patrolled here.
        for (int day = 1; day <= 5; day++) {
            jdbc.update(
                    "INSERT INTO patrols (day, at, cards, complete)"
                            + " VALUES (make_date(2001, 1, ?), '2001-02-01T00:00:00Z', 2, true)",
                    day);
            jdbc.update(
                    """
                    INSERT INTO patrol_findings (day, card_id, threshold, again, calendar_changed)
                    SELECT make_date(2001, 1, ?), id, threshold, NULL, false
                      FROM cards WHERE case_id = ?
                    """,
                    day,
                    id);
        }
        List<String> days = new ArrayList<>();
        for (JsonNode night : all(NIGHTS, supervisor())) {
            String day = night.path("day").asString();
            if (!day.startsWith("2001")) continue;
            days.add(day);
            assertThat(night.path("wrong").asLong()).isEqualTo(2);
        }
        assertThat(days)
                .containsExactly(
                        "2001-01-05", "2001-01-04", "2001-01-03", "2001-01-02", "2001-01-01");
        List<JsonNode> wrong = all(NIGHTS + "/2001-01-03", supervisor());
        assertThat(wrong.stream().map(w -> w.path("rule").asString()))
                .containsExactly("case-blue", "case-yellow-promise");
        assertThat(wrong.getFirst().path("again").isNull()).isTrue();
        for (JsonNode night : all(NIGHTS, stranger())) {
            assertThat(night.path("wrong").asLong()).isZero();
        }
        assertThat(all(NIGHTS + "/2001-01-03", stranger())).isEmpty();
        String operator = tokens.of(Role.PLATFORM_OPERATOR).subject("operator").mint();
        assertThat(all(NIGHTS + "/2001-01-03", operator)).hasSize(2);
        for (String path : List.of(NIGHTS, NIGHTS + "/2001-01-03")) {
            assertThat(http.get(path, officer()).status()).isEqualTo(403);
            assertThat(http.get(path, null).status()).isEqualTo(401);
            for (String query : List.of("limit=0", "limit=201", "cursor=x", "cursor=AAAA")) {
                assertThat(http.get(path + "?" + query, supervisor()).status())
                        .as(path + query)
                        .isEqualTo(400);
            }
        }
        assertThat(http.get(NIGHTS + "/2001-01-09", supervisor()).status()).isEqualTo(404);
        for (String day : List.of("yesterday", "%2B999999999-12-31", "-5000-01-01")) {
            assertThat(http.get(NIGHTS + "/" + day, supervisor()).status()).as(day).isIn(400, 404);
        }
        jdbc.update("DELETE FROM patrol_findings WHERE day < '2002-01-01'");
        jdbc.update("DELETE FROM patrols WHERE day < '2002-01-01'");
    }

    private List<JsonNode> all(String path, String token) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = http.get(path + "?limit=1&cursor=" + cursor, token).json();
            page.path("items").forEach(all::add);
            cursor = page.path("next").isString() ? page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return all;
    }
}
