package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.oneseal.catalog.editing.ItemHistory;
import org.oneseal.catalog.powers.Power;
import org.oneseal.catalog.reviewing.DraftEditors;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.persistence.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

@Repository
class JdbcItemHistory implements ItemHistory, DraftEditors {

    private final JdbcClient sql;
    private final Json json;

    JdbcItemHistory(JdbcClient sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public List<Entry> before(String code, long sequence, int limit) {
        return entries("item", code, sequence, limit);
    }

    @Override
    public List<Entry> ofPackage(String code, long sequence, int limit) {
        return entries("package", code, sequence, limit);
    }

    @Override
    public List<Entry> ofDelegation(String id, long sequence, int limit) {
        return entries("delegation", id, sequence, limit);
    }

    @Override
    public List<Entry> ofPower(String code, long sequence, int limit) {
        return entries("power", Power.evidence(code), sequence, limit);
    }

    @Override
    public List<Entry> of(String kind, String id, long sequence, int limit) {
        return entries(kind, id, sequence, limit);
    }

    @Override
    public Optional<String> lastOf(String kind, String code) {
        return sql.sql(
                        """
                        SELECT actor FROM history
                         WHERE aggregate_id = :code AND aggregate_type = :kind
                           AND type = 'catalog.' || :kind || '-edited'
                           AND data ->> 'action' IN ('DRAFTED', 'CHANGED')
                         ORDER BY sequence DESC LIMIT 1
                        """)
                .param("code", code)
                .param("kind", kind)
                .query(String.class)
                .optional()
                .map(actor -> json.read(actor, Actor.class).id());
    }

    private List<Entry> entries(String type, String code, long sequence, int limit) {
        return sql.sql(
                        """
                        SELECT sequence, type, occurred_at, recorded_at, actor, data, hash FROM history
                         WHERE aggregate_id = :code AND aggregate_type = :type AND sequence < :before
                         ORDER BY sequence DESC LIMIT :limit
                        """)
                .param("code", code)
                .param("type", type)
                .param("before", sequence)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        String data = row.getString("data");
        return new Entry(
                row.getLong("sequence"),
                row.getString("type"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                json.read(row.getString("actor"), Actor.class),
                json.read(data == null ? "{}" : data, JsonNode.class),
                row.getString("hash"));
    }
}
