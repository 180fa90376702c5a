package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Department systems feed their cases by their topics, honestly and otherwise. */
@PlatformTest
class ExchangeTopicStory extends Exchanging {

    @Autowired ApplicationContext context;

    @Test
    void aCaseComesInByTopicAndIsOneOfOurs() {
        String source = register();
        send(source, event(source, "a-1", 1, "received", received()));
        send(source, event(source, "a-1", 2, "step", Map.of("activity", "现场核查", "resource", "R7")));
        send(source, event(source, "a-1", 3, "finished", Map.of("result", "6")));

        awaitMessages(source, 3);
        String id = caseOf(source, "a-1");
        String supervisor = tokens.of(Role.SUPERVISOR).region(District.REGION).mint();
        Answer shown = http.get("/api/v1/cases/" + id, supervisor);
        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.text()).contains(source + ":a-1").contains("FINISHED");
        Answer timeline = http.get("/api/v1/cases/" + id + "/timeline", supervisor);
        assertThat(timeline.status()).as(timeline.text()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(eventsOf(id)).hasSize(4));
        Contracts contracts = Contracts.of("case-service");
        List<String> types = new ArrayList<>();
        for (Topics.Message message : eventsOf(id)) {
            String type = header(message, "ce_type").replace("org.oneseal.cases.", "");
            types.add(type);
            contracts.assertValid(type, JSON.readTree(message.value()));
        }
        assertThat(types).containsExactly("submitted", "accepted", "step-completed", "finished");
        assertThat(header(eventsOf(id).get(2), "ce_time"))
                .isEqualTo(START.plusSeconds(120).toString());
    }

    @Test
    void anotherSourcesNameOnATopicIsRefused() {
        String honest = register();
        String forger = register();
        send(honest, event(honest, "b-1", 1, "received", received()));
        awaitMessages(honest, 1);

        send(forger, event(honest, "b-1", 2, "finished", Map.of("result", "6")));
        send(forger, event(honest, "b-2", 1, "received", received()));
        await().untilAsserted(
                        () -> assertThat(books(forger).path("rejected").asLong()).isEqualTo(2));

        assertThat(rejections(forger).get(0).at("/reasons/0/code").asString())
                .isEqualTo("feed-source-forged");
        assertThat(books(honest).path("finished").asLong()).isZero();
        assertThat(books(honest).path("cases").asLong()).isEqualTo(1);
        assertThat(books(forger).path("cases").asLong()).isZero();
    }

    @Test
    void theCaseNumbersOfASourceAreItsOwn() {
        String one = register();
        String other = register();
        send(one, event(one, "same", 1, "received", received()));
        awaitMessages(one, 1);
        send(other, event(other, "same", 2, "finished", Map.of("result", "6")));

        await().untilAsserted(() -> assertThat(books(other).path("waiting").asLong()).isEqualTo(1));
        assertThat(books(one).path("finished").asLong()).isZero();
    }

    @Test
    void garbageOnATopicIsKeptAndStopsNobody() {
        String source = register();
        String topic = topic(source);
        topics.send(new ProducerRecord<>(topic, "x", "nonsense".getBytes(StandardCharsets.UTF_8)));
        topics.send(new ProducerRecord<>(topic, null, null));
        topics.send(new ProducerRecord<>(topic, "big", new byte[100_000]));
        topics.send(new ProducerRecord<>(topic, "nul", new byte[] {0, (byte) 0xff, 0}));
        send(source, event(source, "c-1", 1, "received", received()));

        awaitMessages(source, 1);
        assertThat(books(source).path("rejected").asLong()).isEqualTo(4);
        assertThat(rejections(source)).hasSize(4);
    }

    @Test
    void aTopicWaitsUntilItsSourceIsRegistered() {
        String source = "late-" + UUID.randomUUID().toString().substring(0, 8);
        send(source, event(source, "d-1", 1, "received", received()));
        register(source, Map.of());

        awaitMessages(source, 1);
        assertThat(books(source).path("duplicates").asLong()).isZero();
    }

    @Test
    void overTheQuotaMessagesStayInTheTopic() {
        String source = register(fresh(), Map.of("quotaPerMinute", 120));
        for (int i = 1; i <= 130; i++) {
            send(source, event(source, "q-" + i, 1, "received", received()));
        }
        awaitMessages(source, 130);
        assertThat(books(source).path("rejected").asLong()).isZero();
        assertThat(books(source).path("duplicates").asLong()).isZero();
    }

    @Test
    void aConsumerThatIsStoppedInTheMiddleCountsNothingTwice() {
        String source = register();
        var consumer = context.getBean("feedConsumer", SmartLifecycle.class);
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 60; i++) {
                String id = "r-" + round + "-" + i;
                send(source, event(source, id, 1, "received", received()));
                send(source, event(source, id, 2, "finished", Map.of("result", "6")));
            }
            consumer.stop();
            consumer.start();
        }
        awaitMessages(source, 480);
        assertThat(books(source).path("duplicates").asLong()).isZero();
        assertThat(books(source).path("finished").asLong()).isEqualTo(240);
    }

    private void awaitMessages(String source, long count) {
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () -> assertThat(books(source).path("messages").asLong()).isEqualTo(count));
    }

    private String caseOf(String source, String sourceCase) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        "SELECT id FROM cases WHERE source = ? AND source_case = ?",
                        String.class,
                        source,
                        sourceCase));
    }
}
