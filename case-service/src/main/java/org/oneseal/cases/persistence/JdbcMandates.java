package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oneseal.cases.parties.Mandate;
import org.oneseal.cases.parties.Mandates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMandates implements Mandates {

    private static final String SELECT =
            """
            SELECT id, principal, agent, items, valid_from, valid_to, revoked_at IS NOT NULL AS revoked
              FROM mandate
            """;

    private final JdbcClient jdbc;

    JdbcMandates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Mandate> find(String id) {
        return jdbc.sql(SELECT + " WHERE id = ?").param(id).query(JdbcMandates::mandate).optional();
    }

    @Override
    public List<Mandate> between(String principal, String agent) {
        return jdbc.sql(SELECT + " WHERE agent = ? AND principal = ?")
                .param(agent)
                .param(principal)
                .query(JdbcMandates::mandate)
                .list();
    }

    @Override
    public List<Mandate> of(String party) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE principal = :party OR agent = :party
                                 ORDER BY given_at DESC LIMIT 200
                                """)
                .param("party", party)
                .query(JdbcMandates::mandate)
                .list();
    }

    @Override
    public void add(Mandate mandate, String by, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO mandate (id, principal, agent, items, valid_from, valid_to,
                                             given_by, given_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(mandate.id())
                .param(mandate.principal())
                .param(mandate.agent())
                .param(mandate.items().toArray(String[]::new))
                .param(mandate.validFrom())
                .param(mandate.validTo())
                .param(by)
                .param(at(now))
                .update();
    }

    @Override
    public boolean revoke(String id, String by, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE mandate SET revoked_by = ?, revoked_at = ?
                                 WHERE id = ? AND revoked_at IS NULL
                                """)
                        .param(by)
                        .param(at(now))
                        .param(id)
                        .update()
                > 0;
    }

    private static Mandate mandate(ResultSet r, int row) throws SQLException {
        return new Mandate(
                r.getString("id"),
                r.getString("principal"),
                r.getString("agent"),
                List.of((String[]) r.getArray("items").getArray()),
                r.getObject("valid_from", LocalDate.class),
                Columns.dateOrNull(r, "valid_to"),
                r.getBoolean("revoked"));
    }
}
