package org.oneseal.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Patience;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/**
 * The service's own client against a broker that refuses the first request of a producer it does
 * not know, and would take the next one behind it (docs/decisions/0019).
 */
class SendOrderTest {

    private static final String TOPIC = "oneseal.test.v1";
    private static final int EVENTS = 200;

    /** A request of 64 KiB carries seven, so that many follow the refused one. */
    private static final int BYTES = 8 * 1024;

    private final ReturningBroker broker = new ReturningBroker(TOPIC);
    private final EventClient client = new MessagingConfiguration().eventClient(at(broker));

    SendOrderTest() throws IOException {}

    @AfterEach
    void end() throws IOException {
        client.close();
        broker.close();
    }

    @Test
    void nothingOvertakesARequestThatIsRefused() {
        handFirst();
        for (int i = 1; i < EVENTS; i++) client.send(event(i));

        await().atMost(Patience.SOON)
                .untilAsserted(() -> assertThat(firstAppearances()).hasSize(EVENTS));
        assertThat(broker.writes()).as("requests, the refused one among them").isGreaterThan(2);
        assertThat(firstAppearances()).isSorted();
    }

    /** As often as the client hands it back at once: it waits only so long for metadata. */
    private void handFirst() {
        await().atMost(Patience.SOON)
                .until(() -> client.send(event(0)).state() != Future.State.FAILED);
    }

    private static ProducerRecord<String, byte @Nullable []> event(int number) {
        byte[] value = ByteBuffer.allocate(BYTES).putInt(number).array();
        return new ProducerRecord<>(TOPIC, "a", value);
    }

    private List<Integer> firstAppearances() {
        return broker.taken().stream()
                .map(value -> ByteBuffer.wrap(value).getInt())
                .distinct()
                .toList();
    }

    private static KafkaProperties at(ReturningBroker broker) {
        KafkaProperties kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(broker.address()));
        return kafka;
    }
}
