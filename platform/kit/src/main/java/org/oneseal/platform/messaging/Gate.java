package org.oneseal.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Leaves in the topics of a family what their senders may not be heard with yet, so that none of
 * them delays another.
 */
final class Gate {

    private static final Duration A_WHILE = Duration.ofMillis(500);

    private final Subscription subscription;
    private final TopicFamily family;
    private final Consumer<String, byte[]> kafka;
    private final Map<String, Long> closedUntil = new HashMap<>();

    Gate(Subscription subscription, TopicFamily family, Consumer<String, byte[]> kafka) {
        this.subscription = subscription;
        this.family = family;
        this.kafka = kafka;
    }

    /** What may be taken now, in its order; the rest will be read again. */
    List<ConsumerRecord<String, byte @Nullable []>> admitted(
            List<ConsumerRecord<String, byte @Nullable []>> batch) {
        Map<String, List<ConsumerRecord<String, byte @Nullable []>>> byTopic =
                new LinkedHashMap<>();
        batch.forEach(m -> byTopic.computeIfAbsent(m.topic(), _ -> new ArrayList<>()).add(m));
        List<ConsumerRecord<String, byte @Nullable []>> admitted = new ArrayList<>();
        byTopic.forEach(
                (topic, messages) -> {
                    String sender = Objects.requireNonNull(family.sender(topic));
                    int may = subscription.admits(sender, messages.size());
                    admitted.addAll(messages.subList(0, may));
                    if (may < messages.size()) {
                        close(topic, messages.subList(may, messages.size()));
                    }
                });
        return admitted;
    }

    private void close(String topic, List<ConsumerRecord<String, byte @Nullable []>> left) {
        Map<TopicPartition, Long> back = new HashMap<>();
        for (var message : left) {
            back.merge(new TopicPartition(topic, message.partition()), message.offset(), Math::min);
        }
        back.forEach(kafka::seek);
        kafka.pause(partitions(topic));
        closedUntil.put(topic, System.nanoTime() + A_WHILE.toNanos());
    }

    /** Reads on where the while is over. */
    void reopen() {
        long now = System.nanoTime();
        for (String topic : Set.copyOf(closedUntil.keySet())) {
            if (now - Objects.requireNonNull(closedUntil.get(topic)) < 0) continue;
            closedUntil.remove(topic);
            kafka.resume(partitions(topic));
        }
    }

    private List<TopicPartition> partitions(String topic) {
        return kafka.assignment().stream().filter(p -> p.topic().equals(topic)).toList();
    }
}
