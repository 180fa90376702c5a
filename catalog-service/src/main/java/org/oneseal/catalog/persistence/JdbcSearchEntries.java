package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.oneseal.catalog.search.IndexedText;
import org.oneseal.catalog.search.SearchEntries;
import org.oneseal.catalog.search.SearchEntry;
import org.oneseal.catalog.search.SearchKind;
import org.oneseal.catalog.search.Tier;
import org.oneseal.platform.persistence.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSearchEntries implements SearchEntries {

    private final JdbcClient sql;
    private final Json json;
    private final TokenFrequencies frequencies;

    JdbcSearchEntries(JdbcClient sql, Json json, TokenFrequencies frequencies) {
        this.sql = sql;
        this.json = json;
        this.frequencies = frequencies;
    }

    @Override
    public void put(SearchEntry entry, IndexedText text) {
        sql.sql(
                        """
                        INSERT INTO search_entries (kind, ref, region, title_key, names, words, sounds,
                               initials, all_sounds, all_initials, tokens, valid_from, valid_to, entry,
                               edition)
                        VALUES (:kind, :ref, :region, :titleKey, :names, :words, :sounds, :initials,
                               :allSounds, :allInitials, :tokens, :validFrom, :validTo, :entry::jsonb,
                               :edition)
                        ON CONFLICT (kind, ref) DO UPDATE SET region = EXCLUDED.region,
                               title_key = EXCLUDED.title_key, names = EXCLUDED.names,
                               words = EXCLUDED.words, sounds = EXCLUDED.sounds,
                               initials = EXCLUDED.initials, all_sounds = EXCLUDED.all_sounds,
                               all_initials = EXCLUDED.all_initials, tokens = EXCLUDED.tokens,
                               valid_from = EXCLUDED.valid_from, valid_to = EXCLUDED.valid_to,
                               entry = EXCLUDED.entry, edition = EXCLUDED.edition
                        """)
                .param("kind", entry.kind().name())
                .param("ref", entry.ref())
                .param("region", entry.region().value())
                .param("titleKey", text.titleKey())
                .param("names", text.names())
                .param("words", text.words())
                .param("sounds", text.sounds())
                .param("initials", text.initials())
                .param("allSounds", text.allSounds())
                .param("allInitials", text.allInitials())
                .param("tokens", text.tokens().toArray(String[]::new))
                .param("validFrom", entry.validFrom())
                .param("validTo", entry.validTo())
                .param("entry", json.write(entry))
                .param("edition", IndexedText.EDITION)
                .update();
    }

    @Override
    public void remove(SearchKind kind, String ref) {
        sql.sql("DELETE FROM search_entries WHERE kind = :kind AND ref = :ref")
                .param("kind", kind.name())
                .param("ref", ref)
                .update();
    }

    @Override
    public void clear(SearchKind kind) {
        sql.sql("DELETE FROM search_entries WHERE kind = :kind")
                .param("kind", kind.name())
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
    public List<Found> find(TierQuery query) {
        SearchStatement statement = new SearchStatement(query);
        String text =
                query.tier() == Tier.PARTIAL
                        ? statement.partly(frequencies.rarest(query.pairs()))
                        : statement.whole();
        // Which plan is best depends on how common the words are, so each query gets its own.
        sql.sql("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(String.class)
                .single();
        return sql.sql(text)
                .params(statement.parameters())
                .query((row, _) -> found(query.tier(), row))
                .list();
    }

    private Found found(Tier tier, ResultSet row) throws SQLException {
        return new Found(
                tier,
                row.getInt("score"),
                Objects.requireNonNull(row.getString("title_key")),
                json.read(row.getString("entry"), SearchEntry.class));
    }
}
