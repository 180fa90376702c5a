package org.oneseal.catalog.persistence;

import java.time.OffsetDateTime;
import java.util.List;
import org.oneseal.catalog.registers.EntryHistory;
import org.oneseal.catalog.registers.Register;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.persistence.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

@Repository
class JdbcEntryHistory implements EntryHistory {

    private final JdbcClient sql;
    private final Json json;

    JdbcEntryHistory(JdbcClient sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public List<Happened> before(Register register, String key, long sequence, int limit) {
        return sql.sql(
                        """
                        SELECT sequence, occurred_at, actor, data, hash FROM history
                         WHERE aggregate_id = :id AND aggregate_type = 'register-entry'
                           AND sequence < :before
                         ORDER BY sequence DESC LIMIT :limit
                        """)
                .param("id", register + "/" + key)
                .param("before", sequence)
                .param("limit", limit)
                .query(
                        (row, _) -> {
                            String data = row.getString("data");
                            return new Happened(
                                    row.getLong("sequence"),
                                    row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                                    json.read(row.getString("actor"), Actor.class),
                                    json.read(data == null ? "{}" : data, JsonNode.class),
                                    row.getString("hash"));
                        })
                .list();
    }
}
