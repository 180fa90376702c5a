package org.oneseal.market.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.projects.Project;
import org.oneseal.market.projects.Projects;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Projects: one row each, facts in the body, columns for scope, lists and the clock. */
@Repository
class JdbcProjects implements Projects {

    private static final String SELECT =
            "SELECT p.id, p.version, p.chain_head, p.region, p.body FROM projects p ";

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    JdbcProjects(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.mapper = ProjectRow.mapper(json);
    }

    @Override
    public Optional<Project> byId(String id, Scope scope) {
        Scope.Predicate within = scope.sql("p");
        return jdbc.sql(SELECT + "WHERE p.id = :id AND " + within.sql())
                .param("id", id)
                .params(within.parameters())
                .query(project())
                .optional();
    }

    @Override
    public Optional<Project> announced(String id) {
        return jdbc.sql(SELECT + "WHERE p.id = :id AND p.announced")
                .param("id", id)
                .query(project())
                .optional();
    }

    @Override
    public Optional<Project> lock(String id) {
        return jdbc.sql(SELECT + "WHERE p.id = :id FOR UPDATE")
                .param("id", id)
                .query(project())
                .optional();
    }

    @Override
    public void add(Project project) {
        jdbc.sql(
                        """
                        INSERT INTO projects
                               (id, version, chain_head, region, province, city, county, town,
                                village, department, party, case_id, service, state, announced,
                                due_at, body)
                        VALUES (:id, :version, :head, :region, :province, :city, :county, :town,
                                :village, :department, :party, :caseId, :service, :state,
                                :announced, :dueAt, :body::jsonb)
                        """)
                .params(columns(project))
                .update();
    }

    @Override
    public void save(Project project, long expectedVersion) {
        int saved =
                jdbc.sql(
                                """
                                UPDATE projects
                                   SET version = :version, chain_head = :head, state = :state,
                                       announced = :announced, due_at = :dueAt, body = :body::jsonb
                                 WHERE id = :id AND version = :expected
                                """)
                        .params(columns(project))
                        .param("expected", expectedVersion)
                        .update();
        if (saved == 0) throw new StaleVersion(project.id(), expectedVersion);
    }

    @Override
    public List<String> due(String state, Instant now, int limit) {
        return jdbc.sql(
                        """
                        SELECT id FROM projects
                         WHERE state = :state AND due_at IS NOT NULL AND due_at <= :now
                         ORDER BY due_at LIMIT :limit
                        """)
                .param("state", state)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    @Override
    public List<Project> waitingWithin(RegionCode region, String afterId, int limit) {
        Scope.Predicate within = within(region);
        return jdbc.sql(
                        SELECT
                                + "WHERE p.state IN ('DRAWN', 'CONFIRMED') AND p.id > :after AND "
                                + within.sql()
                                + " ORDER BY p.id LIMIT :limit FOR UPDATE")
                .param("after", afterId)
                .param("limit", limit)
                .params(within.parameters())
                .query(project())
                .list();
    }

    @Override
    public Page<Project> inScope(Scope scope, @Nullable String state, PageRequest page) {
        Scope.Predicate within = scope.sql("p");
        return page(within.sql(), within.parameters(), null, state, page);
    }

    @Override
    public Page<Project> announced(
            @Nullable RegionCode region,
            @Nullable String service,
            @Nullable String state,
            PageRequest page) {
        Scope.Predicate within = within(region);
        return page("p.announced AND " + within.sql(), within.parameters(), service, state, page);
    }

    private static Scope.Predicate within(@Nullable RegionCode region) {
        return region == null || region.equals(RegionCode.NATION)
                ? new Scope.Everywhere().sql("p")
                : new Scope.WithinRegion(region).sql("p");
    }

    private Page<Project> page(
            String where,
            Map<String, Object> given,
            @Nullable String service,
            @Nullable String state,
            PageRequest page) {
        Map<String, Object> parameters = new HashMap<>(given);
        StringBuilder sql = new StringBuilder(SELECT).append("WHERE ").append(where);
        if (service != null) {
            sql.append(" AND p.service = :service");
            parameters.put("service", service);
        }
        if (state != null) {
            sql.append(" AND p.state = :state");
            parameters.put("state", state);
        }
        if (!page.isFirst()) {
            sql.append(" AND p.id < :after");
            parameters.put("after", page.keyset().getFirst());
        }
        List<Project> rows =
                jdbc.sql(sql.append(" ORDER BY p.id DESC LIMIT :limit").toString())
                        .params(parameters)
                        .param("limit", page.fetch())
                        .query(project())
                        .list();
        return Page.of(rows, page, row -> List.of(row.id()));
    }

    private Map<String, @Nullable Object> columns(Project project) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", project.id());
        columns.put("version", project.chain().sequence());
        columns.put("head", project.chain().head());
        columns.put("region", project.region().value());
        for (String level : List.of("province", "city", "county", "town", "village")) {
            columns.put(level, null);
        }
        for (RegionCode ancestor : project.region().ancestors()) {
            columns.put(ancestor.level().name().toLowerCase(Locale.ROOT), ancestor.prefix());
        }
        columns.put("department", project.buyer().department());
        columns.put("party", project.buyer().party());
        columns.put("caseId", project.terms().caseId());
        columns.put("service", project.terms().serviceKind());
        columns.put("state", project.state().label());
        columns.put("announced", project.isAnnounced());
        Instant due = project.dueAt();
        columns.put("dueAt", due == null ? null : OffsetDateTime.ofInstant(due, ZoneOffset.UTC));
        columns.put("body", mapper.writeValueAsString(ProjectRow.of(project)));
        return columns;
    }

    private RowMapper<Project> project() {
        return (row, _) -> read(row);
    }

    private Project read(ResultSet row) throws SQLException {
        ProjectRow body = mapper.readValue(row.getString("body"), ProjectRow.class);
        return new Project(
                row.getString("id"),
                new Chain(
                        "project",
                        row.getString("id"),
                        row.getLong("version"),
                        row.getString("chain_head")),
                new RegionCode(row.getString("region")),
                body.terms(),
                body.buyer(),
                body.rounds(),
                body.state());
    }
}
