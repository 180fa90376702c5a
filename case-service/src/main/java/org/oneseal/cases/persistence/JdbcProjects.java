package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;
import static org.oneseal.cases.persistence.Columns.instantOrNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.suspension.Project;
import org.oneseal.cases.suspension.Projects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProjects implements Projects {

    private final JdbcClient jdbc;

    JdbcProjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The row is the lock for both sides, so it must be there before either looks. */
    @Override
    public Project lock(String id) {
        jdbc.sql("INSERT INTO market_project (id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(id)
                .update();
        return jdbc.sql(
                        """
                        SELECT id, role, told_case, delivered_at, case_id, procedure_id
                          FROM market_project WHERE id = ? FOR UPDATE
                        """)
                .param(id)
                .query(
                        (r, _) ->
                                new Project(
                                        r.getString("id"),
                                        r.getString("role"),
                                        r.getString("told_case"),
                                        instantOrNull(r, "delivered_at"),
                                        r.getString("case_id"),
                                        r.getString("procedure_id")))
                .single();
    }

    @Override
    public void link(String id, String caseId, String procedureId) {
        jdbc.sql("UPDATE market_project SET case_id = ?, procedure_id = ? WHERE id = ?")
                .param(caseId)
                .param(procedureId)
                .param(id)
                .update();
    }

    @Override
    public void told(
            String id,
            @Nullable String role,
            @Nullable String caseId,
            @Nullable Instant deliveredAt) {
        jdbc.sql(
                        """
                        UPDATE market_project
                           SET role = coalesce(:role, role),
                               told_case = coalesce(:case, told_case),
                               delivered_at = coalesce(delivered_at, :delivered::timestamptz)
                         WHERE id = :id
                        """)
                .param("role", role)
                .param("case", caseId)
                .param("delivered", deliveredAt == null ? null : at(deliveredAt))
                .param("id", id)
                .update();
    }

    @Override
    public void forgetTold() {
        jdbc.sql(
                        """
                        UPDATE market_project
                           SET role = NULL, told_case = NULL, delivered_at = NULL
                        """)
                .update();
        jdbc.sql("DELETE FROM market_project WHERE case_id IS NULL").update();
    }
}
