package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;
import static org.oneseal.cases.persistence.Columns.dateOrNull;
import static org.oneseal.cases.persistence.Columns.instantOrNull;
import static org.oneseal.cases.persistence.Columns.line;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    @Override
    public Optional<PromiseRule> inForce(RegionCode region, String itemCode, LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT amount, unit, legal_ground FROM promise_rule
                         WHERE region = ANY(:regions) AND coalesce(item_code, :item) = :item
                           AND effective_from <= :day
                           AND (effective_to IS NULL OR effective_to >= :day)
                         ORDER BY item_code IS NULL, array_position(:regions, region) DESC,
                                  effective_from DESC, id DESC
                         LIMIT 1
                        """)
                .param("regions", line(region))
                .param("item", itemCode)
                .param("day", day)
                .query((r, _) -> rule(r))
                .optional();
    }

    @Override
    public List<Entry> of(RegionCode region, long afterId, int limit) {
        return jdbc.sql(
                        """
                        SELECT id, region, item_code, amount, unit, legal_ground, effective_from,
                               effective_to, added_by, added_at
                          FROM promise_rule WHERE region = ANY(:regions) AND id > :after
                         ORDER BY id LIMIT :limit
                        """)
                .param("regions", line(region))
                .param("after", afterId)
                .param("limit", limit)
                .query(
                        (r, _) ->
                                new Entry(
                                        r.getLong("id"),
                                        r.getString("region"),
                                        r.getString("item_code"),
                                        rule(r),
                                        r.getObject("effective_from", LocalDate.class),
                                        dateOrNull(r, "effective_to"),
                                        r.getString("added_by"),
                                        instantOrNull(r, "added_at")))
                .list();
    }

    @Override
    public long add(Addition addition, String by, Instant at) {
        TimeLimit limit = addition.rule().limit();
        return jdbc.sql(
                        """
                        INSERT INTO promise_rule (region, item_code, amount, unit, legal_ground,
                               effective_from, added_by, added_at)
                        VALUES (:region, :item, :amount, :unit, :ground, :from, :by, :at)
                        RETURNING id
                        """)
                .param("region", addition.region().value())
                .param("item", addition.itemCode())
                .param("amount", limit.amount())
                .param("unit", limit.unit().name())
                .param("ground", addition.rule().legalGround())
                .param("from", addition.effectiveFrom())
                .param("by", by)
                .param("at", at(at))
                .query(Long.class)
                .single();
    }

    private static PromiseRule rule(ResultSet r) throws SQLException {
        return new PromiseRule(
                new TimeLimit(r.getInt("amount"), LimitUnit.valueOf(r.getString("unit"))),
                r.getString("legal_ground"));
    }
}
