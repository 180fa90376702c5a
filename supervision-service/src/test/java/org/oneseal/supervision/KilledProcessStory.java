package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.testkit.Topics;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.supervision.supervising.News;
import org.oneseal.supervision.supervising.TakeFacts;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Told;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * A process of the service is killed (SIGKILL) in the middle of its sweep, and another goes on:
 * every card is drawn once and counted once, and nobody is told of two. The test's own process
 * neither sweeps nor sends.
 */
@TestPropertySource(properties = {"oneseal.supervision.beat=P30D", "oneseal.messaging.relay=false"})
class KilledProcessStory extends Story {

    private static final int CLOCKS = Integer.getInteger("killed.clocks", 2_000);
    private static final int KILLS = Integer.getInteger("killed.times", 1);
    private static final Duration LONG = Duration.ofMinutes(5);

    /** Two thresholds of each clock lie before it: blue and yellow. */
    private static final Instant PAST = Instant.parse("2026-03-09T17:00:00Z");

    @Autowired TakeFacts takeFacts;
    @Autowired JdbcTemplate jdbc;
    @Autowired Environment environment;
    @TempDir Path folder;

    KilledProcessStory() {
        super("431125000000");
    }

    @Test
    void a_process_killed_in_its_sweep_leaves_each_card_drawn_once() throws Exception {
        for (int from = 0; from < CLOCKS; from += 500) {
            List<News> batch = new ArrayList<>();
            for (int i = from; i < Math.min(CLOCKS, from + 500); i++) batch.add(opened(i));
            takeFacts.take(batch, clock.instant());
        }
        Path moved = folder.resolve("clock");
        Files.writeString(moved, Duration.between(Instant.now(), PAST).toString());
        List<Long> drawnAtDeath = new ArrayList<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            long enough = 2L * CLOCKS * kill / (KILLS + 1);
            Process process = started(moved, kill);
            await().atMost(LONG)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> count("id") >= enough || !process.isAlive());
            process.destroyForcibly().waitFor();
            drawnAtDeath.add(count("id"));
        }
        assertThat(drawnAtDeath.getFirst())
                .as("killed in the middle: %s of %d", drawnAtDeath, 2L * CLOCKS)
                .isBetween(1L, 2L * CLOCKS - 1);
        Process last = started(moved, KILLS + 1);
        try {
            await().atMost(LONG).until(() -> count("id") == 2L * CLOCKS && outbox() == 0);
        } finally {
            last.destroy();
            assertThat(last.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        }
        assertThat(count("DISTINCT watch_id || rule_code")).isEqualTo(2L * CLOCKS);
        assertThat(
                        jdbc.queryForObject(
                                """
                                SELECT sum(cards_blue) + sum(cards_yellow) FROM indicators
                                 WHERE county = '431125'
                                """,
                                Long.class))
                .isEqualTo(2L * CLOCKS);
        Map<String, Set<String>> told = new TreeMap<>();
        int messages = 0;
        for (Topics.Message m : topics.all("oneseal.supervision.v1")) {
            String key = String.valueOf(m.key());
            if (!key.startsWith("431125-killed-")) continue;
            messages++;
            told.computeIfAbsent(key, _ -> new HashSet<>()).add(m.headers().get("ce_id"));
        }
        // What was sent and not yet struck from the outbox is sent again, under its own id.
        assertThat(told).hasSize(2 * CLOCKS);
        assertThat(told.values()).allMatch(ids -> ids.size() == 1);
        System.out.printf(
                "MEASURED %d clocks, killed when %s cards of %d were drawn; told %d, of these %d"
                        + " twice%n",
                CLOCKS, drawnAtDeath, 2 * CLOCKS, messages, messages - told.size());
    }

    /** The service as a process of its own, on the test's database, broker and keys. */
    private Process started(Path moved, int number) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.timezone=UTC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SupervisionApplication.class.getName());
        for (String shared :
                List.of(
                        "ONESEAL_DB_URL",
                        "ONESEAL_DB_USER",
                        "ONESEAL_DB_PASSWORD",
                        "ONESEAL_KAFKA",
                        "ONESEAL_KEY_DIR")) {
            builder.environment().put(shared, environment.getRequiredProperty(shared));
        }
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().put("ONESEAL_CLOCK_FILE", moved.toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("process-" + number + ".log").toFile());
        return builder.start();
    }

    private long outbox() {
        Long count = jdbc.queryForObject("SELECT count(*) FROM outbox", Long.class);
        return count == null ? 0 : count;
    }

    private long count(String what) {
        Long count =
                jdbc.queryForObject(
                        "SELECT count(" + what + ") FROM cards WHERE county = '431125'",
                        Long.class);
        return count == null ? 0 : count;
    }

    private News opened(int number) {
        Instant at = Instant.parse("2026-03-02T02:00:00Z");
        String id = "431125-killed-" + number;
        return new News(
                new CaseHead(
                        id,
                        "no-" + id,
                        "item",
                        1,
                        "食品经营许可",
                        false,
                        false,
                        null,
                        null,
                        "ONLINE",
                        new RegionCode(county()),
                        department()),
                new CaseFact.Accepted(
                        new Told(1, at, at, null, List.of()),
                        at,
                        false,
                        TimeLimit.workingDays(20),
                        TimeLimit.workingDays(5),
                        null));
    }
}
