package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.oneseal.catalog.departments.ProvisioningQueue;
import org.oneseal.catalog.departments.ProvisioningTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProvisioningQueue implements ProvisioningQueue {

    private static final String SELECT =
            "SELECT kind, key, state, reason, attempts, next_attempt_at FROM provisioning ";

    private final JdbcClient sql;

    JdbcProvisioningQueue(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void add(ProvisioningTask task) {
        sql.sql(
                        """
                        INSERT INTO provisioning (kind, key, state, reason, attempts, next_attempt_at)
                        VALUES (:kind, :key, :state, :reason, :attempts, :next)
                        """)
                .param("kind", task.kind().name())
                .param("key", task.key())
                .param("state", task.state().name())
                .param("reason", task.reason())
                .param("attempts", task.attempts())
                .param("next", task.nextAttemptAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<ProvisioningTask> find(ProvisioningTask.Kind kind, String key) {
        return sql.sql(SELECT + "WHERE kind = :kind AND key = :key")
                .param("kind", kind.name())
                .param("key", key)
                .query(JdbcProvisioningQueue::task)
                .optional();
    }

    @Override
    public List<ProvisioningTask> due(Instant now, int limit) {
        return sql.sql(
                        SELECT
                                + """
                                  WHERE state = 'PENDING' AND next_attempt_at <= :now
                                  ORDER BY kind, next_attempt_at LIMIT :limit
                                    FOR UPDATE SKIP LOCKED
                                  """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(JdbcProvisioningQueue::task)
                .list();
    }

    @Override
    public void save(ProvisioningTask task) {
        sql.sql(
                        """
                        UPDATE provisioning SET state = :state, reason = :reason, attempts = :attempts,
                               next_attempt_at = :next
                         WHERE kind = :kind AND key = :key
                        """)
                .param("kind", task.kind().name())
                .param("key", task.key())
                .param("state", task.state().name())
                .param("reason", task.reason())
                .param("attempts", task.attempts())
                .param("next", task.nextAttemptAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static ProvisioningTask task(ResultSet row, int number) throws SQLException {
        return new ProvisioningTask(
                ProvisioningTask.Kind.valueOf(row.getString("kind")),
                row.getString("key"),
                ProvisioningTask.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getObject("next_attempt_at", OffsetDateTime.class).toInstant());
    }
}
