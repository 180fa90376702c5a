package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.oneseal.cases.queue.PreReviews;
import org.oneseal.cases.queue.Queue.Hall;
import org.oneseal.cases.queue.Queue.PreReview;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPreReviews implements PreReviews {

    private final JdbcClient jdbc;

    JdbcPreReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void begin(PreReview p) {
        jdbc.sql(
                        """
                        INSERT INTO pre_review (id, region, department, window_id, party, item_code,
                                                begun_by, begun_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(p.id())
                .param(p.hall().region())
                .param(p.hall().department())
                .param(p.window())
                .param(p.party())
                .param(p.itemCode())
                .param(p.begunBy())
                .param(at(p.begunAt()))
                .update();
    }

    @Override
    public Optional<PreReview> preReview(String id) {
        return jdbc.sql("SELECT * FROM pre_review WHERE id = ?")
                .param(id)
                .query(JdbcPreReviews::preReview)
                .optional();
    }

    @Override
    public boolean end(String id, boolean passed, List<String> missing, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE pre_review SET ended_at = ?, passed = ?, missing = ?
                                 WHERE id = ? AND ended_at IS NULL
                                """)
                        .param(at(now))
                        .param(passed)
                        .param(missing.toArray(String[]::new))
                        .param(id)
                        .update()
                == 1;
    }

    @Override
    public Optional<PreReview> passed(Hall hall, String party, String itemCode) {
        return jdbc.sql(
                        """
                        SELECT * FROM pre_review p
                         WHERE passed AND region = ? AND department = ? AND party = ?
                           AND item_code = ?
                           AND NOT EXISTS (SELECT FROM ticket t WHERE t.pre_review = p.id)
                         ORDER BY ended_at DESC LIMIT 1 FOR UPDATE
                        """)
                .param(hall.region())
                .param(hall.department())
                .param(party)
                .param(itemCode)
                .query(JdbcPreReviews::preReview)
                .optional();
    }

    private static Hall hall(ResultSet r) throws SQLException {
        return new Hall(r.getString("region"), r.getString("department"));
    }

    private static PreReview preReview(ResultSet r, int row) throws SQLException {
        Instant ended = Columns.instantOrNull(r, "ended_at");
        java.sql.Array missing = r.getArray("missing");
        return new PreReview(
                r.getString("id"),
                hall(r),
                r.getString("window_id"),
                r.getString("party"),
                r.getString("item_code"),
                r.getString("begun_by"),
                Columns.instant(r, "begun_at"),
                ended,
                ended == null ? null : r.getBoolean("passed"),
                missing == null ? List.of() : List.of((String[]) missing.getArray()));
    }
}
