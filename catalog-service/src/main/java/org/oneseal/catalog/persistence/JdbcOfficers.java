package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.oneseal.catalog.departments.Officer;
import org.oneseal.catalog.departments.Officers;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOfficers implements Officers {

    private static final String SELECT =
            "SELECT username, name, role, department, region FROM officers ";

    private final JdbcClient sql;

    JdbcOfficers(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Officer> find(String username) {
        return sql.sql(SELECT + "WHERE username = :username")
                .param("username", username)
                .query(JdbcOfficers::officer)
                .optional();
    }

    @Override
    public List<Officer> of(String department, String after, int limit) {
        return sql.sql(
                        SELECT
                                + "WHERE department = :department AND username > :after"
                                + " ORDER BY username LIMIT :limit")
                .param("department", department)
                .param("after", after)
                .param("limit", limit)
                .query(JdbcOfficers::officer)
                .list();
    }

    @Override
    public void add(Officer officer) {
        sql.sql(
                        """
                        INSERT INTO officers (username, name, role, department, region)
                        VALUES (:username, :name, :role, :department, :region)
                        """)
                .param("username", officer.username())
                .param("name", officer.name())
                .param("role", officer.role().name())
                .param("department", officer.department())
                .param("region", officer.region().value())
                .update();
    }

    private static Officer officer(ResultSet row, int number) throws SQLException {
        return new Officer(
                row.getString("username"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("department"),
                new RegionCode(row.getString("region")));
    }
}
