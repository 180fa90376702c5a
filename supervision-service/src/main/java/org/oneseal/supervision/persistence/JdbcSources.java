package org.oneseal.supervision.persistence;

import java.util.Optional;
import java.util.Set;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.supervising.Sources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSources implements Sources {

    private final JdbcClient jdbc;

    JdbcSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void register(Source source) {
        jdbc.sql(
                        """
                        INSERT INTO sources (code, version, region, departments, quota_per_minute)
                        VALUES (:code, :version, :region, :departments, :quota)
                        ON CONFLICT (code) DO UPDATE
                           SET version = excluded.version, region = excluded.region,
                               departments = excluded.departments,
                               quota_per_minute = excluded.quota_per_minute
                         WHERE sources.version < excluded.version
                        """)
                .param("code", source.code())
                .param("version", source.version())
                .param("region", source.region().value())
                .param("departments", JdbcFiles.array(source.departments()))
                .param("quota", source.quotaPerMinute())
                .update();
    }

    @Override
    public Optional<Source> find(String code) {
        return jdbc.sql(
                        """
                        SELECT code, version, region, departments, quota_per_minute FROM sources
                         WHERE code = :code
                        """)
                .param("code", code)
                .query(
                        (r, _) ->
                                new Source(
                                        r.getString(1),
                                        r.getLong(2),
                                        new RegionCode(r.getString(3)),
                                        Set.of((String[]) r.getArray(4).getArray()),
                                        r.getInt(5)))
                .optional();
    }
}
