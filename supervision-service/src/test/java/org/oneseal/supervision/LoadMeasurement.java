package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.oneseal.supervision.supervising.Sweep;
import org.oneseal.supervision.warning.Colour;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How a flood of events and a day of many thresholds go; prints figures for docs/performance.md and
 * is no part of the build. Run by name: {@code -Dtest=LoadMeasurement -Dmeasure=true}.
 */
@EnabledIfSystemProperty(named = "measure", matches = "true")
class LoadMeasurement extends Story {

    private static final int RATE = Integer.getInteger("measure.rate", 5_000);
    private static final int SECONDS = Integer.getInteger("measure.seconds", 60);
    private static final int OPEN = Integer.getInteger("measure.open", 1_000_000);
    private static final int TICKS = 50;
    private static final String TOPIC = "oneseal.cases.v1";
    private static final List<String> LIFE =
            List.of("submitted", "accepted", "decided", "finished");

    @Autowired JdbcTemplate jdbc;
    @Autowired Sweep sweep;
    @Autowired Environment environment;

    LoadMeasurement() {
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

    @Test
    void a_million_clocks_and_many_thresholds() {
        int twenty = Math.min(20_000, OPEN / 10);
        int forty = Math.min(40_000, OPEN / 5);
        int ten = Math.min(10_000, OPEN / 20);
        String empty = sweepOfNothing();
        // Blue two working days before the fifth, red six after it: red and the second blue meet.
        prototype("431124-first-0", "2026-03-02T02:00:00Z");
        prototype("431124-second-0", "2026-03-03T02:00:00Z");
        prototype("431124-red-0", "2026-02-19T02:00:00Z");
        prototype("431124-open-0", "2026-03-31T02:00:00Z");
        awaitColours("431124-red-0", "YELLOW", "BLUE");
        long begun = System.nanoTime();
        copies("431124-first-", twenty);
        copies("431124-second-", forty);
        copies("431124-red-", ten);
        copies("431124-open-", OPEN - twenty - forty - ten);
        jdbc.execute("VACUUM ANALYZE watches");
        jdbc.execute("VACUUM ANALYZE dossiers");
        say(
                "%d clocks open, loaded in %.0f s"
                        .formatted(
                                jdbc.queryForObject(
                                        "SELECT count(*) FROM watches WHERE state <> 'CLOSED'",
                                        Long.class),
                                (System.nanoTime() - begun) / 1e9));
        say("a sweep of nothing: %s; with all open: %s".formatted(empty, sweepOfNothing()));
        cross(Map.of("431124-first-", twenty));
        cross(Map.of("431124-second-", forty, "431124-red-", ten));
        say("a sweep of nothing afterwards: " + sweepOfNothing());
    }

    private String sweepOfNothing() {
        long[] times = new long[50];
        for (int i = 0; i < times.length; i++) {
            long begun = System.nanoTime();
            sweep.sweep(Colour.BLUE, clock.instant(), 500);
            times[i] = (System.nanoTime() - begun) / 1000;
        }
        Arrays.sort(times);
        return "p50 %d µs, max %d µs".formatted(times[25], times[49]);
    }

    private void prototype(String id, String at) {
        accept(id, at);
        awaitWatch(id, "case");
    }

    /** Copies of a prototype by the database, which knows nothing of what is in the rows. */
    private void copies(String prefix, int number) {
        for (String table : List.of("dossiers", "watches")) {
            jdbc.update(
                    """
                    INSERT INTO %1$s SELECT r.* FROM %1$s d, generate_series(1, ?) AS i,
                           LATERAL jsonb_populate_record(null::%1$s,
                               replace(to_jsonb(d)::text, ? || '0', ? || i)::jsonb) AS r
                     WHERE d.case_id = ? || '0'
                    """
                            .formatted(table),
                    number - 1,
                    prefix,
                    prefix,
                    prefix);
        }
    }

    /** Jumps to the latest next threshold of these and waits until all have their card. */
    private void cross(Map<String, Integer> crossing) {
        Instant at = Instant.MIN;
        Map<String, Long> before = new LinkedHashMap<>();
        for (String prefix : crossing.keySet()) {
            Instant next =
                    jdbc.queryForObject(
                            "SELECT next_crossing_at FROM watches WHERE case_id = ? || '0'",
                            (r, _) -> r.getTimestamp(1).toInstant(),
                            prefix);
            if (next.isAfter(at)) at = next;
            before.put(prefix, drawn(prefix));
        }
        int number = crossing.values().stream().mapToInt(Integer::intValue).sum();
        clock.setTo(at);
        long begun = System.nanoTime();
        Map<String, String> done = new LinkedHashMap<>();
        double ninetyNine = 0;
        long all = 0;
        while (all < number) {
            LockSupport.parkNanos(20_000_000);
            all = 0;
            double since = (System.nanoTime() - begun) / 1e9;
            for (String prefix : crossing.keySet()) {
                long drawn = drawn(prefix) - before.getOrDefault(prefix, 0L);
                all += drawn;
                if (drawn == crossing.getOrDefault(prefix, 0)) {
                    done.putIfAbsent(prefix, "%s after %.2f s".formatted(prefix, since));
                }
            }
            if (ninetyNine == 0 && all >= number * 99L / 100) ninetyNine = since;
            assertThat(since).isLessThan(300);
        }
        double drawn = (System.nanoTime() - begun) / 1e9;
        await().atMost(Duration.ofMinutes(5)).until(() -> outbox() == 0);
        say(
                "%d thresholds at one look: cards p99 %.2f s, all %.2f s, %s, all told %.2f s"
                        .formatted(
                                number,
                                ninetyNine,
                                drawn,
                                done.values(),
                                (System.nanoTime() - begun) / 1e9));
    }

    private long drawn(String prefix) {
        Long count =
                jdbc.queryForObject(
                        """
                        SELECT count(*) FROM cards
                         WHERE county = '431124' AND case_id LIKE ? || '%'
                        """,
                        Long.class, prefix);
        return count == null ? 0 : count;
    }

    private long outbox() {
        Long count = jdbc.queryForObject("SELECT count(*) FROM outbox", Long.class);
        return count == null ? 0 : count;
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
