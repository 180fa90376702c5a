package org.oneseal.market.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.oneseal.market.admission.CheckRule;
import org.oneseal.market.admission.CheckRules;
import org.oneseal.market.admission.ServiceType;
import org.oneseal.market.admission.ServiceTypes;
import org.oneseal.market.projects.SelectionRule;
import org.oneseal.market.projects.SelectionRules;
import org.oneseal.market.projects.Terms;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.SortKey;
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
                .query((r, _) -> selection(r))
                .optional()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no rule of selection for " + region + " on " + day));
    }

    @Override
    public Page<Entry> of(RegionCode region, PageRequest asked) {
        PageRequest page = asked.sortedBy(SortKey.TEXT, SortKey.TEXT, SortKey.NUMBER);
        boolean first = page.isFirst();
        List<Entry> rows =
                jdbc.sql(
                                """
                                SELECT * FROM (
                                       SELECT r.*, least(effective_to, lead(effective_from) OVER (
                                                   PARTITION BY region, fund
                                                   ORDER BY effective_from)) AS ended
                                         FROM selection_rules r WHERE region IN (:path)) book
                                 WHERE :first OR (region, fund, effective_from)
                                                 < (:region, :fund, CAST(:day AS date))
                                 ORDER BY region DESC, fund DESC, effective_from DESC
                                 LIMIT :limit
                                """)
                        .param("path", RegionPath.of(region).codes())
                        .param("first", first)
                        .param("region", first ? "" : page.keyset().get(0))
                        .param("fund", first ? "" : page.keyset().get(1))
                        .param("day", LocalDate.ofEpochDay(first ? 0 : day(page.keyset().get(2))))
                        .param("limit", page.fetch())
                        .query((r, _) -> entry(r))
                        .list();
        return Page.of(
                rows,
                page,
                entry ->
                        List.of(
                                entry.set().region().value(),
                                entry.set().fund().name(),
                                Long.toString(entry.set().effectiveFrom().toEpochDay())));
    }

    /** No cursor of this list names a day after the year 9999. */
    private static long day(String number) {
        return Math.min(Long.parseLong(number), LocalDate.of(9999, 12, 31).toEpochDay());
    }

    @Override
    public boolean add(Addition addition, String by, Instant at) {
        SelectionRule rule = addition.rule();
        return jdbc.sql(
                                """
                                INSERT INTO selection_rules (id, region, fund, effective_from,
                                       minimum, extensions, extension_hours, sign_up_minutes,
                                       sign_up_days, value_minutes, reveal_minutes, confirm_days,
                                       contract_days, price_limit, ground, set_by, set_at)
                                VALUES (:id, :region, :fund, :from, :minimum, :extensions,
                                        :extensionHours, :signUpMinutes, :signUpDays,
                                        :valueMinutes, :revealMinutes, :confirmDays,
                                        :contractDays, :priceLimit, :ground, :by, :at)
                                ON CONFLICT (region, fund, effective_from) DO NOTHING
                                """)
                        .param("id", rule.id())
                        .param("region", addition.region().value())
                        .param("fund", addition.fund().name())
                        .param("from", addition.effectiveFrom())
                        .param("minimum", rule.minimum())
                        .param("extensions", rule.extensions())
                        .param("extensionHours", rule.extension().toHours())
                        .param("signUpMinutes", rule.signUp().toMinutes())
                        .param("signUpDays", rule.longestSignUp().toDays())
                        .param("valueMinutes", rule.valueAfter().toMinutes())
                        .param("revealMinutes", rule.revealWithin().toMinutes())
                        .param("confirmDays", rule.confirmDays())
                        .param("contractDays", rule.contractDays())
                        .param("priceLimit", rule.priceLimitFen())
                        .param("ground", rule.ground())
                        .param("by", by)
                        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Entry entry(ResultSet r) throws SQLException {
        LocalDate ended = r.getObject("ended", LocalDate.class);
        OffsetDateTime setAt = r.getObject("set_at", OffsetDateTime.class);
        return new Entry(
                new Addition(
                        new RegionCode(r.getString("region")),
                        Terms.Fund.valueOf(r.getString("fund")),
                        r.getObject("effective_from", LocalDate.class),
                        selection(r)),
                ended == null ? null : ended.minusDays(1),
                r.getString("set_by"),
                setAt == null ? null : setAt.toInstant());
    }

    private static SelectionRule selection(ResultSet r) throws SQLException {
        return new SelectionRule(
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
                r.getString("ground"));
    }
}
