package org.oneseal.platform.messaging;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service's Kafka client, and a fresh one when it falls silent: the client (4.2) sometimes
 * never sends what was handed to it while a topic came into being, though the broker answers every
 * other client.
 */
class EventClient {

    private static final Logger log = LoggerFactory.getLogger(EventClient.class);

    private final Supplier<Producer<String, byte @Nullable []>> clients;
    private volatile Producer<String, byte @Nullable []> client;

    EventClient(Supplier<Producer<String, byte @Nullable []>> clients) {
        this.clients = clients;
        this.client = clients.get();
    }

    Future<RecordMetadata> send(ProducerRecord<String, byte @Nullable []> message) {
        return client.send(message);
    }

    /**
     * Ends the client without sending what it still holds, and takes a fresh one. A dead letter
     * that is under way just then is lost with it; its event is parked in the inbox all the same.
     */
    void renew() {
        log.warn("The Kafka client is silent, a fresh one takes its place");
        Producer<String, byte @Nullable []> silent = client;
        client = clients.get();
        silent.close(Duration.ZERO);
    }

    void close() {
        client.close(Duration.ofSeconds(1));
    }
}
