package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;
import static org.oneseal.cases.persistence.Columns.instantOrNull;
import static org.oneseal.cases.persistence.Columns.line;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.oneseal.cases.office.OfficeRule;
import org.oneseal.cases.office.OfficeRules;
import org.oneseal.platform.region.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A rule is asked for by its kind: one that a newer version has added is not even read. */
@Repository
class JdbcOfficeRules implements OfficeRules {

    private static final String[] KINDS =
            Arrays.stream(OfficeRule.Kind.values()).map(Enum::name).toArray(String[]::new);

    private final JdbcClient jdbc;

    JdbcOfficeRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public OfficeRule inForce(RegionCode region, OfficeRule.Kind kind, LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT amount, ground FROM office_rule
                         WHERE region = ANY(:regions) AND kind = :kind AND effective_from <= :day
                         ORDER BY array_position(:regions, region) DESC, effective_from DESC, id DESC
                         LIMIT 1
                        """)
                .param("regions", line(region))
                .param("kind", kind.name())
                .param("day", day)
                .query((r, _) -> rule(r))
                .optional()
                .orElseThrow(() -> new IllegalStateException("no office rule: " + kind));
    }

    @Override
    public List<Entry> of(RegionCode region, long afterId, int limit) {
        return jdbc.sql(
                        """
                        SELECT id, region, kind, amount, ground, effective_from, added_by, added_at
                          FROM office_rule
                         WHERE region = ANY(:regions) AND kind = ANY(:kinds) AND id > :after
                         ORDER BY id LIMIT :limit
                        """)
                .param("regions", line(region))
                .param("kinds", KINDS)
                .param("after", afterId)
                .param("limit", limit)
                .query((r, _) -> entry(r))
                .list();
    }

    @Override
    public long add(Addition addition, String by, Instant at) {
        return jdbc.sql(
                        """
                        INSERT INTO office_rule (region, kind, amount, ground, effective_from,
                               added_by, added_at)
                        VALUES (:region, :kind, :amount, :ground, :from, :by, :at)
                        RETURNING id
                        """)
                .param("region", addition.region().value())
                .param("kind", addition.kind().name())
                .param("amount", addition.rule().amount())
                .param("ground", addition.rule().ground())
                .param("from", addition.effectiveFrom())
                .param("by", by)
                .param("at", at(at))
                .query(Long.class)
                .single();
    }

    private static Entry entry(ResultSet r) throws SQLException {
        var kind = OfficeRule.Kind.valueOf(r.getString("kind"));
        return new Entry(
                r.getLong("id"),
                r.getString("region"),
                kind,
                kind.unit(),
                rule(r),
                r.getObject("effective_from", LocalDate.class),
                r.getString("added_by"),
                instantOrNull(r, "added_at"));
    }

    private static OfficeRule rule(ResultSet r) throws SQLException {
        return new OfficeRule(r.getInt("amount"), r.getString("ground"));
    }
}
