package org.oneseal.cases.persistence;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.oneseal.cases.promises.PromiseRule;
import org.oneseal.cases.promises.PromiseRules;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.TimeLimit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPromiseRules implements PromiseRules {

    private final JdbcClient jdbc;

    JdbcPromiseRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From the nation down to the region itself: the nearest one governs. */
    @Override
    public Optional<PromiseRule> inForce(RegionCode region, String itemCode, LocalDate day) {
        String[] regions =
                Stream.concat(Stream.of(RegionCode.NATION), region.ancestors().stream())
                        .map(RegionCode::value)
                        .toArray(String[]::new);
        return jdbc.sql(
                        """
                        SELECT amount, unit, legal_ground FROM promise_rule
                         WHERE region = ANY(:regions) AND coalesce(item_code, :item) = :item
                           AND effective_from <= :day
                           AND (effective_to IS NULL OR effective_to >= :day)
                         ORDER BY item_code IS NULL, array_position(:regions, region) DESC,
                                  effective_from DESC
                         LIMIT 1
                        """)
                .param("regions", regions)
                .param("item", itemCode)
                .param("day", day)
                .query(
                        (r, _) ->
                                new PromiseRule(
                                        new TimeLimit(
                                                r.getInt("amount"),
                                                LimitUnit.valueOf(r.getString("unit"))),
                                        r.getString("legal_ground")))
                .optional();
    }
}
