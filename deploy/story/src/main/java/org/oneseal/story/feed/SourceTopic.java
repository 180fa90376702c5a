package org.oneseal.story.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** A source's own topics, written as the department's system would: CloudEvents in binary mode. */
public final class SourceTopic implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String source;
    private final KafkaProducer<String, byte[]> producer;

    /**
     * Connects with the source's own credentials.
     *
     * @param connection settings of a Kafka client
     */
    public SourceTopic(String source, Map<String, String> connection) {
        this.source = source;
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("key.serializer", StringSerializer.class);
        settings.put("value.serializer", ByteArraySerializer.class);
        this.producer = new KafkaProducer<>(settings);
    }

    /**
     * Sends all messages and waits until the broker has them.
     *
     * @param progress is told how many are through
     */
    public void send(List<FeedMessage> messages, IntConsumer progress)
            throws InterruptedException, ExecutionException {
        List<Future<?>> sends = new ArrayList<>(messages.size());
        for (FeedMessage message : messages) sends.add(producer.send(asRecord(message)));
        for (int i = 0; i < sends.size(); i++) {
            sends.get(i).get();
            if ((i + 1) % 500 == 0 || i + 1 == sends.size()) progress.accept(i + 1);
        }
    }

    /**
     * Tells of a milestone of a matter (工单、依申请公开、差评) and waits until the broker has it.
     *
     * @param milestone which of the matter it is, from 1
     * @param time when it really happened
     */
    public void tell(String number, long milestone, Instant time, Map<String, ?> data)
            throws InterruptedException, ExecutionException {
        producer.send(record("matters", number, milestone, "matters.told", time, data)).get();
    }

    private ProducerRecord<String, byte[]> asRecord(FeedMessage message) {
        return record(
                "exchange",
                message.sourceCase(),
                message.sequence(),
                "exchange." + message.type(),
                message.time(),
                message.data());
    }

    private ProducerRecord<String, byte[]> record(
            String topic,
            String key,
            long sequence,
            String type,
            Instant time,
            Map<String, ?> data) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(
                        "oneseal." + topic + ".in." + source + ".v1",
                        key,
                        JSON.writeValueAsBytes(data));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", key + "/" + sequence);
        header(record, "ce_type", "org.oneseal." + type);
        header(record, "ce_source", source);
        header(record, "ce_subject", key);
        header(record, "ce_time", time.toString());
        header(record, "ce_sequence", Long.toString(sequence));
        header(record, "content-type", "application/json");
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
