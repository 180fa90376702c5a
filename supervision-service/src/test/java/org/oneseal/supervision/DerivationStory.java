package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.supervision.supervising.Register;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What is derived: late facts, feeds of old news, and everything built again from events. */
class DerivationStory extends Story {

    private static final String COUNTY = "431103000000";

    @Autowired JdbcTemplate jdbc;

    DerivationStory() {
        super(COUNTY);
    }

    @Test
    void a_late_fact_proposes_the_revocation_and_a_source_s_log_is_judged_after_it_fell_silent() {
        clock.setTo(Instant.parse("2026-11-22T10:00:00Z"));
        fed("431103-log-1", "2011-12-06T12:00:00Z", "2011-11-01T12:00:00Z");
        fed("431103-log-2", "2011-12-06T12:00:00Z", "2012-01-01T12:00:00Z");
        fed("431103-log-3", "2011-12-06T12:00:00Z", null);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(summary().path("held").asInt()).isEqualTo(3));
        assertThat(summary().at("/cards/RED").asInt()).isZero();
        clock.advance(Duration.ofSeconds(5));
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            JsonNode summary = summary();
                            assertThat(summary.path("watches").asInt()).isEqualTo(3);
                            assertThat(summary.path("held").asInt()).isZero();
                            assertThat(summary.at("/cards/RED").asInt()).isEqualTo(2);
                        });
        JsonNode summary = summary();
        assertThat(summary.path("open").asInt()).isEqualTo(1);
        assertThat(summary.path("finished").asInt()).isEqualTo(2);
        assertThat(summary.path("late").asInt()).isEqualTo(2);
        assertThat(summary.path("finishedLate").asInt()).isEqualTo(1);
        assertThat(summary.path("afterEnd").asInt()).isEqualTo(2);
        assertThat(summary.at("/cards/BLUE").asInt()).isZero();
        assertThat(summary.at("/cards/YELLOW").asInt()).isZero();

        sendLate("431103-log-3", 2, "finished", "2011-11-30T12:00:00Z", fedData("431103-log-3"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(summary().path("proposals").asInt()).isEqualTo(1));
        assertThat(summary().at("/cards/RED").asInt()).isEqualTo(1);
        JsonNode proposed =
                http.get("/api/v1/cards?proposed=true&source=wabo-test", supervisor()).json();
        assertThat(proposed.at("/items/0/proposedCause").asString()).isEqualTo("LATE_FACT");
    }

    @Test
    void what_was_built_from_events_can_be_built_again() {
        String id = "431103-story-4";
        accept(id, "2026-03-02T02:00:00Z");
        happens(id, 2, "finished", "2026-03-04T02:00:00Z", Map.of("result", "6"));
        clock.setTo(Instant.parse("2026-03-04T03:00:00Z"));
        await().atMost(SOON)
                .until(
                        () ->
                                http.get("/api/v1/watches/" + id + ".case", supervisor())
                                        .json()
                                        .at("/watch/state")
                                        .asString()
                                        .equals("CLOSED"));
        clock.setTo(Instant.parse("2026-12-01T00:00:00Z"));
        await().atMost(SOON)
                .until(() -> watches().stream().allMatch(w -> w.endsWith("nextCrossingAt=null]")));
        await().atMost(SOON).until(() -> unanswered() == 0);
        JsonNode figures = indicators();
        JsonNode day =
                StreamSupport.stream(figures.path("groups").spliterator(), false)
                        .filter(g -> g.path("key").asString().equals("2026-03-04"))
                        .findFirst()
                        .orElseThrow();
        assertThat(day.at("/figures/sums/FINISHED").asInt()).isEqualTo(1);
        assertThat(day.at("/figures/statutorySpeedUp/numerator").asInt()).isEqualTo(18);
        assertThat(day.at("/figures/statutorySpeedUp/percent").decimalValue())
                .isEqualByComparingTo("90.00");
        List<String> watches = watches();
        List<String> cards = cards();

        subscriptions.rebuild("cases");

        await().atMost(Patience.SOON)
                .untilAsserted(
                        () -> {
                            clock.advance(Duration.ofSeconds(2));
                            assertThat(watches()).isEqualTo(watches);
                            assertThat(indicators()).isEqualTo(figures);
                            assertThat(cards()).isEqualTo(cards);
                        });
    }

    /** Yellow cards past their deadline that the service has not looked at yet. */
    private long unanswered() {
        Long count =
                jdbc.queryForObject(
                        """
                        SELECT count(*) FROM cards
                         WHERE colour = 'YELLOW' AND state IN ('ISSUED', 'ACKNOWLEDGED', 'UPHELD')
                           AND escalated_at IS NULL AND answer_by < '2026-12-01T00:00:00Z'
                           AND proposed_cause IS NULL
                        """,
                        Long.class);
        return Objects.requireNonNull(count);
    }

    private List<String> cards() {
        return register
                .cards(
                        new Register.Sight(
                                new Scope.WithinRegion(new RegionCode(COUNTY)), false, null),
                        NO_FILTER,
                        null,
                        "",
                        100_000)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private List<String> watches() {
        return register
                .watches(
                        new Register.Sight(
                                new Scope.WithinRegion(new RegionCode(COUNTY)), true, null),
                        new Register.WatchFilter(null, null, null, null),
                        null,
                        "",
                        100_000)
                .stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private JsonNode indicators() {
        return http.get(
                        "/api/v1/indicators?from=2010-01-01&to=2026-12-31&groupBy=day",
                        supervisor())
                .json();
    }

    private JsonNode summary() {
        return http.get("/api/v1/watches/summary?source=wabo-test", supervisor()).json();
    }

    /** A case of a department's system with a step after its end, if it has one. */
    private void fed(String id, String declaredDue, @Nullable String end) {
        Map<String, Object> received = fedData(id);
        received.put("clock", Map.of("declaredDue", declaredDue));
        received.put("calendar", "instants-only");
        sendLate(id, 1, "submitted", "2011-10-11T12:00:00Z", received);
        if (end == null) return;
        sendLate(id, 2, "finished", end, fedData(id));
        sendLate(id, 3, "step-completed", "2012-02-01T12:00:00Z", fedData(id));
    }

    /** An event that became known only now. */
    private void sendLate(String id, long sequence, String type, String at, Object data) {
        ProducerRecord<String, byte @Nullable []> message =
                new ProducerRecord<>(
                        "oneseal.cases.v1", id, EventJson.writer().writeValueAsBytes(data));
        Map.of(
                        "ce_id",
                        id + "/" + sequence,
                        "ce_type",
                        "org.oneseal.cases." + type,
                        "ce_source",
                        "urn:oneseal:test",
                        "ce_subject",
                        id,
                        "ce_time",
                        at,
                        "ce_recordedat",
                        clock.instant().toString(),
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_region",
                        COUNTY)
                .forEach(
                        (name, value) ->
                                message.headers()
                                        .add(name, value.getBytes(StandardCharsets.UTF_8)));
        topics.send(message);
    }

    private Map<String, Object> fedData(String id) {
        Map<String, Object> data = data(id, Map.of());
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("caseId", id);
        about.put("caseNumber", id);
        about.put("origin", "EXCHANGE");
        about.put("source", "wabo-test");
        about.put("channel", "Internet");
        about.put("region", COUNTY);
        data.put("case", about);
        return data;
    }
}
