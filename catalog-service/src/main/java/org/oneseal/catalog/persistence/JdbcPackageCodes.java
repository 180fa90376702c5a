package org.oneseal.catalog.persistence;

import org.oneseal.catalog.guide.PackageCodes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPackageCodes implements PackageCodes {

    private final JdbcClient sql;

    JdbcPackageCodes(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public boolean published(String code) {
        return sql.sql("SELECT count(*) FROM packages WHERE code = :code AND latest > 0")
                        .param("code", code)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
