package org.oneseal.market.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.admission.Application;
import org.oneseal.market.admission.CheckDue;
import org.oneseal.market.admission.CheckRule;
import org.oneseal.market.admission.Directory;
import org.oneseal.market.admission.Institution;
import org.oneseal.market.admission.InstitutionState;
import org.oneseal.market.admission.Institutions;
import org.oneseal.market.admission.Offering;
import org.oneseal.market.admission.Practitioner;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.SortKey;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Institutions: one row each, and two small tables that the directory and the rules look into. */
@Repository
class JdbcInstitutions implements Institutions, Directory {

    private static final String SELECT =
            "SELECT i.id, i.version, i.chain_head, i.region, i.party, i.applied_at, i.body"
                    + " FROM institutions i ";

    private final JdbcClient jdbc;
    private final Json json;

    JdbcInstitutions(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<Institution> byId(String id, Scope scope) {
        Scope.Predicate within = scope.sql("i");
        return jdbc.sql(SELECT + "WHERE i.id = :id AND " + within.sql())
                .param("id", id)
                .params(within.parameters())
                .query(institution())
                .optional();
    }

    @Override
    public boolean isThere(RegionCode region, String uscc) {
        // two applications at once: the second waits here and then sees the first
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:what, 0))::text")
                .param("what", "institution/" + region.value() + "/" + uscc)
                .query(String.class)
                .single();
        return jdbc.sql(
                                """
                        SELECT count(*) FROM institutions
                         WHERE region = :region AND uscc = :uscc AND state <> 'REFUSED'
                        """)
                        .param("region", region.value())
                        .param("uscc", uscc)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public Set<String> listedPractitioners(
            Collection<String> certificateNumbers, String exceptUscc) {
        if (certificateNumbers.isEmpty()) return Set.of();
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT certificate_number FROM listed_practitioners
                                 WHERE certificate_number IN (:numbers) AND uscc <> :uscc
                                """)
                        .param("numbers", certificateNumbers)
                        .param("uscc", exceptUscc)
                        .query(String.class)
                        .list());
    }

    @Override
    public void add(Institution institution) {
        jdbc.sql(
                        """
                        INSERT INTO institutions
                               (id, version, chain_head, region, province, city, county, town,
                                village, party, uscc, name, state, applied_at, check_due, body)
                        VALUES (:id, :version, :head, :region, :province, :city, :county, :town,
                                :village, :party, :uscc, :name, :state, :appliedAt, :checkDue,
                                :body::jsonb)
                        """)
                .params(columns(institution))
                .update();
        for (Offering service : institution.offered()) {
            jdbc.sql("INSERT INTO offered_services VALUES (:id, :code, :lastDay)")
                    .param("id", institution.id())
                    .param("code", service.code())
                    .param("lastDay", service.lastDay())
                    .update();
        }
        for (Practitioner practitioner : institution.application().practitioners()) {
            jdbc.sql("INSERT INTO listed_practitioners VALUES (:number, :id, :uscc)")
                    .param("number", practitioner.certificateNumber())
                    .param("id", institution.id())
                    .param("uscc", institution.application().uscc())
                    .update();
        }
    }

    @Override
    public void save(Institution institution, long expectedVersion) {
        int saved =
                jdbc.sql(
                                """
                                UPDATE institutions
                                   SET version = :version, chain_head = :head, state = :state,
                                       check_due = :checkDue, body = :body::jsonb
                                 WHERE id = :id AND version = :expected
                                """)
                        .params(columns(institution))
                        .param("expected", expectedVersion)
                        .update();
        if (saved == 0) throw new StaleVersion(institution.id(), expectedVersion);
        if (institution.state() instanceof InstitutionState.Refused) {
            // a refused institution's people are free to practise elsewhere
            jdbc.sql("DELETE FROM listed_practitioners WHERE institution = :id")
                    .param("id", institution.id())
                    .update();
        }
    }

    @Override
    public List<Institution> waitingWithin(RegionCode region, String afterId, int limit) {
        Scope.Predicate within = within(region);
        return jdbc.sql(
                        SELECT
                                + "WHERE i.state = 'APPLIED' AND i.id > :after AND "
                                + within.sql()
                                + " ORDER BY i.id LIMIT :limit FOR UPDATE")
                .param("after", afterId)
                .param("limit", limit)
                .params(within.parameters())
                .query(institution())
                .list();
    }

    @Override
    public Page<Institution> listed(
            @Nullable String service,
            @Nullable RegionCode region,
            LocalDate day,
            PageRequest page) {
        Scope.Predicate within = within(region);
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        parameters.put("day", day);
        StringBuilder sql =
                new StringBuilder(SELECT)
                        .append("WHERE i.state = 'ADMITTED' AND ")
                        .append(within.sql())
                        .append(
                                """
                                 AND EXISTS (SELECT 1 FROM offered_services o
                                              WHERE o.institution = i.id
                                                AND (o.last_day IS NULL OR o.last_day >= :day)
                                """);
        if (service != null) {
            sql.append(" AND o.code = :service");
            parameters.put("service", service);
        }
        sql.append(")");
        sql.append(
                """
                 AND NOT EXISTS (SELECT 1 FROM restrictions r
                                  WHERE r.subject = i.uscc AND r.since <= :day
                                    AND (r.until IS NULL OR r.until >= :day))
                """);
        return page(sql, parameters, page);
    }

    @Override
    public Optional<Institution> listedById(String id) {
        return jdbc.sql(SELECT + "WHERE i.id = :id AND i.state = 'ADMITTED'")
                .param("id", id)
                .query(institution())
                .optional();
    }

    @Override
    public Page<Institution> inScope(Scope scope, @Nullable String state, PageRequest page) {
        Scope.Predicate within = scope.sql("i");
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        StringBuilder sql = new StringBuilder(SELECT).append("WHERE ").append(within.sql());
        if (state != null) {
            sql.append(" AND i.state = :state");
            parameters.put("state", state);
        }
        return page(sql, parameters, page);
    }

    private Page<Institution> page(
            StringBuilder sql, Map<String, Object> parameters, PageRequest page) {
        if (!page.isFirst()) {
            sql.append(" AND i.id < :after");
            parameters.put("after", page.sortedBy(SortKey.TEXT).keyset().getFirst());
        }
        List<Institution> rows =
                jdbc.sql(sql.append(" ORDER BY i.id DESC LIMIT :limit").toString())
                        .params(parameters)
                        .param("limit", page.fetch())
                        .query(institution())
                        .list();
        return Page.of(rows, page, row -> List.of(row.id()));
    }

    private static Scope.Predicate within(@Nullable RegionCode region) {
        return region == null || region.equals(RegionCode.NATION)
                ? new Scope.Everywhere().sql("i")
                : new Scope.WithinRegion(region).sql("i");
    }

    private Map<String, @Nullable Object> columns(Institution institution) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", institution.id());
        columns.put("version", institution.chain().sequence());
        columns.put("head", institution.chain().head());
        columns.put("region", institution.region().value());
        for (String level : List.of("province", "city", "county", "town", "village")) {
            columns.put(level, null);
        }
        for (RegionCode ancestor : institution.region().ancestors()) {
            columns.put(ancestor.level().name().toLowerCase(Locale.ROOT), ancestor.prefix());
        }
        columns.put("party", institution.party());
        columns.put("uscc", institution.application().uscc());
        columns.put("name", institution.application().name());
        columns.put("state", institution.state().label());
        columns.put("appliedAt", OffsetDateTime.ofInstant(institution.appliedAt(), ZoneOffset.UTC));
        CheckDue due = institution.checkDue();
        columns.put("checkDue", due == null ? null : due.lastDay());
        columns.put(
                "body",
                json.write(
                        new Body(
                                institution.application(),
                                institution.offered(),
                                institution.rule(),
                                due,
                                StateRow.of(institution.state()))));
        return columns;
    }

    private RowMapper<Institution> institution() {
        return (row, _) -> read(row);
    }

    private Institution read(ResultSet row) throws SQLException {
        Body body = json.read(row.getString("body"), Body.class);
        return new Institution(
                row.getString("id"),
                new Chain(
                        "institution",
                        row.getString("id"),
                        row.getLong("version"),
                        row.getString("chain_head")),
                new RegionCode(row.getString("region")),
                row.getString("party"),
                body.application(),
                body.offered(),
                body.rule(),
                row.getObject("applied_at", OffsetDateTime.class).toInstant(),
                body.due(),
                body.state().state());
    }

    /** What the body column holds. */
    record Body(
            Application application,
            List<Offering> offered,
            CheckRule rule,
            @Nullable CheckDue due,
            StateRow state) {}

    /** A state, flattened. */
    record StateRow(
            String name,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable List<InstitutionState.Reason> reasons) {

        static StateRow of(InstitutionState state) {
            return switch (state) {
                case InstitutionState.Applied _ -> new StateRow(state.label(), null, null, null);
                case InstitutionState.Admitted(var at, var by) ->
                        new StateRow(state.label(), at, by, null);
                case InstitutionState.Refused(var at, var by, var reasons) ->
                        new StateRow(state.label(), at, by, reasons);
            };
        }

        InstitutionState state() {
            if (name.equals("APPLIED")) return new InstitutionState.Applied();
            if (at == null || by == null) throw new IllegalStateException("a state without facts");
            if (name.equals("ADMITTED")) return new InstitutionState.Admitted(at, by);
            return new InstitutionState.Refused(at, by, reasons == null ? List.of() : reasons);
        }
    }
}
