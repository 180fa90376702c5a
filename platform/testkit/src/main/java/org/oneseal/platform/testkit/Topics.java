package org.oneseal.platform.testkit;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.messaging.EventJson;
import org.springframework.beans.factory.DisposableBean;

/** Reads and writes topics as another service or a department's system would. */
public final class Topics implements DisposableBean {

    private final String bootstrap;
    private final KafkaProducer<String, byte @Nullable []> producer;

    public Topics(String bootstrap) {
        this.bootstrap = bootstrap;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap,
                                "linger.ms",
                                0,
                                "key.serializer",
                                StringSerializer.class,
                                "value.serializer",
                                ByteArraySerializer.class));
    }

    /** A record as it lay in the topic. */
    public record Message(
            @Nullable String key, Map<String, String> headers, @Nullable String value) {}

    /** Everything that is in the topic now. */
    public List<Message> all(String topic) {
        try (var consumer =
                new KafkaConsumer<String, byte[]>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap,
                                "group.id",
                                UUID.randomUUID().toString(),
                                "auto.offset.reset",
                                "earliest",
                                "enable.auto.commit",
                                "false"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<Message> messages = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    messages.add(message(record));
                }
            }
            return messages;
        }
    }

    /**
     * Waits until a subscription has taken everything that is in its topic now.
     *
     * @param subscription its service and name, such as {@code cases.cases-calendars}
     */
    public void awaitTaken(String topic, String subscription) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
            producer.partitionsFor(topic)
                    .forEach(
                            p ->
                                    wanted.put(
                                            new TopicPartition(topic, p.partition()),
                                            OffsetSpec.latest()));
            var ends = admin.listOffsets(wanted).all().get();
            await().atMost(Patience.SOON)
                    .until(
                            () -> {
                                Map<TopicPartition, Long> taken = taken(admin, subscription);
                                return ends.entrySet().stream()
                                        .allMatch(
                                                end ->
                                                        taken.getOrDefault(end.getKey(), 0L)
                                                                >= end.getValue().offset());
                            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** How far the subscription is, whatever its generation. */
    private static Map<TopicPartition, Long> taken(Admin admin, String subscription)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> taken = new HashMap<>();
        for (var group : admin.listGroups().all().get()) {
            if (!group.groupId().startsWith(subscription + ".")) continue;
            admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach(
                            (partition, at) -> {
                                if (at != null) taken.merge(partition, at.offset(), Math::max);
                            });
        }
        return taken;
    }

    /**
     * Sends an event in CloudEvents' binary mode and waits for the broker.
     *
     * @param data written as JSON; null is a tombstone
     */
    public void send(
            String topic,
            String key,
            String type,
            long sequence,
            Instant time,
            String region,
            @Nullable String department,
            @Nullable Object data) {
        ProducerRecord<String, byte @Nullable []> message =
                new ProducerRecord<>(
                        topic,
                        key,
                        data == null
                                ? null
                                : data instanceof String text
                                        ? text.getBytes(StandardCharsets.UTF_8)
                                        : EventJson.writer().writeValueAsBytes(data));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", key + "/" + sequence);
        header(message, "ce_type", type);
        header(message, "ce_source", "urn:oneseal:test");
        header(message, "ce_subject", key);
        header(message, "ce_time", time.toString());
        header(message, "ce_recordedat", time.toString());
        header(message, "ce_sequence", Long.toString(sequence));
        header(message, "ce_region", region);
        if (department != null) header(message, "ce_department", department);
        send(message);
    }

    /** Sends anything, garbage too, and waits for the broker. */
    public void send(ProducerRecord<String, byte @Nullable []> message) {
        try {
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void destroy() {
        producer.close(Duration.ofSeconds(1));
    }

    private static void header(
            ProducerRecord<String, byte @Nullable []> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Message message(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new java.util.TreeMap<>();
        record.headers()
                .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        byte[] value = record.value();
        return new Message(
                record.key(),
                headers,
                value == null ? null : new String(value, StandardCharsets.UTF_8));
    }
}
