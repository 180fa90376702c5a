package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.oneseal.local.Part;
import org.oneseal.story.faults.CasesTopic;
import tools.jackson.databind.JsonNode;

/**
 * What the case service told of its cases, three times: as it keeps it, as its topic has it, and as
 * supervision has taken it.
 */
final class Chains {

    private final World world;

    Chains(World world) {
        this.world = world;
    }

    /**
     * Nothing is lost between history, feed, topic and supervision, and each case's events are in
     * order.
     *
     * @return how many events stand in the topic more than once: after a crash some may
     */
    int assertWhole() {
        await().atMost(World.SOON)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> world.count(Part.CASE, "SELECT count(*) FROM outbox") == 0);
        Map<String, Long> kept = kept();
        assertThat(kept).isNotEmpty();
        assertThat(
                        world.askAll(
                                Part.CASE,
                                """
                                SELECT aggregate_id FROM history GROUP BY 1
                                HAVING max(sequence) <> count(*) OR min(sequence) <> 1
                                """))
                .as("histories with gaps")
                .isEmpty();

        assertThat(fed()).as("the owner's feed").isEqualTo(kept);

        CasesTopic topic = CasesTopic.read(world.platform(), _ -> true);
        assertThat(topic.wrong()).as("events before their predecessors").isEmpty();
        assertThat(topic.reached()).as("the topic").isEqualTo(kept);
        world.say(
                "%d cases, %d events in the topic, of these repeated %d"
                        .formatted(topic.reached().size(), topic.events(), topic.repeated()));

        await().atMost(World.SOON)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> assertThat(watched()).as("supervision").isEqualTo(casesOf(kept)));
        assertThat(world.count(Part.SUPERVISION, "SELECT count(*) FROM inbox_parked")).isZero();
        return topic.repeated();
    }

    /** Last sequence of each aggregate in the history. */
    private Map<String, Long> kept() {
        return pairs(
                Part.CASE, "SELECT aggregate_id, max(sequence) FROM history GROUP BY aggregate_id");
    }

    private Map<String, Long> casesOf(Map<String, Long> kept) {
        Set<String> cases = new HashSet<>(world.askAll(Part.CASE, "SELECT id FROM cases"));
        Map<String, Long> of = new TreeMap<>(kept);
        of.keySet().retainAll(cases);
        return of;
    }

    private Map<String, Long> watched() {
        return pairs(
                Part.SUPERVISION, "SELECT case_id, sequence FROM dossiers WHERE kind = 'CASE'");
    }

    private Map<String, Long> pairs(Part part, String query) {
        Map<String, Long> pairs = new TreeMap<>();
        for (String row : world.askAll(part, query)) {
            String[] columns = row.split("\t");
            pairs.put(columns[0], Long.valueOf(columns[1]));
        }
        return pairs;
    }

    /** Last sequence of each aggregate in the owner's feed, which must be in order. */
    private Map<String, Long> fed() {
        var desk = world.desk();
        Map<String, Long> last = new TreeMap<>();
        String cursor = "";
        while (true) {
            JsonNode page =
                    desk.get(
                                    desk.officer("operator"),
                                    "/api/v1/cases/events?limit=200"
                                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                            .ok();
            for (JsonNode event : page.path("items")) {
                String subject = event.path("subject").asString();
                long sequence = event.path("sequence").asLong();
                assertThat(sequence)
                        .as("in the feed of %s", subject)
                        .isEqualTo(last.getOrDefault(subject, 0L) + 1);
                last.put(subject, sequence);
            }
            if (!page.path("next").isString()) return last;
            cursor = page.path("next").asString();
        }
    }
}
