package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.regions.Region;
import org.oneseal.catalog.regions.Regions;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.region.RegionLevel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRegions implements Regions {

    private final JdbcClient sql;
    private final JdbcTemplate batches;

    JdbcRegions(JdbcClient sql, JdbcTemplate batches) {
        this.sql = sql;
        this.batches = batches;
    }

    @Override
    public Optional<Region> find(RegionCode code) {
        return sql.sql("SELECT code, name, parent, version FROM regions WHERE code = :code")
                .param("code", code.value())
                .query(JdbcRegions::region)
                .optional();
    }

    @Override
    public List<Region> list(
            @Nullable RegionCode parent, @Nullable RegionLevel level, String after, int limit) {
        StringBuilder where = new StringBuilder("code > :after");
        if (parent != null) where.append(" AND parent = :parent");
        if (level != null) where.append(" AND level = :level");
        return sql.sql(
                        "SELECT code, name, parent, version FROM regions WHERE "
                                + where
                                + " ORDER BY code LIMIT :limit")
                .param("after", after)
                .param("parent", parent == null ? null : parent.value())
                .param("level", level == null ? null : level.name())
                .param("limit", limit)
                .query(JdbcRegions::region)
                .list();
    }

    @Override
    public void save(List<Region> regions) {
        batches.batchUpdate(
                """
                INSERT INTO regions (code, name, level, parent, version) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name, parent = EXCLUDED.parent,
                       version = EXCLUDED.version
                """,
                regions,
                1000,
                (statement, region) -> {
                    statement.setString(1, region.code().value());
                    statement.setString(2, region.name());
                    statement.setString(3, region.code().level().name());
                    RegionCode parent = region.parent();
                    statement.setString(4, parent == null ? null : parent.value());
                    statement.setLong(5, region.version());
                });
    }

    private static Region region(ResultSet row, int number) throws SQLException {
        String parent = row.getString("parent");
        return new Region(
                new RegionCode(row.getString("code")),
                row.getString("name"),
                parent == null ? null : new RegionCode(parent),
                row.getLong("version"));
    }
}
