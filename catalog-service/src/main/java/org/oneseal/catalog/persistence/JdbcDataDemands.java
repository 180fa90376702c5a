package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.resources.Consent;
import org.oneseal.catalog.resources.DataDemand;
import org.oneseal.catalog.resources.DataDemands;
import org.oneseal.catalog.resources.ShareKind;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDataDemands implements DataDemands {

    private final JdbcClient sql;
    private final ListStatements lists;
    private final Json json;

    JdbcDataDemands(JdbcClient sql, ListStatements lists, Json json) {
        this.sql = sql;
        this.lists = lists;
        this.json = json;
    }

    /** What nothing is searched by. */
    record Body(
            int resourceVersion,
            ShareKind share,
            String purpose,
            List<String> elements,
            Consent consent,
            @Nullable String consentGround,
            String askedBy,
            Instant askedAt,
            DataDemand.@Nullable Answer answer) {}

    @Override
    public Optional<DataDemand> find(String id) {
        return sql.sql("SELECT * FROM data_demands WHERE id = :id")
                .param("id", id)
                .query(this::demand)
                .optional();
    }

    @Override
    public void add(DataDemand demand) {
        sql.sql(
                        """
                        INSERT INTO data_demands (id, resource, region, province, city, county, town,
                               village, provider, asker, item, state, body, version, chain_head)
                        VALUES (:id, :resource, :region, :province, :city, :county, :town,
                               :village, :provider, :asker, :item, :state, :body::jsonb, :version, :head)
                        """)
                .params(columns(demand))
                .update();
    }

    @Override
    public void save(DataDemand demand, long expected) {
        int saved =
                sql.sql(
                                """
                                UPDATE data_demands SET state = :state, body = :body::jsonb,
                                       version = :version, chain_head = :head
                                 WHERE id = :id AND version = :expected
                                """)
                        .params(columns(demand))
                        .param("expected", expected)
                        .update();
        if (saved == 0) throw new StaleVersion(demand.id(), expected);
    }

    @Override
    public List<DataDemand> list(Query query) {
        List<String> where = new ArrayList<>(List.of("d.id > :after"));
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("after", query.after());
        parameters.put("limit", query.limit());
        RegionCode visible = query.visible();
        if (visible != null && !visible.equals(RegionCode.NATION)) {
            Scope.Predicate scope = new Scope.WithinRegion(visible).sql("d");
            where.add(scope.sql());
            parameters.putAll(scope.parameters());
        }
        equal(
                "(d.provider = :party OR d.asker = :party)",
                "party",
                query.party(),
                where,
                parameters);
        equal("d.resource = :resource", "resource", query.resource(), where, parameters);
        equal("d.provider = :provider", "provider", query.provider(), where, parameters);
        equal("d.asker = :asker", "asker", query.asker(), where, parameters);
        equal("d.item = :item", "item", query.item(), where, parameters);
        DataDemand.State state = query.state();
        equal("d.state = :state", "state", state == null ? null : state.name(), where, parameters);
        return lists.sql(
                        "SELECT * FROM data_demands d WHERE "
                                + String.join(" AND ", where)
                                + " ORDER BY d.id LIMIT :limit")
                .params(parameters)
                .query(this::demand)
                .list();
    }

    private static void equal(
            String condition,
            String name,
            @Nullable String value,
            List<String> where,
            Map<String, Object> parameters) {
        if (value == null) return;
        where.add(condition);
        parameters.put(name, value);
    }

    private Map<String, @Nullable Object> columns(DataDemand of) {
        Map<String, @Nullable Object> columns = RegionColumns.of(of.region());
        columns.put("id", of.id());
        columns.put("resource", of.resource());
        columns.put("region", of.region().value());
        columns.put("provider", of.provider());
        columns.put("asker", of.asker());
        columns.put("item", of.item());
        columns.put("state", of.state().name());
        columns.put(
                "body",
                json.write(
                        new Body(
                                of.resourceVersion(),
                                of.share(),
                                of.purpose(),
                                of.elements(),
                                of.consent(),
                                of.consentGround(),
                                of.askedBy(),
                                of.askedAt(),
                                of.answer())));
        columns.put("version", of.version());
        columns.put("head", of.chainHead());
        return columns;
    }

    private DataDemand demand(ResultSet row, int number) throws SQLException {
        Body body = json.read(row.getString("body"), Body.class);
        return new DataDemand(
                row.getString("id"),
                row.getString("resource"),
                new RegionCode(row.getString("region")),
                body.resourceVersion(),
                body.share(),
                row.getString("provider"),
                row.getString("asker"),
                row.getString("item"),
                body.purpose(),
                body.elements(),
                body.consent(),
                body.consentGround(),
                body.askedBy(),
                body.askedAt(),
                body.answer(),
                row.getLong("version"),
                row.getString("chain_head"));
    }
}
