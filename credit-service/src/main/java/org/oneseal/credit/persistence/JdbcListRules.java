package org.oneseal.credit.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.listing.InformationClass;
import org.oneseal.credit.listing.ListRule;
import org.oneseal.credit.listing.ListRules;
import org.oneseal.credit.listing.RepairRegime;
import org.oneseal.credit.listing.RepairRegimes;
import org.oneseal.credit.listing.SafetyField;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Kinds of list and regimes of repair from their tables: few rows, found by region. */
@Repository
class JdbcListRules implements ListRules {

    private final JdbcClient jdbc;
    private final Json json;

    JdbcListRules(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<ListRule> inForce(RegionCode region, String code, LocalDate day) {
        return inForce(region, day).stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    @Override
    public List<ListRule> inForce(RegionCode region, LocalDate day) {
        List<String> path = path(region);
        return jdbc.sql(
                        """
                        SELECT DISTINCT ON (code) *
                          FROM list_rules
                         WHERE region IN (:path)
                           AND effective_from <= :day
                           AND (effective_to IS NULL OR effective_to > :day)
                         ORDER BY code, array_position(CAST(:order AS text[]), region) DESC,
                                  effective_from DESC, id
                        """)
                .param("path", path)
                .param("order", "{" + String.join(",", path) + "}")
                .param("day", day)
                .query((r, _) -> rule(r))
                .list();
    }

    @Override
    public RepairRegimes regimes(RegionCode region) {
        List<String> path = path(region);
        return new RepairRegimes(
                jdbc.sql("SELECT * FROM repair_regimes WHERE region IN (:path) ORDER BY id")
                        .param("path", path)
                        .query((r, _) -> regime(r, path.indexOf(r.getString("region"))))
                        .list());
    }

    private ListRule rule(ResultSet r) throws SQLException {
        return new ListRule(
                r.getString("id"),
                r.getString("code"),
                r.getString("name"),
                r.getString("basis"),
                InformationClass.valueOf(r.getString("information_class")),
                Arrays.asList(json.read(r.getString("measures"), ListRule.Measure[].class)),
                r.getInt("statement_days"),
                r.getInt("rectification_days"),
                r.getInt("dispute_days"),
                r.getInt("repair_days"),
                (Integer) r.getObject("months"),
                r.getString("remedy"));
    }

    private static RepairRegime regime(ResultSet r, int rank) throws SQLException {
        @Nullable String informationClass = r.getString("information_class");
        @Nullable String field = r.getString("field");
        return new RepairRegime(
                r.getString("id"),
                rank,
                informationClass == null ? null : InformationClass.valueOf(informationClass),
                field == null ? null : SafetyField.valueOf(field),
                r.getInt("min_months"),
                r.getInt("max_months"),
                r.getBoolean("promise_required"),
                r.getObject("effective_from", LocalDate.class),
                r.getObject("effective_to", LocalDate.class),
                r.getString("ground"));
    }

    /** The nation first, the region itself last. */
    private static List<String> path(RegionCode region) {
        List<String> path = new ArrayList<>();
        path.add(RegionCode.NATION.value());
        region.ancestors().stream()
                .map(RegionCode::value)
                .filter(code -> !path.contains(code))
                .forEach(path::add);
        return path;
    }
}
