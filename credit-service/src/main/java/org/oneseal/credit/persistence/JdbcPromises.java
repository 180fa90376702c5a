package org.oneseal.credit.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.promises.Promise;
import org.oneseal.credit.promises.Promises;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.SortKey;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Promises in PostgreSQL: the state is a column for lists only, written by its derivation. */
@Repository
class JdbcPromises implements Promises {

    private static final String SELECT = "SELECT body FROM promises ";

    private final JdbcClient jdbc;
    private final Json json;

    JdbcPromises(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void add(Promise promise) {
        jdbc.sql(
                        """
                        INSERT INTO promises (id, region, province, city, county, town, village,
                                              department, party, case_id, state, body)
                        VALUES (:id, :region, :province, :city, :county, :town, :village,
                                :department, :party, :case, :state, :body::jsonb)
                        ON CONFLICT DO NOTHING
                        """)
                .params(columns(promise))
                .update();
    }

    @Override
    public Optional<Promise> take(String id) {
        return jdbc.sql(SELECT + "WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(promise())
                .optional();
    }

    @Override
    public void save(Promise promise) {
        jdbc.sql("UPDATE promises SET state = :state, body = :body::jsonb WHERE id = :id")
                .params(columns(promise))
                .update();
    }

    @Override
    public Optional<Promise> byId(String id, Scope scope) {
        Scope.Predicate within = scope.sql("");
        return jdbc.sql(SELECT + "WHERE id = :id AND " + within.sql())
                .param("id", id)
                .params(within.parameters())
                .query(promise())
                .optional();
    }

    @Override
    public Page<Promise> inScope(Scope scope, Promise.@Nullable State state, PageRequest page) {
        Scope.Predicate within = scope.sql("");
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        StringBuilder sql = new StringBuilder(SELECT).append("WHERE ").append(within.sql());
        if (state != null) {
            sql.append(" AND state = :state");
            parameters.put("state", state.name());
        }
        if (!page.isFirst()) {
            sql.append(" AND id < :after");
            parameters.put("after", page.sortedBy(SortKey.TEXT).keyset().getFirst());
        }
        List<Promise> rows =
                jdbc.sql(sql.append(" ORDER BY id DESC LIMIT :limit").toString())
                        .params(parameters)
                        .param("limit", page.fetch())
                        .query(promise())
                        .list();
        return Page.of(rows, page, row -> List.of(row.id()));
    }

    @Override
    public List<Promise> overdueOf(String party) {
        return jdbc.sql(
                        SELECT
                                + "WHERE party = :party AND state = 'OVERDUE' ORDER BY id FOR UPDATE")
                .param("party", party)
                .query(promise())
                .list();
    }

    private Map<String, @Nullable Object> columns(Promise promise) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        Placed.in(promise.region(), columns);
        columns.put("id", promise.id());
        columns.put("department", promise.department());
        columns.put("party", promise.party());
        columns.put("case", promise.caseId());
        columns.put("state", promise.state().name());
        columns.put("body", json.write(promise));
        return columns;
    }

    private RowMapper<Promise> promise() {
        return (row, _) -> json.read(row.getString(1), Promise.class);
    }
}
