package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.search.IndexedText;
import org.oneseal.catalog.search.SearchEntries;
import org.oneseal.catalog.search.SearchEntry;
import org.oneseal.catalog.search.SearchKind;
import org.oneseal.platform.persistence.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Numbers are those of PostgreSQL's transactions. */
@Repository
class JdbcSearchEntries implements SearchEntries {

    private final JdbcClient sql;
    private final Json json;

    JdbcSearchEntries(JdbcClient sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public void put(SearchEntry entry) {
        sql.sql(
                        """
                        INSERT INTO search_entries AS e (kind, ref, entry, edition, number)
                        VALUES (:kind, :ref, :entry::jsonb, :edition, txid_current())
                        ON CONFLICT (kind, ref) DO UPDATE SET entry = EXCLUDED.entry,
                               edition = EXCLUDED.edition, number = EXCLUDED.number
                         WHERE e.entry IS DISTINCT FROM EXCLUDED.entry OR e.edition <> EXCLUDED.edition
                        """)
                .param("kind", entry.kind().name())
                .param("ref", entry.ref())
                .param("entry", json.write(entry))
                .param("edition", IndexedText.EDITION)
                .update();
    }

    @Override
    public void remove(SearchKind kind, String ref) {
        sql.sql(
                        """
                        UPDATE search_entries SET entry = NULL, number = txid_current()
                         WHERE kind = :kind AND ref = :ref AND entry IS NOT NULL
                        """)
                .param("kind", kind.name())
                .param("ref", ref)
                .update();
    }

    @Override
    public void hold() {
        sql.sql("LOCK TABLE search_entries IN SHARE ROW EXCLUSIVE MODE").update();
    }

    @Override
    public void keepOnly(SearchKind kind, Collection<String> refs) {
        sql.sql(
                        """
                        UPDATE search_entries SET entry = NULL, edition = :edition, number = txid_current()
                         WHERE kind = :kind AND ref <> ALL(:refs)
                           AND (entry IS NOT NULL OR edition <> :edition)
                        """)
                .param("kind", kind.name())
                .param("refs", refs.toArray(String[]::new))
                .param("edition", IndexedText.EDITION)
                .update();
    }

    @Override
    public boolean outdated() {
        return sql.sql(
                        """
                        SELECT NOT EXISTS (SELECT FROM search_entries)
                            OR EXISTS (SELECT FROM search_entries WHERE edition <> :edition)
                        """)
                .param("edition", IndexedText.EDITION)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void renumber() {
        // No row that is seen can bear a number that this database has not given yet.
        sql.sql(
                        """
                        UPDATE search_entries SET number = txid_current()
                         WHERE number >= txid_snapshot_xmax(txid_current_snapshot())
                        """)
                .update();
    }

    @Override
    public long horizon() {
        return sql.sql("SELECT txid_snapshot_xmin(txid_current_snapshot())")
                .query(Long.class)
                .single();
    }

    @Override
    public List<Change> changes(long from, @Nullable Change after, int limit) {
        return sql.sql(
                        """
                        SELECT kind, ref, number, entry FROM search_entries
                         WHERE number >= :from AND (number, kind, ref) > (:number, :kind, :ref)
                         ORDER BY number, kind, ref LIMIT :limit
                        """)
                .param("from", from)
                .param("number", after == null ? -1 : after.number())
                .param("kind", after == null ? "" : after.kind().name())
                .param("ref", after == null ? "" : after.ref())
                .param("limit", limit)
                .query((row, _) -> change(row, row.getString("entry")))
                .list();
    }

    @Override
    public List<Change> changedKeys(long from, int limit) {
        return sql.sql(
                        """
                        SELECT kind, ref, number FROM search_entries
                         WHERE number >= :from ORDER BY number, kind, ref LIMIT :limit
                        """)
                .param("from", from)
                .param("limit", limit)
                .query((row, _) -> change(row, null))
                .list();
    }

    private Change change(ResultSet row, @Nullable String entry) throws SQLException {
        return new Change(
                SearchKind.valueOf(row.getString("kind")),
                Objects.requireNonNull(row.getString("ref")),
                row.getLong("number"),
                entry == null ? null : json.read(entry, SearchEntry.class));
    }
}
