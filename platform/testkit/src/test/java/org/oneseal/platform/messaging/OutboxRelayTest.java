package org.oneseal.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.TestServers;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Against a real outbox and a broker that does not know every topic. */
class OutboxRelayTest {

    private static final int EVENTS = 50;
    private static final int BATCH = 20;

    private final TestServers.Database database = TestServers.newDatabase();
    private final DriverManagerDataSource source =
            new DriverManagerDataSource(database.url(), database.user(), database.password());
    private final JdbcTemplate jdbc = new JdbcTemplate(source);
    private final Broker broker = new Broker();
    private final Broker fresh = new Broker();
    private final AtomicInteger clients = new AtomicInteger();
    private final Intermission intermission = new Intermission(Duration.ofHours(1));
    private final OutboxRelay relay =
            new OutboxRelay(
                    source,
                    new EventClient(this::client),
                    new MessagingProperties(
                            true,
                            Duration.ofMillis(50),
                            Duration.ofMillis(10),
                            Duration.ofMillis(10),
                            Duration.ofMillis(300),
                            Duration.ofHours(1),
                            BATCH,
                            5,
                            3,
                            1),
                    intermission,
                    InstantSource.system(),
                    "urn:oneseal:test",
                    new SimpleMeterRegistry());

    OutboxRelayTest() {
        Flyway.configure().dataSource(source).locations("classpath:db/platform").load().migrate();
    }

    @AfterEach
    void end() {
        relay.stop();
        relay.destroy();
    }

    @Test
    void aTopicThatTheBrokerDoesNotKnowHoldsUpNoOtherAndLosesNothing() {
        broker.unknown.add("missing");
        for (int i = 0; i < EVENTS; i++) write("missing", i);
        for (int i = 0; i < EVENTS; i++) write("known", i);
        relay.start();

        await().untilAsserted(() -> assertThat(broker.taken("known")).hasSize(EVENTS));
        assertThat(left()).isEqualTo(EVENTS);
        assertThat(broker.waits.get()).as("waits: one a round, not one an event").isLessThan(BATCH);

        broker.unknown.clear();
        await().untilAsserted(() -> assertThat(left()).isZero());
        assertThat(broker.taken("missing")).isEqualTo(broker.taken("known")).isSorted();
    }

    @Test
    void whatWasRefusedIsNotOvertakenByWhatFollows() {
        broker.hiccups.set(2);
        for (int i = 0; i < EVENTS; i++) write("known", i);
        relay.start();

        await().untilAsserted(() -> assertThat(left()).isZero());
        assertThat(broker.taken("known")).hasSize(EVENTS).isSorted();
    }

    @Test
    void aClientThatFallsSilentIsReplacedAndNothingIsLostOrOvertaken() {
        broker.silentFrom.set(7);
        for (int i = 0; i < EVENTS; i++) write("known", i);
        relay.start();

        await().untilAsserted(() -> assertThat(left()).isZero());
        assertThat(broker.taken("known")).hasSize(7).isSorted();
        assertThat(fresh.taken("known")).hasSize(EVENTS - 7).isSorted();
        assertThat(fresh.taken("known").getFirst()).isGreaterThan(broker.taken("known").getLast());
    }

    @Test
    void whatIsWrittenInAnIntermissionIsToldAfterIt() {
        try (Intermission.End first = intermission.begin()) {
            relay.start();
            try (Intermission.End second = intermission.begin()) {
                for (int i = 0; i < EVENTS; i++) write("known", i);
                assertThat(first).isNotSameAs(second);
            }
            await().during(Duration.ofMillis(300)).until(() -> left() == EVENTS);
        }
        await().untilAsserted(() -> assertThat(left()).isZero());
        assertThat(broker.taken("known")).hasSize(EVENTS).isSorted();
    }

    @Test
    void anIntermissionEndsByItself() {
        Intermission over = new Intermission(Duration.ZERO);
        try (Intermission.End end = over.begin()) {
            assertThat(over.isOn()).as("%s", end).isFalse();
        }
    }

    /** The first client, then one that answers. */
    private Broker client() {
        return clients.getAndIncrement() == 0 ? broker : fresh;
    }

    private void write(String topic, int number) {
        jdbc.update(
                """
                INSERT INTO outbox (event_id, topic, key, type, subject, sequence, occurred_at,
                                    recorded_at, region, payload)
                VALUES (gen_random_uuid(), ?, 'a', 'org.oneseal.test.noted', 'a', ?, now(), now(),
                        '431103000000', '{}')
                """,
                topic,
                100 + number);
    }

    private long left() {
        Long count = jdbc.queryForObject("SELECT count(*) FROM outbox", Long.class);
        return count == null ? 0 : count;
    }

    /**
     * Answers for an unknown topic as the client does after its wait: by a future that has failed.
     */
    private static final class Broker extends MockProducer<String, byte @Nullable []> {

        final Set<String> unknown = ConcurrentHashMap.newKeySet();
        final AtomicInteger waits = new AtomicInteger();
        final AtomicInteger hiccups = new AtomicInteger();
        final AtomicInteger silentFrom = new AtomicInteger(Integer.MAX_VALUE);

        Broker() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(
                ProducerRecord<String, byte @Nullable []> message) {
            if (unknown.contains(message.topic()) || hiccups.getAndDecrement() > 0) {
                waits.incrementAndGet();
                return CompletableFuture.failedFuture(
                        new TimeoutException("not present in metadata"));
            }
            if (history().size() >= silentFrom.get()) return new CompletableFuture<>();
            return super.send(message);
        }

        List<String> taken(String topic) {
            return history().stream()
                    .filter(message -> message.topic().equals(topic))
                    .map(
                            message ->
                                    new String(
                                            message.headers().lastHeader("ce_sequence").value(),
                                            java.nio.charset.StandardCharsets.UTF_8))
                    .toList();
        }
    }
}
