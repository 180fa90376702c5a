package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.supervising.Escalate;
import org.oneseal.supervision.supervising.News;
import org.oneseal.supervision.supervising.Patrol;
import org.oneseal.supervision.supervising.PatrolNight;
import org.oneseal.supervision.supervising.Patrols;
import org.oneseal.supervision.supervising.TakeFacts;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Told;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What replicas do at the same time is done once, and they never wait for each other in a circle.
 */
class TogetherStory extends Story {

    @Autowired PatrolNight patrolNight;
    @Autowired Patrols patrols;
    @Autowired TakeFacts takeFacts;
    @Autowired Escalate escalate;
    @Autowired TransactionTemplate transactions;
    @Autowired JdbcTemplate jdbc;

    TogetherStory() {
        super("431129000000");
    }

    @Test
    void a_night_is_patrolled_by_one_of_them() throws Exception {
        // A night that the service's own timer never comes to.
        Instant night = Instant.parse("2029-05-05T18:00:00Z");
        try {
            int patrolled = 0;
            CountDownLatch ready = new CountDownLatch(1);
            try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Optional<Patrol.Report>>> all = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    all.add(
                            replicas.submit(
                                    () -> {
                                        ready.await();
                                        return patrolNight.patrol(night);
                                    }));
                }
                ready.countDown();
                for (var one : all) if (one.get().isPresent()) patrolled++;
            }
            assertThat(patrolled).isEqualTo(1);
            assertThat(patrolNight.patrol(night)).isEmpty();
        } finally {
            jdbc.update("DELETE FROM patrols WHERE day >= '2029-01-01'");
            jdbc.update("DELETE FROM patrol_turns WHERE day >= '2029-01-01'");
        }
    }

    @Test
    void a_night_whose_replica_died_is_taken_over() {
        Instant now = Instant.parse("2030-05-05T18:00:00Z");
        var day = java.time.LocalDate.of(2030, 5, 5);
        assertThat(patrols.take(day, now, now.plusSeconds(3600))).isTrue();
        assertThat(patrols.take(day, now.plusSeconds(3599), now.plusSeconds(9999))).isFalse();
        assertThat(patrols.take(day, now.plusSeconds(3600), now.plusSeconds(9999))).isTrue();
        jdbc.update("DELETE FROM patrol_turns WHERE day >= '2029-01-01'");
    }

    /**
     * Who takes a late fact doubts a card and counts; who follows up an unanswered card draws one
     * and counts. With the sums held by a third, the first holds the card: the other leaves it.
     */
    @Test
    void a_late_fact_and_an_unanswered_card_do_not_wait_for_each_other() throws Exception {
        String id = "431129-together-1";
        Instant late = Instant.parse("2026-03-12T09:00:01Z");
        while (escalate.escalate(late, 500) > 0) continue;
        accept(id, "2026-03-02T02:00:00Z");
        awaitWatch(id, "case");
        clock.setTo(Instant.parse("2026-03-09T16:00:01Z"));
        awaitCards(id, "case-blue", "case-yellow-promise");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> fact =
                    transactions.execute(
                            _ -> {
                                jdbc.queryForList(
                                        "SELECT 1 FROM indicators WHERE county = '431129' FOR UPDATE");
                                Future<?> taking =
                                        threads.submit(
                                                () -> takeFacts.take(List.of(finished(id)), late));
                                await().atMost(SOON).until(this::somebodyWaitsForSums);
                                Future<Integer> following =
                                        threads.submit(() -> escalate.escalate(late, 100));
                                try {
                                    assertThat(following.get(30, TimeUnit.SECONDS)).isZero();
                                } catch (Exception e) {
                                    throw new IllegalStateException("waits for the sums", e);
                                }
                                return taking;
                            });
            fact.get(30, TimeUnit.SECONDS);
        }
        assertThat(cardsOf(id).stream().filter(c -> !c.path("proposedCause").isNull()).count())
                .isEqualTo(2);
    }

    private boolean somebodyWaitsForSums() {
        return !jdbc.queryForList(
                        """
                        SELECT 1 FROM pg_stat_activity
                         WHERE datname = current_database() AND wait_event_type = 'Lock'
                           AND query LIKE '%INTO indicators%'
                        """)
                .isEmpty();
    }

    /** It was finished the day it was accepted, where sums are kept, and told much later. */
    private News finished(String id) {
        Instant at = Instant.parse("2026-03-02T05:00:00Z");
        Instant told = Instant.parse("2026-03-12T02:00:00Z");
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
                        "party-1",
                        "ONLINE",
                        new RegionCode(county()),
                        department()),
                new CaseFact.Finished(new Told(2, at, told, null, List.of()), "6"));
    }
}
