package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.oneseal.story.Desk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A department's system that says it were another one, on its own topic and by HTTP. */
@PlatformJourney
@Order(4)
class ForgedSourceJourney {

    private static final String FORGER = "wabo";
    private static final String HONEST = "431103-feed";

    private final World world;
    private final Desk desk;

    ForgedSourceJourney(World world) {
        this.world = world;
        this.desk = world.desk();
        world.district();
        register(FORGER);
        register(HONEST);
    }

    @Test
    void itsOwnTopicIsNoPlaceToSpeakForAnother() throws Exception {
        long refused = books(FORGER).path("rejected").asLong();
        String before = figures(HONEST);

        send("forged-1");

        await().atMost(World.SOON)
                .untilAsserted(
                        () ->
                                assertThat(books(FORGER).path("rejected").asLong())
                                        .isEqualTo(refused + 1));
        JsonNode rejection =
                desk.get(
                                desk.officer("operator"),
                                "/api/v1/exchange/rejections?limit=1&source=" + FORGER)
                        .ok()
                        .path("items")
                        .get(0);
        assertThat(rejection.at("/reasons/0/code").asString()).isEqualTo("feed-source-forged");
        assertThat(figures(HONEST)).isEqualTo(before);
    }

    @Test
    void itsOwnTokenSpeaksForNobodyElse() {
        String before = figures(HONEST);

        var answer =
                desk.post(
                        desk.source(FORGER),
                        "/api/v1/exchange/feeds",
                        List.of(event("forged-2", HONEST)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.objections()).containsExactly("feed-source-forged");
        assertThat(figures(HONEST)).isEqualTo(before);
    }

    /** A source that an earlier journey registered stays as it is. */
    private void register(String source) {
        var answer =
                desk.post(
                        desk.officer("operator"),
                        "/api/v1/exchange/sources",
                        Map.of(
                                "code",
                                source,
                                "name",
                                Map.of("zh", "来源", "en", "A source"),
                                "region",
                                World.REGION,
                                "departments",
                                List.of(Map.of("code", "431103-HJ", "names", List.of())),
                                "calendar",
                                "instants-only"));
        assertThat(answer.status()).as(answer.text()).isIn(201, 409);
    }

    private JsonNode books(String source) {
        return desk.get(
                        desk.officer("operator"),
                        "/api/v1/exchange/reconciliations?source=" + source)
                .ok();
    }

    /** The books but for the moment at which they were read. */
    private String figures(String source) {
        return ((ObjectNode) books(source)).without("asOf").toString();
    }

    private void send(String sourceCase)
            throws ExecutionException, InterruptedException, java.util.concurrent.TimeoutException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        new HashMap<>(world.platform().kafkaAsSource(FORGER)),
                        new StringSerializer(),
                        new StringSerializer())) {
            ProducerRecord<String, String> record =
                    new ProducerRecord<>(
                            "oneseal.exchange.in." + FORGER + ".v1",
                            sourceCase,
                            "{\"sourceCase\": \"" + sourceCase + "\"}");
            event(sourceCase, HONEST)
                    .forEach(
                            (name, value) -> {
                                if (!name.equals("data")) {
                                    record.headers()
                                            .add(
                                                    "ce_" + name,
                                                    String.valueOf(value)
                                                            .getBytes(StandardCharsets.UTF_8));
                                }
                            });
            record.headers()
                    .add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
            producer.send(record).get(20, TimeUnit.SECONDS);
        }
    }

    private static Map<String, Object> event(String sourceCase, String source) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", sourceCase + "/1");
        event.put("type", "org.oneseal.exchange.received");
        event.put("source", source);
        event.put("subject", sourceCase);
        event.put("time", "2026-03-02T02:00:00Z");
        event.put("sequence", 1);
        event.put("data", Map.of("sourceCase", sourceCase));
        return event;
    }
}
