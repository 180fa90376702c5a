package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oneseal.cases.assignment.Officer;
import org.oneseal.cases.assignment.Roster;
import org.oneseal.platform.region.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRoster implements Roster {

    private static final String OFFICER =
            "SELECT subject, name, region, department, roles FROM officer ";

    private final JdbcClient jdbc;

    JdbcRoster(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void signOn(Officer officer, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO officer (subject, name, region, department, roles, signed_on_at)
                        VALUES (:subject, :name, :region, :department, :roles, :at)
                        ON CONFLICT (subject) DO UPDATE
                        SET name = excluded.name, region = excluded.region,
                            department = excluded.department, roles = excluded.roles,
                            signed_on_at = excluded.signed_on_at
                        """)
                .param("subject", officer.subject())
                .param("name", officer.name())
                .param("region", officer.region().value())
                .param("department", officer.department())
                .param("roles", officer.roles().stream().sorted().toArray(String[]::new))
                .param("at", at(at))
                .update();
    }

    @Override
    public Optional<Officer> find(String subject) {
        return jdbc.sql(OFFICER + "WHERE subject = ?")
                .param(subject)
                .query((r, _) -> officer(r))
                .optional();
    }

    @Override
    public List<Officer> of(RegionCode region, String department) {
        return jdbc.sql(OFFICER + "WHERE department = ? AND region = ? ORDER BY name, subject")
                .param(department)
                .param(region.value())
                .query((r, _) -> officer(r))
                .list();
    }

    private static Officer officer(ResultSet r) throws SQLException {
        return new Officer(
                r.getString("subject"),
                r.getString("name"),
                new RegionCode(r.getString("region")),
                r.getString("department"),
                Set.of((String[]) r.getArray("roles").getArray()));
    }
}
