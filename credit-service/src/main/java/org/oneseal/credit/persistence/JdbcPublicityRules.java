package org.oneseal.credit.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.publicity.PublicityRule;
import org.oneseal.credit.publicity.PublicityRules;
import org.oneseal.platform.region.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rules from their table: few rows, found by region. */
@Repository
class JdbcPublicityRules implements PublicityRules {

    private final JdbcClient jdbc;

    JdbcPublicityRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public PublicityRule inForce(RegionCode region, @Nullable String itemCode, LocalDate day) {
        List<String> path = new ArrayList<>();
        path.add(RegionCode.NATION.value());
        region.ancestors().forEach(ancestor -> path.add(ancestor.value()));
        return jdbc.sql(
                        """
                        SELECT id, working_days, warn_from, natural_persons, release,
                               licence_kind, ground
                          FROM publicity_rules
                         WHERE region IN (:path)
                           AND (item_code IS NULL OR item_code = CAST(:item AS text))
                           AND effective_from <= :day
                           AND (effective_to IS NULL OR effective_to > :day)
                         ORDER BY (item_code IS NOT NULL) DESC,
                                  array_position(CAST(:order AS text[]), region) DESC,
                                  effective_from DESC, id
                         LIMIT 1
                        """)
                .param("path", path)
                .param("order", "{" + String.join(",", path) + "}")
                .param("item", itemCode)
                .param("day", day)
                .query(
                        (r, _) ->
                                new PublicityRule(
                                        r.getString("id"),
                                        r.getInt("working_days"),
                                        r.getInt("warn_from"),
                                        PublicityRule.NaturalPersons.valueOf(
                                                r.getString("natural_persons")),
                                        PublicityRule.Release.valueOf(r.getString("release")),
                                        r.getString("licence_kind"),
                                        r.getString("ground")))
                .optional()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no rule of publicity for " + region + " on " + day));
    }
}
