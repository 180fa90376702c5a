package org.oneseal.market.persistence;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.oneseal.market.admission.CheckRule;
import org.oneseal.market.admission.CheckRules;
import org.oneseal.market.admission.ServiceType;
import org.oneseal.market.admission.ServiceTypes;
import org.oneseal.market.projects.SelectionRule;
import org.oneseal.market.projects.SelectionRules;
import org.oneseal.market.projects.Terms;
import org.oneseal.platform.region.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rules that are data: service types, the length of the formal check, how institutions are
 * selected.
 */
@Repository
class JdbcRules implements ServiceTypes, CheckRules, SelectionRules {

    private final JdbcClient jdbc;

    JdbcRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ServiceType> offered(RegionCode region, LocalDate day) {
        RegionPath path = RegionPath.of(region);
        return jdbc.sql(
                        """
                        SELECT DISTINCT ON (code)
                               code, name, qualification, practitioners, legal_basis
                          FROM service_types
                         WHERE region IN (:path) AND effective_from <= :day
                           AND (effective_to IS NULL OR effective_to > :day)
                         ORDER BY code, array_position(CAST(:order AS text[]), region) DESC,
                                  effective_from DESC
                        """)
                .param("path", path.codes())
                .param("order", path.array())
                .param("day", day)
                .query(
                        (r, _) ->
                                new ServiceType(
                                        r.getString("code"),
                                        r.getString("name"),
                                        r.getString("qualification"),
                                        r.getInt("practitioners"),
                                        r.getString("legal_basis")))
                .list();
    }

    @Override
    public CheckRule inForce(RegionCode region, LocalDate day) {
        RegionPath path = RegionPath.of(region);
        return jdbc.sql(
                        """
                        SELECT id, working_days, ground FROM check_rules
                         WHERE region IN (:path) AND effective_from <= :day
                           AND (effective_to IS NULL OR effective_to > :day)
                         ORDER BY array_position(CAST(:order AS text[]), region) DESC,
                                  effective_from DESC, id
                         LIMIT 1
                        """)
                .param("path", path.codes())
                .param("order", path.array())
                .param("day", day)
                .query(
                        (r, _) ->
                                new CheckRule(
                                        r.getString("id"),
                                        r.getInt("working_days"),
                                        r.getString("ground")))
                .optional()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no rule of the formal check for "
                                                + region
                                                + " on "
                                                + day));
    }

    @Override
    public SelectionRule inForce(RegionCode region, Terms.Fund fund, LocalDate day) {
        RegionPath path = RegionPath.of(region);
        return jdbc.sql(
                        """
                        SELECT * FROM selection_rules
                         WHERE region IN (:path) AND fund = :fund AND effective_from <= :day
                           AND (effective_to IS NULL OR effective_to > :day)
                         ORDER BY array_position(CAST(:order AS text[]), region) DESC,
                                  effective_from DESC, id
                         LIMIT 1
                        """)
                .param("path", path.codes())
                .param("order", path.array())
                .param("fund", fund.name())
                .param("day", day)
                .query(
                        (r, _) ->
                                new SelectionRule(
                                        r.getString("id"),
                                        r.getInt("minimum"),
                                        r.getInt("extensions"),
                                        Duration.ofHours(r.getInt("extension_hours")),
                                        Duration.ofMinutes(r.getInt("sign_up_minutes")),
                                        Duration.ofDays(r.getInt("sign_up_days")),
                                        Duration.ofMinutes(r.getInt("value_minutes")),
                                        Duration.ofMinutes(r.getInt("reveal_minutes")),
                                        r.getInt("confirm_days"),
                                        r.getInt("contract_days"),
                                        r.getObject("price_limit", Long.class),
                                        r.getString("ground")))
                .optional()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no rule of selection for " + region + " on " + day));
    }
}
