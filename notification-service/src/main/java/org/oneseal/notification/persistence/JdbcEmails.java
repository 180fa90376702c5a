package org.oneseal.notification.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.oneseal.notification.mail.Emails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** E-mails: a row each, taken by lease. */
@Repository
class JdbcEmails implements Emails {

    private final JdbcClient jdbc;

    JdbcEmails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void add(List<Email> emails, Instant now) {
        for (Email email : emails) {
            jdbc.sql(
                            """
                            INSERT INTO emails
                                   (id, party, purpose, region, content, state, due_at, created_at)
                            VALUES (:id, :party, :purpose, :region, :content, 'OPEN', :now, :now)
                            ON CONFLICT DO NOTHING
                            """)
                    .param("id", email.id())
                    .param("party", email.party())
                    .param("purpose", email.purpose().name())
                    .param("region", email.region())
                    .param("content", email.content())
                    .param("now", Times.at(now))
                    .update();
        }
    }

    @Override
    @Transactional
    public List<Email> claim(int limit, Instant now, Instant leaseUntil) {
        return jdbc.sql(
                        """
                        UPDATE emails e SET due_at = :until, lease = :lease
                          FROM (SELECT id FROM emails
                                 WHERE state = 'OPEN' AND due_at <= :now
                                 ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED) c
                         WHERE e.id = c.id
                        RETURNING e.id, e.party, e.purpose, e.region, e.content, e.attempts, e.lease
                        """)
                .param("lease", UUID.randomUUID().toString())
                .param("now", Times.at(now))
                .param("until", Times.at(leaseUntil))
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new Email(
                                        row.getString("id"),
                                        row.getString("party"),
                                        Purpose.valueOf(row.getString("purpose")),
                                        row.getString("region"),
                                        row.getString("content"),
                                        row.getInt("attempts"),
                                        row.getString("lease")))
                .list();
    }

    /** What was said is not kept longer than it takes to say it. */
    @Override
    @Transactional
    public boolean settle(Email email, End end, String outcome, Instant now) {
        int settled =
                jdbc.sql(
                                """
                                UPDATE emails
                                   SET state = :state, attempts = attempts + 1, lease = NULL,
                                       settled_at = :now, content = ''
                                 WHERE id = :id AND lease = :lease AND state = 'OPEN'
                                """)
                        .param("state", end.name())
                        .param("id", email.id())
                        .param("lease", email.lease())
                        .param("now", Times.at(now))
                        .update();
        if (settled == 1) attempted(email, outcome, now);
        return settled == 1;
    }

    @Override
    @Transactional
    public void postpone(Email email, String outcome, Instant nextTry, Instant now) {
        int postponed =
                jdbc.sql(
                                """
                                UPDATE emails
                                   SET attempts = attempts + 1, lease = NULL, due_at = :next
                                 WHERE id = :id AND lease = :lease AND state = 'OPEN'
                                """)
                        .param("id", email.id())
                        .param("lease", email.lease())
                        .param("next", Times.at(nextTry))
                        .update();
        if (postponed == 1) attempted(email, outcome, now);
    }

    private void attempted(Email email, String outcome, Instant now) {
        jdbc.sql("INSERT INTO email_attempts (email, at, outcome) VALUES (:id, :now, :outcome)")
                .param("id", email.id())
                .param("now", Times.at(now))
                .param("outcome", outcome)
                .update();
    }

    /** Messages keep their row, so that a rebuild sends nothing twice; the attempts go. */
    @Override
    @Transactional
    public int forget(Instant settledBefore) {
        jdbc.sql("DELETE FROM email_attempts WHERE at < :before")
                .param("before", Times.at(settledBefore))
                .update();
        return jdbc.sql(
                        """
                        DELETE FROM emails
                         WHERE state <> 'OPEN' AND settled_at < :before
                           AND purpose = 'CONFIRMATION'
                        """)
                .param("before", Times.at(settledBefore))
                .update();
    }
}
