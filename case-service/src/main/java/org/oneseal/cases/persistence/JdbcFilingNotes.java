package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.filing.Filing;
import org.oneseal.cases.filing.FilingNotes;
import org.oneseal.cases.handling.Case;
import org.oneseal.platform.security.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFilingNotes implements FilingNotes {

    private final JdbcClient jdbc;

    JdbcFilingNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Filing f, Case it) {
        Map<String, @Nullable Object> row = new HashMap<>(Columns.levels(it.header().region()));
        row.put("id", f.caseId());
        row.put("department", it.header().department());
        row.put("party", it.header().party());
        row.put("number", f.caseNumber());
        row.put("item", f.itemName());
        row.put("project", f.projectNumber());
        row.put("green", f.greenReason());
        row.put("help", f.help() == null ? null : f.help().name());
        row.put("helper", f.helper());
        row.put("relation", f.relation());
        row.put("batch", f.batch());
        row.put("at", at(f.filedAt()));
        jdbc.sql(
                        """
                        INSERT INTO filing (case_id, province, city, county, town, village, department,
                            party, case_number, item_name, project_number, green_reason, help, helper,
                            relation, batch, filed_at)
                        VALUES (:id, :province, :city, :county, :town, :village, :department, :party,
                            :number, :item, :project, :green, :help, :helper, :relation, :batch, :at)
                        """)
                .params(row)
                .update();
    }

    @Override
    public Optional<Filing> of(String caseId) {
        return jdbc.sql("SELECT * FROM filing WHERE case_id = ?")
                .param(caseId)
                .query(JdbcFilingNotes::filing)
                .optional();
    }

    @Override
    public List<Filing> list(
            @Nullable String project,
            Scope scope,
            @Nullable Instant beforeAt,
            @Nullable String beforeId,
            int limit) {
        var within = scope.sql("");
        String wanted = project == null ? "green_reason IS NOT NULL" : "project_number = :project";
        String after =
                beforeAt == null ? "true" : "(filed_at, case_id) < (CAST(:at AS timestamptz), :id)";
        return jdbc.sql(
                        """
                        SELECT * FROM filing WHERE %s AND %s AND %s
                         ORDER BY filed_at DESC, case_id DESC LIMIT :limit
                        """
                                .formatted(wanted, within.sql(), after))
                .params(within.parameters())
                .param("project", project)
                .param("at", at(beforeAt))
                .param("id", beforeId)
                .param("limit", limit)
                .query(JdbcFilingNotes::filing)
                .list();
    }

    @Override
    public void addBatch(String id, String owner, Instant at, String results) {
        jdbc.sql("INSERT INTO case_batch VALUES (?, ?, ?, ?::jsonb)")
                .param(id)
                .param(owner)
                .param(at(at))
                .param(results)
                .update();
    }

    @Override
    public Optional<String> batch(String id, String owner) {
        return jdbc.sql("SELECT results::text FROM case_batch WHERE id = ? AND owner = ?")
                .params(id, owner)
                .query(String.class)
                .optional();
    }

    private static Filing filing(ResultSet r, int row) throws SQLException {
        String help = r.getString("help");
        return new Filing(
                r.getString("case_id"),
                r.getString("case_number"),
                r.getString("item_name"),
                r.getString("project_number"),
                r.getString("green_reason"),
                help == null ? null : Filing.Help.valueOf(help),
                r.getString("helper"),
                r.getString("relation"),
                r.getString("batch"),
                Columns.instant(r, "filed_at"));
    }
}
