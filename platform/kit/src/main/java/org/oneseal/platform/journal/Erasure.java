package org.oneseal.platform.journal;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Erases the data of entries together with their salts (个人信息保护法 art. 47); type, times, actor and
 * proof remain. Record the erasure itself in the journal, with who asked and why.
 */
public class Erasure {

    private final JdbcTemplate jdbc;

    Erasure(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Erases, in the caller's transaction where there is one.
     *
     * @return how many entries had something to erase
     */
    public int erase(String aggregateId, List<Long> sequences) {
        return jdbc.update(
                """
                UPDATE history SET data = NULL, salt = NULL
                 WHERE aggregate_id = ? AND sequence = ANY (?) AND data IS NOT NULL
                """,
                aggregateId,
                sequences.toArray(Long[]::new));
    }
}
