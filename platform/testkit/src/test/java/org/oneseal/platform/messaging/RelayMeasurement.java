package org.oneseal.platform.messaging;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.TestServers;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * How fast an outbox that has filled up is told, by how many requests are under way and how much a
 * request may carry; prints figures for docs/performance.md and is no part of the build. Run by
 * name: {@code -Dtest=RelayMeasurement -Dmeasure=true}.
 */
@EnabledIfSystemProperty(named = "measure", matches = "true")
class RelayMeasurement {

    private static final int EVENTS = Integer.getInteger("measure.events", 50_000);
    private static final int ROUNDS = Integer.getInteger("measure.rounds", 12);
    private static final int LANES = 12;

    /** What an event of a case weighs, about. */
    private static final int CHARACTERS = 1_000;

    private final TestServers.Database database = TestServers.newDatabase();
    private final DriverManagerDataSource source =
            new DriverManagerDataSource(database.url(), database.user(), database.password());
    private final JdbcTemplate jdbc =
            new JdbcTemplate(
                    new SingleConnectionDataSource(
                            database.url(), database.user(), database.password(), true));
    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);

    /** What is compared: requests under way, and KiB a partition in each. */
    private record Sending(int underWay, int kib) {}

    private static final List<Sending> COMPARED =
            List.of(new Sending(5, 16), new Sending(5, 64), new Sending(1, 16), new Sending(1, 64));

    RelayMeasurement() {
        Flyway.configure().dataSource(source).locations("classpath:db/platform").load().migrate();
        broker.brokerProperty("log.cleaner.dedupe.buffer.size", "8388608");
        broker.afterPropertiesSet();
    }

    @AfterEach
    void end() {
        broker.destroy();
    }

    @Test
    void aFullOutbox() throws IOException {
        for (int partitions : List.of(12, 1)) {
            String topic = "partitions-" + partitions;
            broker.addTopics(new NewTopic(topic, partitions, (short) 1));
            for (Sending warm : COMPARED) eventsPerSecond(warm, topic);
            Map<Sending, List<Double>> seen = new LinkedHashMap<>();
            List<Sending> order = new ArrayList<>(COMPARED);
            Random random = new Random(partitions);
            for (int round = 0; round < ROUNDS; round++) {
                for (Sending one : order) {
                    seen.computeIfAbsent(one, _ -> new ArrayList<>())
                            .add(eventsPerSecond(one, topic));
                }
                // What one leaves for the disk costs the next.
                Collections.shuffle(order, random);
            }
            for (var one : seen.entrySet()) say(partitions, one.getKey(), one.getValue());
        }
    }

    private double eventsPerSecond(Sending sending, String topic) {
        fill(topic);
        OutboxRelay relay = relay(sending);
        long begun = System.nanoTime();
        relay.start();
        await().atMost(Patience.SOON)
                .pollDelay(Duration.ofMillis(20))
                .pollInterval(Duration.ofMillis(20))
                .until(this::isEmpty);
        double seconds = (System.nanoTime() - begun) / 1e9;
        relay.stop();
        relay.destroy();
        return EVENTS / seconds;
    }

    private void fill(String topic) {
        jdbc.execute("TRUNCATE outbox");
        jdbc.update(
                """
                INSERT INTO outbox (event_id, topic, key, type, subject, sequence, occurred_at,
                                    recorded_at, region, payload)
                SELECT gen_random_uuid(), ?, 'lane-' || n % ?, 'org.oneseal.test.noted',
                       'lane-' || n % ?, n / ?, now(), now(), '431103000000',
                       '{"text":"' || left(repeat(md5(n::text), ? / 32 + 1), ?) || '"}'
                  FROM generate_series(0, ? - 1) AS n ORDER BY n
                """,
                topic, LANES, LANES, LANES, CHARACTERS, CHARACTERS, EVENTS);
        jdbc.execute("ANALYZE outbox");
    }

    private boolean isEmpty() {
        return jdbc.queryForList("SELECT id FROM outbox ORDER BY id LIMIT 1").isEmpty();
    }

    private OutboxRelay relay(Sending sending) {
        KafkaProperties kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(broker.getBrokersAsString().split(",")));
        Map<String, Object> settings = new HashMap<>(MessagingConfiguration.sendSettings(kafka));
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, sending.underWay());
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, sending.kib() * 1024);
        return new OutboxRelay(
                source,
                new EventClient(() -> new KafkaProducer<>(settings)),
                new MessagingProperties(
                        true,
                        Duration.ofMillis(100),
                        Duration.ofMillis(10),
                        Duration.ofMillis(80),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(3),
                        500,
                        5,
                        3,
                        1),
                new Intermission(Duration.ofSeconds(3)),
                InstantSource.system(),
                "urn:oneseal:test",
                new SimpleMeterRegistry());
    }

    private static void say(int partitions, Sending sending, List<Double> rates)
            throws IOException {
        List<Double> sorted = rates.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                """
                measured: partitions %d, %d under way, %d KiB: %.0f events/s (%.0f to %.0f, %d rounds), load %s
                """,
                partitions,
                sending.underWay(),
                sending.kib(),
                sorted.get(sorted.size() / 2),
                sorted.getFirst(),
                sorted.getLast(),
                sorted.size(),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }
}
