package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real municipality's permit log through the topic, counted against its files. */
@PlatformTest
class RealLogTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SOURCE = "wabo";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired JdbcTemplate jdbc;

    @Value("${ONESEAL_KAFKA}")
    String kafka;

    @Test
    void theRealLogComesInWholeAndTwiceIsOnce() throws Exception {
        Path folder = folder();
        List<String[]> applications = rows(folder.resolve("wabo-cases.csv"));
        List<String[]> events = rows(folder.resolve("wabo-events.csv"));
        List<ProducerRecord<String, byte[]>> messages = messages(applications, events);
        register();

        long begin = System.nanoTime();
        send(messages);
        JsonNode books = awaitTaken(messages.size());
        double seconds = (System.nanoTime() - begin) / 1e9;
        Double handling =
                jdbc.queryForObject(
                        """
                        SELECT extract(epoch FROM max(recorded_at) - min(recorded_at))::float8
                          FROM exchange_message WHERE source = 'wabo'
                        """,
                        Double.class);
        System.out.printf(
                "%d messages of the real log in %.1f s (%.0f a second), %.1f s of it handling%n",
                messages.size(), seconds, messages.size() / seconds, handling);

        Expected expected = count(applications, events);
        assertCounts(books, expected);
        assertThat(books.path("duplicates").asLong()).isZero();
        assertThat(
                        jdbc.queryForObject(
                                """
                                SELECT count(*) FROM cases
                                 WHERE source = 'wabo' AND
                                       CASE WHEN open THEN declared_due < now()
                                       ELSE declared_due < (SELECT ended_at FROM exchange_case
                                                             WHERE case_id = cases.id) END
                                """,
                                Long.class))
                .isEqualTo(expected.late());

        send(messages);
        JsonNode again = awaitTaken(2L * messages.size());
        assertCounts(again, expected);
        assertThat(again.path("duplicates").asLong()).isEqualTo(messages.size());
        assertThat(
                        jdbc.queryForObject(
                                """
                                SELECT count(*) FROM history
                                 WHERE aggregate_id IN
                                       (SELECT id FROM cases WHERE source = 'wabo')
                                """,
                                Long.class))
                .isEqualTo(messages.size() + (long) applications.size());
    }

    private static void assertCounts(JsonNode books, Expected expected) {
        assertThat(books.path("cases").asLong()).isEqualTo(expected.cases());
        assertThat(books.at("/accepted/received").asLong()).isEqualTo(expected.cases());
        assertThat(books.at("/accepted/step").asLong()).isEqualTo(expected.events());
        assertThat(books.at("/accepted/finished").asLong()).isEqualTo(expected.finished());
        assertThat(books.path("finished").asLong()).isEqualTo(expected.finished());
        assertThat(books.path("open").asLong()).isEqualTo(expected.cases() - expected.finished());
        assertThat(books.path("afterEnd").asLong()).isEqualTo(expected.afterEnd());
        assertThat(books.path("endBeforeStart").asLong()).isEqualTo(expected.endBeforeStart());
        for (String none : List.of("conflicts", "waiting", "rejected")) {
            assertThat(books.path(none).asLong()).as(none).isZero();
        }
    }

    /** Counted from the files alone. */
    private record Expected(
            long cases,
            long events,
            long finished,
            long late,
            long afterEnd,
            long endBeforeStart) {}

    private static Expected count(List<String[]> applications, List<String[]> events) {
        Map<String, Instant> ends = new LinkedHashMap<>();
        long late = 0;
        long endBeforeStart = 0;
        for (String[] a : applications) {
            Instant due = at(a[2]);
            if (a[4].isEmpty()) {
                if (due.isBefore(Instant.now())) late++;
                continue;
            }
            Instant end = at(a[4]);
            ends.put(a[0], end);
            if (end.isAfter(due)) late++;
            if (end.isBefore(at(a[1]))) endBeforeStart++;
        }
        long afterEnd =
                events.stream()
                        .filter(e -> ends.containsKey(e[0]) && at(e[1]).isAfter(ends.get(e[0])))
                        .map(e -> e[0])
                        .distinct()
                        .count();
        return new Expected(
                applications.size(), events.size(), ends.size(), late, afterEnd, endBeforeStart);
    }

    private static List<ProducerRecord<String, byte[]>> messages(
            List<String[]> applications, List<String[]> events) {
        record Told(Instant at, int rank, String type, Map<String, @Nullable Object> data) {}
        Map<String, List<Told>> byCase = new LinkedHashMap<>();
        for (String[] a : applications) {
            List<Told> told = new ArrayList<>();
            byCase.put(a[0], told);
            Map<String, @Nullable Object> data = new LinkedHashMap<>();
            data.put("itemCode", null);
            data.put("declaredDue", at(a[2]).toString());
            data.put("channel", a[5]);
            data.put("department", a[6]);
            told.add(new Told(at(a[1]), -1, "received", data));
            if (!a[4].isEmpty()) {
                told.add(
                        new Told(
                                at(a[4]),
                                1,
                                "finished",
                                new LinkedHashMap<>(Map.of("result", "6"))));
            }
        }
        for (String[] e : events) {
            Map<String, @Nullable Object> data = new LinkedHashMap<>();
            data.put("activity", e[2]);
            data.put("resource", e[3]);
            data.put("group", e[4]);
            data.put("instance", e[5]);
            byCase.getOrDefault(e[0], new ArrayList<>()).add(new Told(at(e[1]), 0, "step", data));
        }
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        byCase.forEach(
                (id, told) -> {
                    told.subList(1, told.size())
                            .sort(Comparator.comparing(Told::at).thenComparing(Told::rank));
                    for (int i = 0; i < told.size(); i++) {
                        Told one = told.get(i);
                        one.data().put("sourceCase", id);
                        messages.add(record(id, i + 1, one.type(), one.at(), one.data()));
                    }
                });
        return messages;
    }

    private static ProducerRecord<String, byte[]> record(
            String id, int sequence, String type, Instant at, Map<String, @Nullable Object> data) {
        var record =
                new ProducerRecord<>(
                        "oneseal.exchange.in." + SOURCE + ".v1", id, JSON.writeValueAsBytes(data));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id + "/" + sequence,
                        "ce_type",
                        "org.oneseal.exchange." + type,
                        "ce_source",
                        SOURCE,
                        "ce_subject",
                        id,
                        "ce_time",
                        at.toString(),
                        "ce_sequence",
                        Integer.toString(sequence))
                .forEach((k, v) -> record.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private void send(List<ProducerRecord<String, byte[]>> messages) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            List<Future<?>> sends = new ArrayList<>();
            for (var message : messages) sends.add(producer.send(message));
            for (Future<?> sent : sends) sent.get();
        }
    }

    private JsonNode awaitTaken(long count) {
        String path = "/api/v1/exchange/reconciliations?source=" + SOURCE;
        String operator = tokens.of(Role.PLATFORM_OPERATOR).mint();
        return await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> http.get(path, operator).json(),
                        b ->
                                b.path("messages").asLong()
                                                + b.path("duplicates").asLong()
                                                + b.path("conflicts").asLong()
                                                + b.path("rejected").asLong()
                                        >= count);
    }

    private void register() {
        var answer =
                http.post(
                        "/api/v1/exchange/sources",
                        tokens.of(Role.PLATFORM_OPERATOR).mint(),
                        Map.of(
                                "code",
                                SOURCE,
                                "name",
                                Map.of("zh", "环境许可收件日志", "en", "Environmental permit log"),
                                "region",
                                District.REGION,
                                "departments",
                                List.of(
                                        Map.of(
                                                "code",
                                                "431103-HJ",
                                                "names",
                                                List.of("General", "Customer contact", "Experts"))),
                                "calendar",
                                "instants-only",
                                "quotaPerMinute",
                                1_000_000));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static Path folder() {
        String logs = System.getenv("ONESEAL_LOGS");
        Path folder = logs == null || logs.isBlank() ? null : here(Path.of(logs));
        Assumptions.assumeTrue(
                folder != null && Files.isReadable(folder.resolve("wabo-cases.csv")),
                "left out: ONESEAL_LOGS names no folder with the real log. It is: J.C.A.M. Buijs,"
                        + " Receipt phase of an environmental permit application process (WABO),"
                        + " CoSeLoG project, 4TU.ResearchData");
        return java.util.Objects.requireNonNull(folder);
    }

    /** A relative folder is meant from the project's root, wherever the tests run. */
    private static Path here(Path named) {
        Path module = Path.of("").toAbsolutePath();
        for (Path p = module; p != null && !named.isAbsolute(); p = p.getParent()) {
            if (Files.isDirectory(p.resolve(named))) return p.resolve(named);
        }
        return named;
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
