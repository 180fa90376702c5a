package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
        Narrowing by =
                new Narrowing()
                        .behind("d.id", query.after())
                        .within("d", query.visible())
                        .where("(d.provider = :party OR d.asker = :party)", "party", query.party())
                        .equal("d.resource", query.resource())
                        .equal("d.provider", query.provider())
                        .equal("d.asker", query.asker())
                        .equal("d.item", query.item())
                        .equal("d.state", query.state());
        return lists.page("SELECT * FROM data_demands d", by, "d.id", query.limit())
                .query(this::demand)
                .list();
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
