package org.oneseal.notification.persistence;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.webhooks.SigningKey;
import org.oneseal.notification.webhooks.Webhook;
import org.oneseal.notification.webhooks.Webhooks;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.SortKey;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Subscriptions: a row each. */
@Repository
class JdbcWebhooks implements Webhooks {

    private static final String SELECT =
            """
            SELECT id, version, chain_head, name, region, department, url, mode, types, keys, state,
                   pause_cause, created_at
              FROM webhooks
             WHERE
            """;

    private final JdbcClient jdbc;
    private final Json json;

    JdbcWebhooks(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<Webhook> byId(String id, Scope scope) {
        return one(id, scope, "");
    }

    @Override
    public Optional<Webhook> locked(String id, Scope scope) {
        return one(id, scope, " FOR UPDATE");
    }

    private Optional<Webhook> one(String id, Scope scope, String lock) {
        Scope.Predicate within = scope.sql("");
        return jdbc.sql(SELECT + within.sql() + " AND id = :id" + lock)
                .params(within.parameters())
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    @Override
    public Page<Webhook> visibleIn(Scope scope, PageRequest page) {
        Scope.Predicate within = scope.sql("");
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        StringBuilder sql = new StringBuilder(SELECT).append(within.sql());
        if (!page.isFirst()) {
            sql.append(" AND id < :after");
            parameters.put("after", page.sortedBy(SortKey.TEXT).keyset().getFirst());
        }
        List<Webhook> rows =
                jdbc.sql(sql.append(" ORDER BY id DESC LIMIT :limit").toString())
                        .params(parameters)
                        .param("limit", page.fetch())
                        .query((row, _) -> read(row))
                        .list();
        return Page.of(rows, page, row -> List.of(row.id()));
    }

    @Override
    public void add(Webhook webhook) {
        jdbc.sql(
                        """
                        INSERT INTO webhooks
                               (id, version, chain_head, name, region, province, city, county, town,
                                village, department, url, mode, types, keys, state, pause_cause,
                                created_at)
                        VALUES (:id, :version, :head, :name, :region, :province, :city, :county,
                                :town, :village, :department, :url, :mode, :types,
                                CAST(:keys AS jsonb), :state, :cause, :createdAt)
                        """)
                .params(columns(webhook))
                .update();
    }

    @Override
    public void save(Webhook webhook, long expectedVersion) {
        int saved =
                jdbc.sql(
                                """
                                UPDATE webhooks
                                   SET version = :version, chain_head = :head, state = :state,
                                       pause_cause = :cause, keys = CAST(:keys AS jsonb)
                                 WHERE id = :id AND version = :expected
                                """)
                        .params(columns(webhook))
                        .param("expected", expectedVersion)
                        .update();
        if (saved == 0) throw new StaleVersion(webhook.id(), expectedVersion);
    }

    private Map<String, @Nullable Object> columns(Webhook webhook) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", webhook.id());
        columns.put("version", webhook.chain().sequence());
        columns.put("head", webhook.chain().head());
        columns.put("name", webhook.name());
        RegionColumns.put(columns, webhook.region());
        columns.put("department", webhook.department());
        columns.put("url", webhook.url().toString());
        columns.put("mode", webhook.mode().name());
        columns.put("types", webhook.types().toArray(String[]::new));
        columns.put("keys", json.write(webhook.keys()));
        columns.put("state", webhook.state().name());
        Webhook.PauseCause cause = webhook.cause();
        columns.put("cause", cause == null ? null : cause.name());
        columns.put("createdAt", Times.at(webhook.createdAt()));
        return columns;
    }

    private Webhook read(ResultSet row) throws SQLException {
        String cause = row.getString("pause_cause");
        return new Webhook(
                row.getString("id"),
                new Chain(
                        "subscription",
                        row.getString("id"),
                        row.getLong("version"),
                        row.getString("chain_head")),
                row.getString("name"),
                new RegionCode(row.getString("region")),
                row.getString("department"),
                URI.create(row.getString("url")),
                Webhook.Mode.valueOf(row.getString("mode")),
                Arrays.asList((String[]) row.getArray("types").getArray()),
                json.read(row.getString("keys"), new TypeReference<List<SigningKey>>() {}),
                Webhook.State.valueOf(row.getString("state")),
                cause == null ? null : Webhook.PauseCause.valueOf(cause),
                Times.read(row, "created_at"));
    }
}
