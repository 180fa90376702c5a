package org.oneseal.catalog.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.PublishedVersion;
import org.oneseal.catalog.items.Versioned;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of one kind of document that is drafted, published in versions and planned ahead, with
 * the table of its versions: what items, powers, packages and data resources are stored alike by.
 *
 * @param <C> what a version says
 */
final class VersionedDocuments<C, V extends PublishedVersion<C>> {

    private final JdbcClient sql;
    private final String table;
    private final StoredVersions<C, V> versions;

    /**
     * @param table the name of the table, which is ours
     * @param versions the name of the table of its versions
     * @param type of what a version says
     */
    VersionedDocuments(
            JdbcClient sql,
            Json json,
            String table,
            String versions,
            Class<C> type,
            StoredVersions.AsVersion<C, V> asVersion) {
        this.sql = sql;
        this.table = table;
        this.versions = new StoredVersions<>(sql, json, versions, type, asVersion);
    }

    <T> Optional<T> find(String code, RowMapper<T> document) {
        // The row first: versions that are added in between make the save of this document stale.
        return sql.sql("SELECT * FROM " + table + " WHERE code = :code")
                .param("code", code)
                .query(document)
                .optional();
    }

    /** The columns that all documents have; each kind adds its own. */
    static Map<String, @Nullable Object> columns(Versioned<?> of) {
        Map<String, @Nullable Object> columns = RegionColumns.of(of.region());
        columns.put("code", of.code());
        columns.put("region", of.region().value());
        columns.put("department", of.department());
        columns.put("version", of.version());
        columns.put("head", of.chainHead());
        return columns;
    }

    /** A document's row and its versions, or nothing where somebody else was faster. */
    void write(String statement, Map<String, ?> columns, Versioned<V> of, long expected) {
        int written = sql.sql(statement).params(columns).param("expected", expected).update();
        if (written == 0) throw new StaleVersion(of.code(), expected);
        versions.save(of.code(), of.versions());
    }

    /** All versions of a document, the first one first. */
    List<V> versionsOf(String code) {
        return versions.of(code);
    }

    /** Codes of documents of which another version governs from a day on that is reached. */
    List<String> switchesDue(LocalDate today, int limit) {
        // Locked rows are another replica's, which is at it already.
        return codes(
                "WHERE next_from <= :today ORDER BY next_from, code LIMIT :limit"
                        + " FOR UPDATE SKIP LOCKED",
                Map.of("today", today, "limit", limit));
    }

    List<String> publishedAfter(String code, int limit) {
        return codes(
                "WHERE code > :code AND latest > 0 ORDER BY code LIMIT :limit",
                Map.of("code", code, "limit", limit));
    }

    List<String> publishedWithin(RegionCode region) {
        Narrowing by = new Narrowing().where("latest > 0").within("d", region);
        return codes("WHERE " + by.sql() + " ORDER BY code", by.parameters());
    }

    private List<String> codes(String which, Map<String, ?> parameters) {
        return sql.sql("SELECT code FROM " + table + " d " + which)
                .params(parameters)
                .query(String.class)
                .list();
    }
}
