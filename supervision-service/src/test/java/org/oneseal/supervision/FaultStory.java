package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.testkit.Topics;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.supervision.supervising.News;
import org.oneseal.supervision.supervising.Sweep;
import org.oneseal.supervision.supervising.TakeFacts;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Told;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sweepers that die in the middle of a transaction, several at once, with clocks that are ten
 * minutes apart: every card is drawn once, told once and counted once.
 */
class FaultStory extends Story {

    private static final int CLOCKS = Integer.getInteger("fault.clocks", 1500);
    private static final int MOST_KILLS = 40;
    private static final Instant PAST = Instant.parse("2026-03-09T17:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(10);

    @Autowired TakeFacts takeFacts;
    @Autowired Sweep sweep;
    @Autowired JdbcTemplate jdbc;

    FaultStory() {
        super("431127000000");
    }

    @Test
    void a_sweep_that_is_killed_again_and_again_draws_every_card_once() throws Exception {
        for (int from = 0; from < CLOCKS; from += 500) {
            List<News> batch = new ArrayList<>();
            for (int i = from; i < Math.min(CLOCKS, from + 500); i++) batch.add(opened(i));
            takeFacts.take(batch, clock.instant());
        }
        AtomicInteger killed = new AtomicInteger();
        AtomicInteger died = new AtomicInteger();
        AtomicBoolean swept = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (int n = 0; n < 3; n++) {
                RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(n);
                running.add(threads.submit(sweeper(random, died)));
            }
            Future<?> killer =
                    threads.submit(
                            () -> {
                                while (!swept.get() && killed.get() < MOST_KILLS) {
                                    killed.addAndGet(kill());
                                    LockSupport.parkNanos(3_000_000);
                                }
                            });
            for (Future<?> one : running) one.get();
            swept.set(true);
            killer.get();
        }
        assertThat(killed.get()).as("sweeps that died: %d", died.get()).isPositive();
        clock.setTo(PAST);
        await().atMost(SOON).untilAsserted(() -> assertThat(count("id")).isEqualTo(2L * CLOCKS));
        assertThat(count("DISTINCT watch_id || rule_code")).isEqualTo(2L * CLOCKS);
        assertThat(
                        jdbc.queryForObject(
                                """
                                SELECT sum(cards_blue) + sum(cards_yellow) FROM indicators
                                 WHERE county = '431127'
                                """,
                                Long.class))
                .isEqualTo(2L * CLOCKS);
        Map<String, Integer> told = new HashMap<>();
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            told.clear();
                            for (Topics.Message m : topics.all("oneseal.supervision.v1")) {
                                String key = String.valueOf(m.key());
                                if (key.startsWith("431127-fault-")) {
                                    told.merge(key, 1, Integer::sum);
                                }
                            }
                            assertThat(told).as("%s", waiting()).hasSize(2 * CLOCKS);
                        });
        assertThat(told.values()).containsOnly(1);
    }

    /** Sweeps until nothing is left, by a clock that is up to ten minutes fast or slow. */
    private Callable<?> sweeper(RandomGenerator random, AtomicInteger died) {
        return () -> {
            int quiet = 0;
            while (quiet < 3) {
                Duration off = Duration.ofSeconds(random.nextLong(-600, 601));
                assertThat(off.abs()).isLessThanOrEqualTo(STEP);
                try {
                    int found = 0;
                    for (Colour colour : List.of(Colour.RED, Colour.YELLOW, Colour.BLUE)) {
                        found += sweep.sweep(colour, PAST.plus(off), 50);
                    }
                    quiet = found == 0 ? quiet + 1 : 0;
                } catch (RuntimeException e) {
                    died.incrementAndGet();
                }
            }
            return null;
        };
    }

    /** Ends the connections that are writing cards just now, as a dying process would. */
    private int kill() {
        List<Boolean> ended =
                jdbc.queryForList(
                        """
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                         WHERE datname = current_database() AND pid <> pg_backend_pid()
                           AND state IN ('active', 'idle in transaction')
                           AND (query LIKE 'COPY cards%' OR query LIKE 'INSERT INTO history%'
                                OR query LIKE 'UPDATE watch_progress%')
                           AND random() < 0.3
                        """,
                        Boolean.class);
        return ended.size();
    }

    /**
     * What the outbox still holds, and what it gave up: where a card that nobody was told of is.
     */
    private String waiting() {
        return jdbc.queryForList(
                        """
                        SELECT 'waiting ' || count(*) || ', most tries ' || coalesce(max(attempts), 0)
                          FROM outbox
                        UNION ALL SELECT 'given up ' || count(*) || ': ' || coalesce(min(reason), '')
                          FROM outbox_quarantine
                        """,
                        String.class)
                .toString();
    }

    private long count(String what) {
        Long count =
                jdbc.queryForObject(
                        "SELECT count(" + what + ") FROM cards WHERE county = '431127'",
                        Long.class);
        return count == null ? 0 : count;
    }

    private News opened(int number) {
        Instant at = Instant.parse("2026-03-02T02:00:00Z");
        String id = "431127-fault-" + number;
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
