package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;
import static org.oneseal.cases.persistence.Columns.instant;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.consultation.Consultations;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.Consulting;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** An index over the consultations in the bodies of cases, written with the case. */
@Repository
class JdbcConsultations implements Consultations {

    private final JdbcClient jdbc;

    JdbcConsultations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void index(Case it) {
        for (Consulting consulting : Consulting.all(it)) {
            var asked = consulting.asked();
            Map<String, @Nullable Object> row =
                    new HashMap<>(Columns.levels(new RegionCode(asked.region())));
            row.put("id", asked.consultationId());
            row.put("case", it.header().id());
            row.put("department", asked.department());
            row.put("due", at(asked.due()));
            row.put("state", consulting.state().name());
            row.put("waits", waits(it, consulting));
            jdbc.sql(
                            """
                            INSERT INTO consultation (id, case_id, province, city, county, town,
                                   village, department, due, state, waits)
                            VALUES (:id, :case, :province, :city, :county, :town, :village,
                                   :department, :due, :state, :waits)
                            ON CONFLICT (id) DO UPDATE
                            SET state = excluded.state, waits = excluded.waits
                            """)
                    .params(row)
                    .update();
        }
    }

    private static boolean waits(Case it, Consulting consulting) {
        return it.state().open()
                && switch (consulting.state()) {
                    case OPEN, OVERDUE -> true;
                    case ANSWERED, WITHDRAWN -> false;
                };
    }

    @Override
    public Optional<String> caseOf(String consultationId, Scope asked) {
        var within = asked.sql("");
        return jdbc.sql("SELECT case_id FROM consultation WHERE id = :id AND " + within.sql())
                .params(within.parameters())
                .param("id", consultationId)
                .query(String.class)
                .optional();
    }

    @Override
    public List<Waiting> waiting(Scope asked, List<String> after, int limit) {
        var within = asked.sql("");
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        String further = "";
        if (!after.isEmpty()) {
            further = "AND (due, id) > (:afterDue, :afterId)";
            parameters.put("afterDue", Objects.requireNonNull(at(Instant.parse(after.getFirst()))));
            parameters.put("afterId", after.getLast());
        }
        return jdbc.sql(
                        """
                        SELECT id, case_id, state, due FROM consultation
                         WHERE waits AND %s %s ORDER BY due, id LIMIT %d
                        """
                                .formatted(within.sql(), further, limit))
                .params(parameters)
                .query(
                        (r, _) ->
                                new Waiting(
                                        r.getString("id"),
                                        r.getString("case_id"),
                                        Consulting.State.valueOf(r.getString("state")),
                                        instant(r, "due")))
                .list();
    }

    @Override
    public Optional<RegionCode> regionOf(String department) {
        return jdbc.sql(
                        """
                        SELECT region FROM officer WHERE department = :department
                        UNION ALL
                        SELECT body ->> 'region' FROM item_version
                         WHERE body ->> 'department' = :department
                        LIMIT 1
                        """)
                .param("department", department)
                .query(String.class)
                .optional()
                .map(RegionCode::new);
    }
}
