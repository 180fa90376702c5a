package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.supervising.Almanac;
import org.oneseal.supervision.supervising.Sweep;
import org.oneseal.supervision.warning.Colour;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Who publishes a calendar and who sweeps never wait for each other in a circle. */
class PublicationStory extends Story {

    private static final RegionCode ELSEWHERE = new RegionCode("654200000000");

    @Autowired Almanac almanac;
    @Autowired Sweep sweep;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transactions;

    PublicationStory() {
        super("431129000000");
    }

    @Test
    void a_sweep_that_waits_for_a_publication_holds_no_watch() throws Exception {
        String id = "431129-order";
        accept(id, "2026-03-02T02:00:00Z");
        awaitWatch(id, "case");
        Future<?> swept;
        try (ExecutorService sweeper = Executors.newSingleThreadExecutor()) {
            swept =
                    Objects.requireNonNull(
                            transactions.execute(
                                    publication -> {
                                        almanac.publish(ELSEWHERE, 2031, 1, year(1));
                                        clock.setTo(Instant.parse("2026-03-06T02:00:00Z"));
                                        Future<?> waits =
                                                sweeper.submit(
                                                        () ->
                                                                sweep.sweep(
                                                                        Colour.BLUE,
                                                                        clock.instant(),
                                                                        500));
                                        await().atMost(SOON).until(this::somebodyWaits);
                                        assertThat(lockedAtOnce(id)).isEqualTo(1);
                                        publication.setRollbackOnly();
                                        return waits;
                                    }));
        }
        swept.get();
        awaitCards(id, "case-blue");
    }

    private boolean somebodyWaits() {
        Long waiting =
                jdbc.queryForObject(
                        """
                        SELECT count(*) FROM pg_locks JOIN pg_database d ON d.oid = database
                         WHERE locktype = 'advisory' AND NOT granted
                           AND datname = current_database()
                        """,
                        Long.class);
        return waiting != null && waiting > 0;
    }

    /** As a publication locks the watches that it moves; an error if somebody holds one. */
    private int lockedAtOnce(String caseId) {
        return jdbc.queryForList(
                        "SELECT id FROM watch_progress WHERE case_id = ? FOR UPDATE NOWAIT",
                        String.class,
                        caseId)
                .size();
    }
}
