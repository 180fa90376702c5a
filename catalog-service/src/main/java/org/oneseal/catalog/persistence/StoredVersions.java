package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.oneseal.platform.persistence.Json;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of published versions of one kind of document: a row is written once and never changed,
 * but for how often it was announced.
 */
final class StoredVersions<C> {

    private final JdbcClient sql;
    private final Json json;
    private final String table;
    private final Class<C> type;

    /**
     * @param table the name of the table, which is ours
     * @param type of what a version says
     */
    StoredVersions(JdbcClient sql, Json json, String table, Class<C> type) {
        this.sql = sql;
        this.json = json;
        this.table = table;
        this.type = type;
    }

    /** A version as it is stored. */
    record Row<C>(
            int number,
            C content,
            String hash,
            LocalDate effectiveFrom,
            Instant publishedAt,
            long announced) {}

    void save(String code, List<Row<C>> versions) {
        for (Row<C> version : versions) {
            sql.sql(
                            "INSERT INTO "
                                    + table
                                    + """
                                     (code, number, content, hash, effective_from, published_at, announced)
                                    VALUES (:code, :number, :content::jsonb, :hash, :from, :at, :announced)
                                    ON CONFLICT (code, number) DO UPDATE SET announced = EXCLUDED.announced
                                    """)
                    .param("code", code)
                    .param("number", version.number())
                    .param("content", json.write(version.content()))
                    .param("hash", version.hash())
                    .param("from", version.effectiveFrom())
                    .param("at", version.publishedAt().atOffset(ZoneOffset.UTC))
                    .param("announced", version.announced())
                    .update();
        }
    }

    /** All of a document, the first one first. */
    List<Row<C>> of(String code) {
        return sql.sql("SELECT * FROM " + table + " WHERE code = :code ORDER BY number")
                .param("code", code)
                .query(this::row)
                .list();
    }

    private Row<C> row(ResultSet row, int line) throws SQLException {
        return new Row<>(
                row.getInt("number"),
                json.read(row.getString("content"), type),
                row.getString("hash"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getLong("announced"));
    }
}
