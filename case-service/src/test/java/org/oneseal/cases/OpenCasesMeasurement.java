package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/**
 * How long a decree takes over many open cases, and the work lists among them. Started by hand with
 * {@code -Dtest=OpenCasesMeasurement}; no build runs it. {@code -Dcases=1000000} loads more, {@code
 * -Drecount=false} leaves the decree out.
 */
@PlatformTest
class OpenCasesMeasurement {

    private static final int TIMES = 200;
    private static final int WARM = 50;

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;

    @Test
    void measure() throws Exception {
        int size = Integer.getInteger("cases", 100_000);
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        var district = new District(http, tokens, topics);
        district.publishCatalog();
        String applicant = district.applicant("measured-firm", "永州市计量有限公司", "91431103MA4TEATGX9");
        Answer accepted = act(district.submit(applicant), "/acceptance", district.clerk(), null);
        String model = accepted.json().path("id").asString();
        long begin = System.nanoTime();
        load(model, size);
        print("%d open cases loaded in %d s; %s", size, seconds(begin), load());
        lists(district);
        if (!Boolean.parseBoolean(System.getProperty("recount", "true"))) return;

        ObjectNode decree = District.sample("calendar-published");
        decree.put("version", decree.path("version").asInt() + 1_000);
        decree.withArray("holidays").add("2026-11-27");
        decree.put("decree", "measured decree");
        long told = count("SELECT count(*) FROM history WHERE type = 'cases.rebased'");
        jdbc.sql("DELETE FROM recount").update();
        topics.send(
                "oneseal.catalog.calendars.v1",
                "100000000000/2026",
                "org.oneseal.catalog.calendar-published",
                decree.path("version").asLong(),
                Instant.parse("2026-11-23T03:00:00Z"),
                "100000000000",
                null,
                decree);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> count("SELECT count(*) FROM recount") > 0);
        begin = System.nanoTime();
        try (var _ = new Sampling(jdbc)) {
            clock.advance(Duration.ofSeconds(6));
            await().atMost(Duration.ofMinutes(30))
                    .pollInterval(Duration.ofMillis(200))
                    .until(
                            () ->
                                    count("SELECT count(*) FROM recount WHERE settles_at IS NULL")
                                            == 0);
        }
        double took = (System.nanoTime() - begin) / 1e9;
        print("recount of %d: %.1f s, %.0f cases/s; %s", size, took, size / took, load());
        clock.advance(Duration.ofSeconds(31));
        await().atMost(Duration.ofMinutes(30))
                .until(() -> count("SELECT count(*) FROM recount") == 0);
        print("settled and over after %d s", seconds(begin));
        long now = count("SELECT count(*) FROM history WHERE type = 'cases.rebased'") - told;
        assertThat(now).as("all are told").isGreaterThan(size);
        assertThat(
                        count(
                                """
                                SELECT count(*) FROM (
                                  SELECT 1 FROM history WHERE type = 'cases.rebased'
                                     AND data ->> 'decree' = 'measured decree'
                                   GROUP BY aggregate_id HAVING count(*) > 1) AS twice
                                """))
                .as("each is told once")
                .isZero();
        await().atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> count("SELECT count(*) FROM outbox") == 0);
        print("all events with the broker after %d s; %s", seconds(begin), load());
    }

    /** Copies of an accepted case, each with its own id, number and place on a desk. */
    private void load(String model, int size) {
        String columns =
                jdbc.sql(
                                """
                                SELECT string_agg(column_name, ', ' ORDER BY ordinal_position)
                                  FROM information_schema.columns
                                 WHERE table_name = 'cases' AND column_name NOT IN
                                       ('id', 'case_number', 'query_number', 'holder', 'due', 'body')
                                """)
                        .query(String.class)
                        .single();
        String body =
                jdbc.sql("SELECT body::text FROM cases WHERE id = ?")
                        .param(model)
                        .query(String.class)
                        .single();
        jdbc.sql(
                        """
                        INSERT INTO cases (id, case_number, holder, due, body, %s)
                        SELECT '431103-l' || lpad(number::text, 10, '0'), 'loaded-' || number,
                               CASE WHEN number %% 3 > 0 THEN 'officer-' || number %% 400 END,
                               due + number %% 30000 * interval '1 minute',
                               replace(:body, :model, '431103-l' || lpad(number::text, 10, '0'))::jsonb,
                               %s
                          FROM cases, generate_series(0, :last) AS number WHERE id = :model
                        """
                                .formatted(columns, columns))
                .param("body", body)
                .param("model", model)
                .param("last", size - 1)
                .update();
        jdbc.sql("ANALYZE cases").update();
    }

    private void lists(District district) throws Exception {
        String he = district.staff(Role.CASE_OFFICER, "officer-200");
        clock.setTo(Instant.parse("2026-12-08T04:00:00Z"));
        for (String list : List.of("MINE", "DEPARTMENT", "POOL")) {
            for (String due : List.of("ANY", "TODAY", "OVERDUE")) {
                String query = "/api/v1/cases/work?list=" + list + "&due=" + due;
                long[] times = new long[TIMES];
                int rows = 0;
                for (int i = -WARM; i < TIMES; i++) {
                    long begin = System.nanoTime();
                    Answer answer = http.get(query, he);
                    if (i >= 0) times[i] = System.nanoTime() - begin;
                    rows = answer.json().path("items").size();
                }
                Arrays.sort(times);
                print(
                        "%-10s %-7s %2d rows: p50 %.1f ms, p95 %.1f ms",
                        list, due, rows, times[TIMES / 2] / 1e6, times[TIMES * 95 / 100] / 1e6);
            }
        }
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static long seconds(long begin) {
        return (System.nanoTime() - begin) / 1_000_000_000L;
    }

    private static String load() throws Exception {
        return "load " + Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    private static void print(String text, Object... arguments) {
        System.out.printf(Locale.ROOT, "measured: " + text + "%n", arguments);
    }

    private Answer act(Answer before, String path, String token, @Nullable Map<?, ?> body) {
        return http.post(
                "/api/v1/cases/" + before.json().path("id").asString() + path,
                token,
                body,
                "If-Match",
                "\"" + before.json().path("version").asLong() + "\"");
    }
}
