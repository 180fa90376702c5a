package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;
import static org.oneseal.cases.persistence.Columns.instant;
import static org.oneseal.cases.persistence.Columns.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oneseal.cases.substitution.Substitution;
import org.oneseal.cases.substitution.Substitutions;
import org.oneseal.platform.region.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSubstitutions implements Substitutions {

    private static final String ALL =
            """
            SELECT id, absent, substitute, region, department, roles, valid_from, valid_until,
                   reason, made_by, made_at, ended_at
              FROM substitution WHERE\s""";

    private final JdbcClient jdbc;

    JdbcSubstitutions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Substitution it) {
        jdbc.sql(
                        """
                        INSERT INTO substitution (id, absent, substitute, region, department, roles,
                               valid_from, valid_until, reason, made_by, made_at)
                        VALUES (:id, :absent, :substitute, :region, :department, :roles, :from,
                               :until, :reason, :by, :at)
                        """)
                .param("id", it.id())
                .param("absent", it.absent())
                .param("substitute", it.substitute())
                .param("region", it.region().value())
                .param("department", it.department())
                .param("roles", it.roles().stream().sorted().toArray(String[]::new))
                .param("from", at(it.from()))
                .param("until", at(it.until()))
                .param("reason", it.reason())
                .param("by", it.madeBy())
                .param("at", at(it.madeAt()))
                .update();
    }

    @Override
    public void end(String id, String by, Instant at) {
        jdbc.sql("UPDATE substitution SET ended_at = ?, ended_by = ? WHERE id = ?")
                .param(at(at))
                .param(by)
                .param(id)
                .update();
    }

    @Override
    public Optional<Substitution> find(String id) {
        return jdbc.sql(ALL + "id = ?").param(id).query((r, _) -> read(r)).optional();
    }

    @Override
    public List<Substitution> of(String absent, Instant after) {
        return jdbc.sql(ALL + "absent = ? AND ended_at IS NULL AND valid_until > ?")
                .param(absent)
                .param(at(after))
                .query((r, _) -> read(r))
                .list();
    }

    @Override
    public List<Substitution> within(RegionCode region, String department, Instant after) {
        return jdbc.sql(
                        ALL
                                + """
                                department = ? AND region = ? AND ended_at IS NULL
                                  AND valid_until > ? ORDER BY valid_from, id LIMIT 200
                                """)
                .param(department)
                .param(region.value())
                .param(at(after))
                .query((r, _) -> read(r))
                .list();
    }

    private static Substitution read(ResultSet r) throws SQLException {
        return new Substitution(
                r.getString("id"),
                r.getString("absent"),
                r.getString("substitute"),
                new RegionCode(r.getString("region")),
                r.getString("department"),
                Set.of((String[]) r.getArray("roles").getArray()),
                instant(r, "valid_from"),
                instant(r, "valid_until"),
                r.getString("reason"),
                r.getString("made_by"),
                instant(r, "made_at"),
                instantOrNull(r, "ended_at"));
    }
}
