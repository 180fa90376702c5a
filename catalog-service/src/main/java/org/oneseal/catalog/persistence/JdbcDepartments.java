package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDepartments implements Departments {

    private static final String SELECT =
            "SELECT code, name, uscc, region, parent, made_up, version FROM departments ";

    private final JdbcClient sql;

    JdbcDepartments(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Department> find(String code) {
        return sql.sql(SELECT + "WHERE code = :code")
                .param("code", code)
                .query(JdbcDepartments::department)
                .optional();
    }

    @Override
    public Optional<Department> named(RegionCode region, String name) {
        return sql.sql(SELECT + "WHERE region = :region AND name = :name")
                .param("region", region.value())
                .param("name", name)
                .query(JdbcDepartments::department)
                .optional();
    }

    @Override
    public boolean creditCodeTaken(String uscc, String exceptCode) {
        return sql.sql(
                        "SELECT EXISTS (SELECT 1 FROM departments WHERE uscc = :uscc AND code <> :code)")
                .param("uscc", uscc)
                .param("code", exceptCode)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Department> list(@Nullable RegionCode within, String after, int limit) {
        Scope scope =
                within == null || within.equals(RegionCode.NATION)
                        ? new Scope.Everywhere()
                        : new Scope.WithinRegion(within);
        Scope.Predicate predicate = scope.sql("");
        return sql.sql(
                        SELECT
                                + "WHERE code > :after AND "
                                + predicate.sql()
                                + " ORDER BY code LIMIT :limit")
                .params(predicate.parameters())
                .param("after", after)
                .param("limit", limit)
                .query(JdbcDepartments::department)
                .list();
    }

    @Override
    public void add(Department department) {
        sql.sql(
                        """
                        INSERT INTO departments (code, name, uscc, region, province, city, county, town,
                               village, parent, made_up, version)
                        VALUES (:code, :name, :uscc, :region, :province, :city, :county, :town,
                               :village, :parent, :madeUp, :version)
                        """)
                .params(RegionColumns.of(department.region()))
                .param("code", department.code())
                .param("name", department.name())
                .param("uscc", department.uscc().value())
                .param("region", department.region().value())
                .param("parent", department.parent())
                .param("madeUp", department.madeUp())
                .param("version", department.version())
                .update();
    }

    private static Department department(ResultSet row, int number) throws SQLException {
        return new Department(
                row.getString("code"),
                row.getString("name"),
                new UnifiedSocialCreditCode(row.getString("uscc")),
                new RegionCode(row.getString("region")),
                row.getString("parent"),
                row.getBoolean("made_up"),
                row.getLong("version"));
    }
}
