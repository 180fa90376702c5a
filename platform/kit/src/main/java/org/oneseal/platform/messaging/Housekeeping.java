package org.oneseal.platform.messaging;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** Removes inbox rows that outlived the topics' retention, and answers that nobody repeats. */
class Housekeeping {

    private static final Duration INBOX = Duration.ofDays(45);
    private static final Duration ANSWERS = Duration.ofDays(7);

    private final JdbcTemplate jdbc;
    private final InstantSource time;

    Housekeeping(JdbcTemplate jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void sweep() {
        jdbc.update("DELETE FROM inbox WHERE received_at < ?", before(INBOX));
        jdbc.update("DELETE FROM idempotency WHERE created_at < ?", before(ANSWERS));
    }

    private OffsetDateTime before(Duration age) {
        return OffsetDateTime.ofInstant(time.instant().minus(age), ZoneOffset.UTC);
    }
}
