package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.util.Optional;
import org.oneseal.cases.closing.Acknowledgements;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAcknowledgements implements Acknowledgements {

    private final JdbcClient jdbc;

    JdbcAcknowledgements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Acknowledgement> of(String caseId) {
        return jdbc.sql("SELECT * FROM result_acknowledgement WHERE case_id = ?")
                .param(caseId)
                .query(
                        (r, _) ->
                                new Acknowledgement(
                                        r.getString("case_id"),
                                        r.getString("acknowledged_by"),
                                        r.getString("by_role"),
                                        Columns.instant(r, "at")))
                .optional();
    }

    @Override
    public boolean add(Acknowledgement a) {
        return jdbc.sql(
                                """
                                INSERT INTO result_acknowledgement (case_id, acknowledged_by, by_role, at)
                                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                                """)
                        .param(a.caseId())
                        .param(a.by())
                        .param(a.byRole())
                        .param(at(a.at()))
                        .update()
                == 1;
    }
}
