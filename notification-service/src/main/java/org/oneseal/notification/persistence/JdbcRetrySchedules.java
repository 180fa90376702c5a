package org.oneseal.notification.persistence;

import java.time.Duration;
import org.oneseal.notification.retrying.RetrySchedule;
import org.oneseal.notification.retrying.RetrySchedules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Read at every failure: few rows, and a change counts at once. */
@Repository
class JdbcRetrySchedules implements RetrySchedules {

    private final JdbcClient jdbc;

    JdbcRetrySchedules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public RetrySchedule of(String channel) {
        var waits =
                jdbc.sql("SELECT wait_s FROM retry_schedules WHERE channel = :c ORDER BY step")
                        .param("c", channel)
                        .query((row, _) -> Duration.ofSeconds(row.getLong(1)))
                        .list();
        return jdbc.sql(
                        """
                        SELECT jitter_percent, pause_after_s, pause_at_refusals
                          FROM retry_limits WHERE channel = :c
                        """)
                .param("c", channel)
                .query(
                        (row, _) ->
                                new RetrySchedule(
                                        waits,
                                        row.getInt(1),
                                        Duration.ofSeconds(row.getLong(2)),
                                        row.getInt(3)))
                .single();
    }
}
