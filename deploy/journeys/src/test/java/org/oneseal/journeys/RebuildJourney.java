package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.oneseal.local.Part;
import org.oneseal.local.Running;
import org.oneseal.story.Desk;
import tools.jackson.databind.JsonNode;

/** What a service derives from others' events it can derive again, from nothing. */
@PlatformJourney
@Order(7)
class RebuildJourney {

    /**
     * What is derived; when it was learnt and what people did with a card is not, nor is a card
     * whose revocation is proposed because what lifts it was told late.
     */
    private static final Map<String, String> DERIVED =
            Map.of(
                    "watches",
                    """
                    SELECT to_jsonb(w) - '{known_at,stale,held_for,standing,next_colour,next_crossing_at}'::text[]
                      FROM watches w ORDER BY id
                    """,
                    "cards",
                    """
                    SELECT id, watch_id, case_id, colour, rule_code, rule_version, threshold, due,
                           department, recipients, over_by
                      FROM cards WHERE NOT revoked AND proposed_cause IS NULL ORDER BY id
                    """,
                    "indicators",
                    """
                    SELECT to_jsonb(i) - '{cards_blue,cards_yellow,cards_red,cards_blue_revoked,cards_yellow_revoked,cards_red_revoked}'::text[]
                      FROM indicators i
                     ORDER BY day, region, department, item_code, channel
                    """,
                    "dossiers",
                    "SELECT case_id, kind, sequence, head FROM dossiers ORDER BY case_id");

    private final World world;

    RebuildJourney(World world) {
        this.world = world;
        world.licence();
    }

    @Test
    void supervisionComesBackFromNothing() throws SQLException {
        Running supervision = world.platform().running(Part.SUPERVISION);
        Map<String, List<String>> before = settled();
        assertThat(before.get("watches")).isNotEmpty();
        assertThat(before.get("indicators")).isNotEmpty();

        long begin = System.nanoTime();
        supervision.stop();
        try (Connection connection = world.platform().databaseAsSuperuser("postgres").connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE supervision WITH (FORCE)");
            statement.execute("CREATE DATABASE supervision OWNER supervision");
            statement.execute("REVOKE ALL ON DATABASE supervision FROM PUBLIC");
        }
        supervision.restart();

        await().atMost(World.SOON)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(differences(before, derived())).isEmpty());
        world.say(
                "supervision rebuilt from nothing after %.1f s: %s"
                        .formatted((System.nanoTime() - begin) / 1e9, sizes(before)));
    }

    @Test
    void theProjectionsOfTheCaseServiceAreRebuilt() {
        Desk desk = world.desk();
        var operator = desk.officer("operator");
        List<String> before = projections();
        assertThat(before).isNotEmpty();

        JsonNode names = desk.get(operator, "/api/v1/cases/operations/projections").ok();
        assertThat(names).isNotEmpty();
        for (JsonNode projection : names) {
            assertThat(
                            desk.post(
                                            operator,
                                            "/api/v1/cases/operations/projections/"
                                                    + projection.path("name").asString()
                                                    + "/rebuild",
                                            null)
                                    .status())
                    .isEqualTo(202);
        }

        await().atMost(World.SOON)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () -> {
                            for (JsonNode projection :
                                    desk.get(operator, "/api/v1/cases/operations/projections")
                                            .ok()) {
                                assertThat(projection.path("caughtUp").asBoolean()).isTrue();
                            }
                            assertThat(projections()).isEqualTo(before);
                        });
    }

    private List<String> projections() {
        List<String> rows =
                new ArrayList<>(
                        world.askAll(
                                Part.CASE,
                                "SELECT to_jsonb(v) FROM item_version v ORDER BY item_code, version"));
        rows.addAll(
                world.askAll(
                        Part.CASE,
                        "SELECT to_jsonb(c) FROM calendar_year c ORDER BY region, year"));
        return rows;
    }

    /** What is derived once all that was told is taken in: nothing is stale, and it stays so. */
    private Map<String, List<String>> settled() {
        Map<String, List<String>> settled = new TreeMap<>();
        await().atMost(World.SOON)
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> {
                            Map<String, List<String>> now = derived();
                            boolean same = now.equals(settled);
                            settled.putAll(now);
                            return same
                                    && world.count(
                                                    Part.SUPERVISION,
                                                    "SELECT count(*) FROM watch_progress WHERE stale")
                                            == 0;
                        });
        return settled;
    }

    private Map<String, List<String>> derived() {
        Map<String, List<String>> derived = new TreeMap<>();
        DERIVED.forEach(
                (table, query) -> derived.put(table, world.askAll(Part.SUPERVISION, query)));
        return derived;
    }

    /** A few rows of each table that are only before (-) or only after (+), and how many are. */
    private static List<String> differences(
            Map<String, List<String>> before, Map<String, List<String>> after) {
        List<String> differences = new ArrayList<>();
        for (String table : before.keySet()) {
            List<String> then = before.getOrDefault(table, List.of());
            List<String> now = after.getOrDefault(table, List.of());
            tell(differences, table + " -", then, now);
            tell(differences, table + " +", now, then);
        }
        return differences;
    }

    private static void tell(
            List<String> differences, String sign, List<String> rows, List<String> others) {
        List<String> surplus = new ArrayList<>(rows);
        surplus.removeAll(Set.copyOf(others));
        if (!surplus.isEmpty()) differences.add(sign + " " + surplus.size() + " rows");
        surplus.stream().limit(3).forEach(row -> differences.add(sign + " " + row));
    }

    private static Map<String, Integer> sizes(Map<String, List<String>> derived) {
        Map<String, Integer> sizes = new TreeMap<>();
        derived.forEach((table, rows) -> sizes.put(table, rows.size()));
        return sizes;
    }
}
