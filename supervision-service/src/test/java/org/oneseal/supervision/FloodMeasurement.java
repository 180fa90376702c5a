package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.oneseal.platform.messaging.EventJson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How a flood of events goes; prints figures for docs/performance.md and is no part of the build.
 * Run by name: {@code -Dtest=FloodMeasurement -Dmeasure=true}.
 */
@EnabledIfSystemProperty(named = "measure", matches = "true")
class FloodMeasurement extends Story {

    private static final int RATE = Integer.getInteger("measure.rate", 5_000);
    private static final int SECONDS = Integer.getInteger("measure.seconds", 60);
    private static final int TICKS = 50;
    private static final String TOPIC = "oneseal.cases.v1";
    private static final List<String> LIFE =
            List.of("submitted", "accepted", "decided", "finished");

    @Autowired JdbcTemplate jdbc;
    @Autowired Environment environment;

    FloodMeasurement() {
        super("431124000000");
    }

    /** A case of the flood and which event of it comes next. */
    private record Next(String id, int stage, int dueTick) {}

    @Test
    void a_flood_of_events() {
        clock.release();
        Map<String, Long> waiting = new ConcurrentHashMap<>();
        List<Long> delays = new ArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        long[] lastLate = new long[1];
        Thread watching = Thread.ofPlatform().start(() -> watch(waiting, delays, over, lastLate));
        long begun = System.nanoTime();
        long sent = flood(waiting);
        long ended = System.nanoTime();
        await().atMost(Duration.ofMinutes(5)).until(waiting::isEmpty);
        long absorbed = System.nanoTime();
        over.set(true);
        join(watching);
        long[] sorted = delays.stream().mapToLong(Long::longValue).sorted().toArray();
        say(
                ("flood: %d events in %.1f s (%.0f/s), delay p50 %d ms, p99 %d ms, max %d ms; under"
                                + " a second again %.1f s after the end, all seen %.1f s after it")
                        .formatted(
                                sent,
                                (ended - begun) / 1e9,
                                sent / ((ended - begun) / 1e9),
                                sorted[sorted.length / 2],
                                sorted[(int) (sorted.length * 0.99)],
                                sorted[sorted.length - 1],
                                Math.max(0, lastLate[0] - ended) / 1e9,
                                (absorbed - ended) / 1e9));
        assertThat(
                        jdbc.queryForObject(
                                "SELECT sum(sequence) FROM dossiers WHERE case_id LIKE '431124-flood%'",
                                Long.class))
                .isEqualTo(sent);
    }

    private long flood(Map<String, Long> waiting) {
        Deque<Next> queue = new ArrayDeque<>();
        long sent = 0;
        int cases = 0;
        int each = RATE / TICKS;
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                environment.getRequiredProperty("ONESEAL_KAFKA"),
                                "linger.ms",
                                1),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            long begun = System.nanoTime();
            for (int tick = 0; tick < SECONDS * TICKS; tick++) {
                long at = begun + tick * (1_000_000_000L / TICKS);
                while (System.nanoTime() < at) LockSupport.parkNanos(at - System.nanoTime());
                for (int i = 0; i < each; i++) {
                    Next next =
                            !queue.isEmpty() && queue.peek().dueTick() <= tick
                                    ? queue.remove()
                                    : new Next("431124-flood-" + cases++, 0, tick);
                    producer.send(record(next));
                    sent++;
                    if (i == 0)
                        waiting.put(next.id() + " " + (next.stage() + 1), System.nanoTime());
                    if (next.stage() + 1 < LIFE.size()) {
                        queue.add(new Next(next.id(), next.stage() + 1, tick + 2 * TICKS));
                    }
                }
            }
        }
        return sent;
    }

    private ProducerRecord<String, byte[]> record(Next next) {
        Map<String, Object> more =
                switch (LIFE.get(next.stage())) {
                    case "accepted" -> USUAL_LIMITS;
                    case "decided" -> Map.of("granted", true, "reason", "ok");
                    case "finished" -> Map.of("result", "6");
                    default -> Map.of();
                };
        String now = Instant.now().toString();
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(
                        TOPIC,
                        next.id(),
                        EventJson.writer().writeValueAsBytes(data(next.id(), more)));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_id", next.id() + "/" + (next.stage() + 1));
        headers.put("ce_type", "org.oneseal.cases." + LIFE.get(next.stage()));
        headers.put("ce_source", "urn:oneseal:test");
        headers.put("ce_subject", next.id());
        headers.put("ce_time", now);
        headers.put("ce_recordedat", now);
        headers.put("ce_sequence", String.valueOf(next.stage() + 1));
        headers.put("ce_region", county());
        headers.put("ce_department", department());
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes()));
        return message;
    }

    /** Notes when what waits was seen, and when anything last waited a second. */
    private void watch(
            Map<String, Long> waiting, List<Long> delays, AtomicBoolean over, long[] lastLate) {
        while (!over.get()) {
            LockSupport.parkNanos(50_000_000);
            List<String> ids =
                    waiting.keySet().stream().map(k -> k.split(" ")[0]).distinct().toList();
            if (ids.isEmpty()) continue;
            Map<String, Long> seen = new LinkedHashMap<>();
            jdbc.query(
                    "SELECT case_id, sequence FROM dossiers WHERE case_id = ANY (?)",
                    r -> {
                        seen.put(r.getString(1), r.getLong(2));
                    },
                    (Object) ids.toArray(String[]::new));
            long now = System.nanoTime();
            waiting.forEach(
                    (key, since) -> {
                        String[] parts = key.split(" ");
                        boolean there = seen.getOrDefault(parts[0], 0L) >= Long.parseLong(parts[1]);
                        if (there) {
                            waiting.remove(key);
                            delays.add((now - since) / 1_000_000);
                        }
                        if (now - since > 1_000_000_000L) lastLate[0] = now;
                    });
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String figure) {
        System.out.println(
                "MEASURED "
                        + figure
                        + ", load %.1f"
                                .formatted(
                                        ManagementFactory.getOperatingSystemMXBean()
                                                .getSystemLoadAverage()));
    }
}
