package org.oneseal.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

/** Wires outbox, relay, inbox and subscriptions of a service. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@EnableConfigurationProperties({MessagingProperties.class, EventFeeds.FeedProperties.class})
public class MessagingConfiguration {

    /** With one request at a time a request must carry more: some fifty events a partition. */
    private static final int BATCH_BYTES = 64 * 1024;

    @Bean
    TraceContext traceContext(ObjectProvider<Tracer> tracer) {
        return new TraceContext(tracer.getIfAvailable());
    }

    @Bean(destroyMethod = "")
    EventClient eventClient(KafkaProperties kafka) {
        Map<String, Object> settings = sendSettings(kafka);
        return new EventClient(() -> new KafkaProducer<>(settings));
    }

    /**
     * An outage of the broker may neither fail a send nor change the order, so delivery is tried
     * for ever, and one request at a time is under way: of two, a broker that has just come back
     * may refuse the first and take the second, whatever the client's idempotence. Single sends are
     * not delayed. A request whose answer does not come is repeated after ten seconds: what waits
     * behind it in the outbox waits so long, and no longer. A topic that the broker does not know
     * holds the relay for three.
     */
    static Map<String, Object> sendSettings(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return settings;
    }

    @Bean
    Intermission intermission(MessagingProperties settings) {
        return new Intermission(settings.intermission());
    }

    @Bean
    OutboxRelay outboxRelay(
            DataSource dataSource,
            EventClient eventClient,
            MessagingProperties settings,
            Intermission intermission,
            InstantSource time,
            @Value("${oneseal.service}") String service,
            MeterRegistry metrics) {
        return new OutboxRelay(
                dataSource,
                eventClient,
                settings,
                intermission,
                time,
                "urn:oneseal:" + service,
                metrics);
    }

    @Bean
    Announcements announcements(
            JdbcTemplate jdbc, InstantSource time, TraceContext trace, OutboxRelay relay) {
        return new JdbcOutbox(jdbc, time, trace, relay::wake);
    }

    @Bean
    Inbox inbox(JdbcTemplate jdbc, InstantSource time) {
        return new Inbox(jdbc, time);
    }

    @Bean
    EventFeeds eventFeeds(
            EventFeeds.FeedProperties properties, JdbcTemplate jdbc, InstantSource time) {
        RestClient http = RestClient.create();
        return new EventFeeds(properties, jdbc, http, new ServiceToken(properties, http, time));
    }

    @Bean
    Subscriptions subscriptions(
            ObjectProvider<Subscription> subscriptions,
            Inbox inbox,
            PlatformTransactionManager transactionManager,
            TraceContext trace,
            EventClient eventClient,
            MessagingProperties settings,
            KafkaProperties kafka,
            JdbcTemplate jdbc,
            InstantSource time,
            @Value("${oneseal.service}") String service,
            EventFeeds feeds) {
        var transactions = new TransactionTemplate(transactionManager);
        Map<String, Object> consumer = new HashMap<>(kafka.buildConsumerProperties());
        consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
        return new Subscriptions(
                subscriptions.orderedStream().toList(),
                s -> new SubscriptionRunner(s, inbox, transactions, trace, eventClient, settings),
                new DefaultKafkaConsumerFactory<>(consumer),
                jdbc,
                inbox,
                transactions,
                time,
                service,
                feeds,
                settings.subscriptionPace());
    }

    @Bean
    Housekeeping messagingHousekeeping(JdbcTemplate jdbc, InstantSource time) {
        return new Housekeeping(jdbc, time);
    }
}
