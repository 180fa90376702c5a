package org.oneseal.cases.messaging;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.TreeSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.exchange.FeedOffsets;
import org.oneseal.cases.exchange.FeedOffsets.Place;
import org.oneseal.cases.exchange.Source;
import org.oneseal.cases.exchange.SourceOnFile;
import org.oneseal.cases.exchange.Sources;
import org.oneseal.cases.exchange.TakeFeed;
import org.oneseal.platform.messaging.Quotas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads every source's own topic, a poll in one transaction together with the offsets, so that a
 * message counts once wherever this process is killed. What is over a source's quota, or of a
 * source that nobody has registered yet, stays in the topic until its time comes.
 */
@Component
class FeedConsumer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FeedConsumer.class);

    private static final Pattern TOPICS = Pattern.compile("oneseal\\.exchange\\.in\\.(.+)\\.v1");
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration UNREGISTERED = Duration.ofSeconds(2);

    private final Sources sources;
    private final FeedOffsets offsets;
    private final Quotas quotas;
    private final Map<String, Object> settings;
    private final TopicIds topicIds;
    private final FeedRecords feeds;
    private final boolean wanted;
    private final Map<String, Long> heldUntil = new HashMap<>();
    private volatile boolean running;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private @Nullable Thread thread;

    FeedConsumer(
            Sources sources,
            TakeFeed takeFeed,
            FeedOffsets offsets,
            Quotas quotas,
            PlatformTransactionManager transactions,
            InstantSource time,
            KafkaProperties kafka,
            @Value("${oneseal.service}") String service,
            @Value("${oneseal.exchange.consume:true}") boolean wanted) {
        this.sources = sources;
        this.offsets = offsets;
        this.quotas = quotas;
        this.wanted = wanted;
        this.settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, service + ".exchange");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Where to begin is said on assignment; a topic made anew under our feet is looked at
        // again.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        // New topics are found by their names at this pace.
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 1_500);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.topicIds = new TopicIds(settings);
        this.feeds =
                new FeedRecords(
                        takeFeed, offsets, new TransactionTemplate(transactions), time, topicIds);
    }

    @Override
    public void start() {
        if (!wanted) return;
        running = true;
        thread = Thread.ofPlatform().name("exchange-feeds").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Consumer<byte[], byte[]> current = consumer;
        if (current != null) current.wakeup();
        Thread stopping = thread;
        if (stopping == null) return;
        LockSupport.unpark(stopping);
        try {
            stopping.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the relay stops, so that events of the last batch still go out. */
    @Override
    public int getPhase() {
        return 100;
    }

    private void run() {
        while (running) {
            try (Consumer<byte[], byte[]> kafka = new KafkaConsumer<>(settings)) {
                consumer = kafka;
                topicIds.forget();
                heldUntil.clear();
                kafka.subscribe(TOPICS, new Beginning(kafka));
                while (running) {
                    letGo(kafka);
                    take(kafka, kafka.poll(POLL));
                }
            } catch (WakeupException | InterruptException e) {
                log.debug("exchange feeds stop");
            } catch (RuntimeException e) {
                if (!running) return;
                log.warn("exchange feeds pause: {}", e.toString());
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            } finally {
                consumer = null;
            }
        }
    }

    private void take(Consumer<byte[], byte[]> kafka, ConsumerRecords<byte[], byte[]> polled) {
        if (polled.isEmpty()) return;
        Map<String, SourceOnFile> registered =
                sources.all().stream().collect(Collectors.toMap(s -> s.value().code(), s -> s));
        List<FeedRecords.Taking> takings = new ArrayList<>();
        Set<String> topics = new TreeSet<>();
        polled.partitions().forEach(p -> topics.add(p.topic()));
        for (String topic : topics) {
            Source source =
                    Optional.ofNullable(registered.get(code(topic)))
                            .map(SourceOnFile::value)
                            .orElse(null);
            allowed(kafka, topic, source, polled).ifPresent(takings::add);
        }
        if (takings.isEmpty()) return;
        feeds.take(takings);
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        for (FeedRecords.Taking taking : takings) {
            for (ConsumerRecord<byte[], byte[]> record : taking.records()) {
                done.put(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1));
            }
        }
        kafka.commitAsync(done, null);
    }

    /** Leaves in the topic what may not be taken yet. */
    private Optional<FeedRecords.Taking> allowed(
            Consumer<byte[], byte[]> kafka,
            String topic,
            @Nullable Source source,
            ConsumerRecords<byte[], byte[]> polled) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        polled.records(topic).forEach(records::add);
        int may =
                source == null
                        ? 0
                        : quotas.take(source.code(), source.quotaPerMinute(), records.size());
        if (may < records.size()) {
            hold(
                    kafka,
                    topic,
                    records.subList(may, records.size()),
                    source == null
                            ? UNREGISTERED
                            : quotas.until(
                                    source.code(),
                                    source.quotaPerMinute(),
                                    Math.max(1, source.quotaPerMinute() / 60)));
            if (source == null) log.info("{} waits: no such source is registered", topic);
        }
        return source == null || may == 0
                ? Optional.empty()
                : Optional.of(new FeedRecords.Taking(source, List.copyOf(records.subList(0, may))));
    }

    private void hold(
            Consumer<byte[], byte[]> kafka,
            String topic,
            List<ConsumerRecord<byte[], byte[]>> left,
            Duration howLong) {
        Map<TopicPartition, Long> back = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : left) {
            back.merge(
                    new TopicPartition(record.topic(), record.partition()),
                    record.offset(),
                    Math::min);
        }
        back.forEach(kafka::seek);
        kafka.pause(partitions(kafka, topic));
        heldUntil.put(topic, System.nanoTime() + howLong.toNanos());
    }

    private void letGo(Consumer<byte[], byte[]> kafka) {
        long now = System.nanoTime();
        for (String topic : Set.copyOf(heldUntil.keySet())) {
            if (now - Objects.requireNonNull(heldUntil.get(topic)) < 0) continue;
            heldUntil.remove(topic);
            kafka.resume(partitions(kafka, topic));
        }
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> kafka, String topic) {
        return kafka.assignment().stream().filter(p -> p.topic().equals(topic)).toList();
    }

    private static String code(String topic) {
        Matcher matcher = TOPICS.matcher(topic);
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** Sets the consumer to where the database says it was. */
    private final class Beginning implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> kafka;

        Beginning(Consumer<byte[], byte[]> kafka) {
            this.kafka = kafka;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (partitions.isEmpty()) return;
            topicIds.identify(partitions);
            Map<Place, TopicPartition> places = new HashMap<>();
            for (TopicPartition p : partitions) {
                places.put(topicIds.place(p.topic(), p.partition()), p);
            }
            Map<Place, Long> stored = offsets.next(places.keySet());
            places.forEach(
                    (place, partition) -> {
                        Long next = stored.get(place);
                        if (next == null) kafka.seekToBeginning(List.of(partition));
                        else kafka.seek(partition, next);
                    });
            heldUntil.keySet().forEach(topic -> kafka.pause(partitions(kafka, topic)));
        }
    }
}
