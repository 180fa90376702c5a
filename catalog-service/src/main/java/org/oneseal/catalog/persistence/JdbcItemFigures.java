package org.oneseal.catalog.persistence;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.indicators.CountItems;
import org.oneseal.catalog.indicators.ItemFigures;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcItemFigures implements CountItems {

    /** The usual table in fortieths of a calendar day, the finest step in which all are whole. */
    private static final String PARTS =
            """
            (summary -> '%1$s' ->> 'amount')::bigint * CASE summary -> '%1$s' ->> 'unit'
              WHEN 'WORKING_DAY' THEN 56 WHEN 'CALENDAR_DAY' THEN 40 WHEN 'MONTH' THEN 1200 ELSE 7 END
            """;

    /** A limit of the summary in fortieths of a calendar day. */
    static String parts(String limit) {
        return "(" + PARTS.formatted(limit).strip() + ")";
    }

    private final JdbcClient sql;

    JdbcItemFigures(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public ItemFigures count(RegionCode within, @Nullable String department) {
        Map<String, Object> parameters = new HashMap<>();
        String where = "i.status IN ('IN_FORCE', 'SUSPENDED')";
        if (!within.equals(RegionCode.NATION)) {
            Scope.Predicate scope = new Scope.WithinRegion(within).sql("i");
            where += " AND " + scope.sql();
            parameters.putAll(scope.parameters());
        }
        if (department != null) {
            where += " AND i.department = :department";
            parameters.put("department", department);
        }
        return sql.sql(
                        """
                        WITH counted AS (
                          SELECT summary, %s AS legal, %s AS promised FROM items i WHERE %s)
                        SELECT count(*) AS items,
                               count(*) FILTER (WHERE summary ->> 'itemType' = '01') AS licences,
                               count(*) FILTER (WHERE summary ->> 'caseKind' = 'IMMEDIATE') AS immediate,
                               count(*) FILTER (WHERE legal > 0) AS limited,
                               coalesce(sum(legal) FILTER (WHERE legal > 0), 0) AS legal,
                               coalesce(sum(promised) FILTER (WHERE legal > 0), 0) AS promised,
                               count(*) FILTER (WHERE summary ->> 'trips' IS NOT NULL) AS guided,
                               count(*) FILTER (WHERE summary ->> 'trips' = '0') AS without_trip,
                               count(*) FILTER (WHERE summary ->> 'fullyOnline' = 'true') AS online
                          FROM counted
                        """
                                .formatted(
                                        PARTS.formatted("legalLimit"),
                                        PARTS.formatted("promisedLimit"),
                                        where))
                .params(parameters)
                .query(
                        (row, _) ->
                                new ItemFigures(
                                        row.getLong("items"),
                                        row.getLong("licences"),
                                        row.getLong("immediate"),
                                        row.getLong("limited"),
                                        row.getLong("legal"),
                                        row.getLong("promised"),
                                        row.getLong("guided"),
                                        row.getLong("without_trip"),
                                        row.getLong("online")))
                .single();
    }
}
