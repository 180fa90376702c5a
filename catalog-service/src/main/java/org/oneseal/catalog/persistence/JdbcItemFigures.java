package org.oneseal.catalog.persistence;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.indicators.CountItems;
import org.oneseal.catalog.indicators.ItemFigures;
import org.oneseal.catalog.items.UnitTables;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.UnitTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcItemFigures implements CountItems {

    /** A limit of the summary in the parts of a table of units. */
    static String parts(String limit, UnitTable units) {
        String worth =
                Stream.of(LimitUnit.values())
                        .map(unit -> "WHEN '%s' THEN %d".formatted(unit, units.parts(unit)))
                        .collect(Collectors.joining(" "));
        return "((summary -> '%1$s' ->> 'amount')::bigint * CASE summary -> '%1$s' ->> 'unit' %2$s END)"
                .formatted(limit, worth);
    }

    private final JdbcClient sql;
    private final UnitTables tables;

    JdbcItemFigures(JdbcClient sql, UnitTables tables) {
        this.sql = sql;
        this.tables = tables;
    }

    @Override
    public ItemFigures count(RegionCode within, @Nullable String department, LocalDate day) {
        UnitTable units = tables.on(within, day);
        Narrowing by =
                new Narrowing()
                        .where("i.status IN ('IN_FORCE', 'SUSPENDED')")
                        .within("i", within)
                        .equal("i.department", department);
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
                               count(*) FILTER (WHERE summary ->> 'online' = 'true') AS online,
                               count(*) FILTER (WHERE summary ->> 'fullyOnline' = 'true') AS fully_online
                          FROM counted
                        """
                                .formatted(
                                        parts("legalLimit", units),
                                        parts("promisedLimit", units),
                                        by.sql()))
                .params(by.parameters())
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
                                        row.getLong("online"),
                                        row.getLong("fully_online")))
                .single();
    }
}
