package org.oneseal.story.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.oneseal.local.LocalPlatform;

/** The topic of the cases as it lies with the broker, from its beginning to its end. */
public final class CasesTopic {

    private static final String TOPIC = "oneseal.cases.v1";
    private static final int SHOWN = 5;

    private final Predicate<String> wanted;
    private final Map<String, Long> reached = new TreeMap<>();
    private final Map<String, Integer> contents = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    private int events;
    private int repeated;

    private CasesTopic(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    /** Reads all of it once, and follows the cases that are wanted. */
    public static CasesTopic read(LocalPlatform platform, Predicate<String> wanted) {
        CasesTopic topic = new CasesTopic(wanted);
        Map<String, Object> settings = new HashMap<>(platform.kafkaAsAdministrator());
        settings.put("enable.auto.commit", "false");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(TOPIC).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> one : consumer.poll(Duration.ofSeconds(1))) {
                    topic.take(one);
                }
            }
        }
        return topic;
    }

    /** After a crash an event may stand here again, but never before its predecessor or changed. */
    private void take(ConsumerRecord<String, byte[]> event) {
        String key = event.key();
        if (!wanted.test(key)) return;
        events++;
        long sequence = Long.parseLong(header(event, "ce_sequence"));
        long before = reached.getOrDefault(key, 0L);
        if (sequence == before + 1) reached.put(key, sequence);
        if (sequence <= before) repeated++;
        if (sequence > before + 1) note(key + " " + sequence + " after " + before);
        int content = Arrays.hashCode(event.value());
        Integer first = contents.putIfAbsent(header(event, "ce_id"), content);
        if (first != null && first != content) note(key + " " + sequence + " told in two ways");
        if (first == null && sequence <= before) note(key + " " + sequence + " under two ids");
    }

    private void note(String what) {
        if (wrong.size() < SHOWN) wrong.add("in the topic " + what);
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** The last event of each case that stands after all its predecessors. */
    public Map<String, Long> reached() {
        return reached;
    }

    /** Some of what stands there before its predecessor, or in two ways. */
    public List<String> wrong() {
        return wrong;
    }

    public int events() {
        return events;
    }

    /** How many stand there again. */
    public int repeated() {
        return repeated;
    }
}
