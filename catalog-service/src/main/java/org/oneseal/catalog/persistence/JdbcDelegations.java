package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.delegation.Delegation;
import org.oneseal.catalog.delegation.DelegationKind;
import org.oneseal.catalog.delegation.Delegations;
import org.oneseal.catalog.delegation.FollowUps;
import org.oneseal.catalog.delegation.Grant;
import org.oneseal.catalog.delegation.Letter;
import org.oneseal.catalog.delegation.SetUp;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDelegations implements Delegations {

    private static final String GRANT =
            """
            SELECT l.item, l.giver, d.id, d.kind, d.receiver, d.region, d.area, d.own_name, d.begins,
                   d.ends, i.name
              FROM delegation_lines l
              JOIN delegations d ON d.id = l.delegation
              JOIN items i ON i.code = l.item
            """;

    private final JdbcClient sql;
    private final ListStatements lists;
    private final Json json;

    JdbcDelegations(JdbcClient sql, ListStatements lists, Json json) {
        this.sql = sql;
        this.lists = lists;
        this.json = json;
    }

    /** What nothing is searched by. */
    record Body(
            @Nullable String ground,
            @Nullable Letter letter,
            boolean takeoverNeeded,
            @Nullable String reason,
            @Nullable SetUp setUp,
            @Nullable FollowUps followUps) {}

    @Override
    public Optional<Delegation> find(String id) {
        return sql.sql("SELECT * FROM delegations WHERE id = :id")
                .param("id", id)
                .query(this::delegation)
                .optional();
    }

    @Override
    public void add(Delegation act) {
        sql.sql(
                        """
                        INSERT INTO delegations (id, kind, receiver, region, province, city, county, town,
                               village, level, area, own_name, valid_from, valid_to, taken_over_on,
                               revoked_from, begins, ends, follow_up_due, wound, body, version,
                               chain_head)
                        VALUES (:id, :kind, :receiver, :region, :province, :city, :county, :town,
                               :village, :level, :area, :ownName, :validFrom, :validTo, :takenOverOn,
                               :revokedFrom, :begins, :ends, :followUpDue, :wound, :body::jsonb, :version, :head)
                        """)
                .params(columns(act))
                .update();
        sql.sql(
                        """
                        INSERT INTO delegation_lines (delegation, item, giver)
                        SELECT :id, * FROM unnest(:items::text[], :givers::text[])
                        """)
                .param("id", act.id())
                .param(
                        "items",
                        act.lines().stream().map(Delegation.Line::item).toArray(String[]::new))
                .param(
                        "givers",
                        act.lines().stream().map(Delegation.Line::giver).toArray(String[]::new))
                .update();
    }

    @Override
    public void save(Delegation act, long expected) {
        int saved =
                sql.sql(
                                """
                                UPDATE delegations SET taken_over_on = :takenOverOn,
                                       revoked_from = :revokedFrom, begins = :begins, ends = :ends,
                                       follow_up_due = :followUpDue, wound = :wound, body = :body::jsonb, version = :version,
                                       chain_head = :head
                                 WHERE id = :id AND version = :expected
                                """)
                        .params(columns(act))
                        .param("expected", expected)
                        .update();
        if (saved == 0) throw new StaleVersion(act.id(), expected);
    }

    @Override
    public List<Grant> grantsOf(String item) {
        return grantsOf(List.of(item));
    }

    @Override
    public List<Grant> grantsOf(List<String> items) {
        return sql.sql(GRANT + " WHERE l.item = ANY(:items) ORDER BY l.item, d.id")
                .param("items", items.toArray(String[]::new))
                .query((row, _) -> grant(row))
                .list();
    }

    @Override
    public List<Delegation> list(ActQuery query) {
        Narrowing by =
                new Narrowing()
                        .behind("d.id", query.after())
                        .within("d", query.within())
                        .equal("d.kind", query.kind())
                        .equal("d.receiver", query.department())
                        .where(
                                "d.follow_up_due <= :by AND (d.ends IS NULL OR d.ends > :by)",
                                "by",
                                query.followUpBy());
        return lists.page("SELECT * FROM delegations d", by, "d.id", query.limit())
                .query(this::delegation)
                .list();
    }

    @Override
    public List<Listed> listed(ListQuery query) {
        Narrowing by =
                new Narrowing()
                        .with("day", query.day())
                        .where("d.begins <= :day AND (d.ends IS NULL OR d.ends > :day)")
                        .within("d", query.region())
                        .equal("d.kind", query.kind())
                        .equal("d.level", query.level())
                        .behind(List.of("l.item", "d.id"), query.after());
        return lists.page(GRANT, by, "l.item, d.id", query.limit())
                .query(
                        (row, _) ->
                                new Listed(
                                        row.getString("name"), grant(row), row.getString("region")))
                .list();
    }

    @Override
    public List<String> endsDue(LocalDate today, int limit) {
        return sql.sql(
                        """
                        SELECT id FROM delegations WHERE ends <= :today AND NOT wound ORDER BY ends, id
                         LIMIT :limit FOR UPDATE SKIP LOCKED
                        """)
                .param("today", today)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    private Map<String, @Nullable Object> columns(Delegation act) {
        Map<String, @Nullable Object> columns = RegionColumns.of(act.receiverRegion());
        columns.put("id", act.id());
        columns.put("kind", act.kind().name());
        columns.put("receiver", act.receiver());
        columns.put("region", act.receiverRegion().value());
        columns.put("level", act.receiverRegion().level().name());
        columns.put("area", act.area().value());
        columns.put("ownName", act.ownName());
        columns.put("validFrom", act.validFrom());
        columns.put("validTo", act.validTo());
        columns.put("takenOverOn", act.takenOverOn());
        columns.put("revokedFrom", act.revokedFrom());
        columns.put("begins", act.begin().orElse(null));
        columns.put("ends", act.end().orElse(null));
        columns.put("followUpDue", act.followUpDue().orElse(null));
        columns.put("wound", act.wound());
        columns.put(
                "body",
                json.write(
                        new Body(
                                act.ground(),
                                act.letter(),
                                act.takeoverNeeded(),
                                act.reason(),
                                act.setUp(),
                                act.followUps())));
        columns.put("version", act.version());
        columns.put("head", act.chainHead());
        return columns;
    }

    private Delegation delegation(ResultSet row, int number) throws SQLException {
        Body body = json.read(row.getString("body"), Body.class);
        return new Delegation(
                row.getString("id"),
                DelegationKind.valueOf(row.getString("kind")),
                row.getString("receiver"),
                new RegionCode(row.getString("region")),
                new RegionCode(row.getString("area")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                body.ground(),
                body.letter(),
                row.getBoolean("own_name"),
                body.takeoverNeeded(),
                lines(row.getString("id")),
                Objects.requireNonNullElse(body.setUp(), SetUp.NONE),
                Objects.requireNonNullElse(body.followUps(), FollowUps.NONE),
                row.getObject("taken_over_on", LocalDate.class),
                row.getObject("revoked_from", LocalDate.class),
                body.reason(),
                row.getBoolean("wound"),
                row.getLong("version"),
                row.getString("chain_head"));
    }

    private List<Delegation.Line> lines(String id) {
        return sql.sql(
                        "SELECT item, giver FROM delegation_lines WHERE delegation = :id ORDER BY item")
                .param("id", id)
                .query(
                        (row, _) ->
                                new Delegation.Line(row.getString("item"), row.getString("giver")))
                .list();
    }

    private static Grant grant(ResultSet row) throws SQLException {
        DelegationKind kind = DelegationKind.valueOf(row.getString("kind"));
        return new Grant(
                row.getString("id"),
                kind,
                row.getString("item"),
                row.getString("giver"),
                row.getString("receiver"),
                row.getBoolean("own_name"),
                kind == DelegationKind.PARK,
                new RegionCode(row.getString("area")),
                row.getObject("begins", LocalDate.class),
                row.getObject("ends", LocalDate.class));
    }
}
