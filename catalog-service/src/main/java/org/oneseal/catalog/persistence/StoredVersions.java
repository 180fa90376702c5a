package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.oneseal.catalog.items.PublishedVersion;
import org.oneseal.platform.persistence.Json;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of published versions of one kind of document: a row is written once and never changed,
 * but for how often it was announced.
 *
 * @param <C> what a version says
 */
final class StoredVersions<C, V extends PublishedVersion<C>> {

    private final JdbcClient sql;
    private final Json json;
    private final String table;
    private final Class<C> type;
    private final AsVersion<C, V> asVersion;

    /**
     * @param table the name of the table, which is ours
     * @param type of what a version says
     */
    StoredVersions(
            JdbcClient sql, Json json, String table, Class<C> type, AsVersion<C, V> asVersion) {
        this.sql = sql;
        this.json = json;
        this.table = table;
        this.type = type;
        this.asVersion = asVersion;
    }

    /** Makes a version of what is stored. */
    @FunctionalInterface
    interface AsVersion<C, V> {

        V of(
                int number,
                C content,
                String hash,
                LocalDate effectiveFrom,
                Instant publishedAt,
                long announced);
    }

    void save(String code, List<V> versions) {
        for (V version : versions) {
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
    List<V> of(String code) {
        return sql.sql("SELECT * FROM " + table + " WHERE code = :code ORDER BY number")
                .param("code", code)
                .query(this::version)
                .list();
    }

    private V version(ResultSet row, int line) throws SQLException {
        return asVersion.of(
                row.getInt("number"),
                json.read(row.getString("content"), type),
                row.getString("hash"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getLong("announced"));
    }
}
