package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.registers.KnowledgeAnswer;
import org.oneseal.catalog.registers.Register;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.catalog.registers.Registers;
import org.oneseal.catalog.words.Grams;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRegisters implements Registers {

    private final JdbcClient sql;
    private final ListStatements lists;
    private final Json json;

    JdbcRegisters(JdbcClient sql, ListStatements lists, Json json) {
        this.sql = sql;
        this.lists = lists;
        this.json = json;
    }

    @Override
    public Optional<RegisterEntry> find(Register register, String key) {
        return sql.sql("SELECT * FROM register_entries WHERE register = :register AND key = :key")
                .param("register", register.name())
                .param("key", key)
                .query(this::entry)
                .optional();
    }

    @Override
    public void save(RegisterEntry entry, long expected) {
        int saved = expected == 0 ? add(entry) : change(entry, expected);
        if (saved == 0) throw new StaleVersion(entry.key(), expected);
    }

    private int add(RegisterEntry entry) {
        return sql.sql(
                        """
                        INSERT INTO register_entries (register, key, region, province, city, county, town,
                               village, item, title, words, grams, origin, withdrawn, body, version,
                               chain_head)
                        VALUES (:register, :key, :region, :province, :city, :county, :town,
                               :village, :item, :title, :words, :grams, :origin, :withdrawn, :body::jsonb,
                               :version, :head)
                        ON CONFLICT DO NOTHING
                        """)
                .params(columns(entry))
                .update();
    }

    private int change(RegisterEntry entry, long expected) {
        return sql.sql(
                        """
                        UPDATE register_entries SET item = :item, title = :title, words = :words,
                               grams = :grams, origin = :origin, withdrawn = :withdrawn,
                               body = :body::jsonb, version = :version, chain_head = :head
                         WHERE register = :register AND key = :key AND version = :expected
                        """)
                .params(columns(entry))
                .param("expected", expected)
                .update();
    }

    @Override
    public List<RegisterEntry> list(Query query) {
        Narrowing by =
                new Narrowing()
                        .equal("register", query.register())
                        .countingIn("region", query.region())
                        .equal("item", query.item())
                        .behind(List.of("title", "key"), query.after());
        if (!query.withdrawnToo()) by.where("NOT withdrawn");
        String text = Grams.key(query.text());
        if (!text.isEmpty()) {
            by.where(
                            "grams @> :grams::text[] AND EXISTS (SELECT FROM unnest(words) w"
                                    + " WHERE position(:text IN w) > 0)")
                    .with("grams", Grams.ofQuery(text).toArray(String[]::new))
                    .with("text", text);
        }
        return lists.page("SELECT * FROM register_entries", by, "title, key", query.limit())
                .query(this::entry)
                .list();
    }

    @Override
    public List<RegisterEntry> naming(
            Register register, Collection<String> words, Collection<RegionCode> regions) {
        if (words.isEmpty()) return List.of();
        return sql.sql(
                        """
                        SELECT * FROM register_entries
                         WHERE register = :register AND NOT withdrawn AND words && :words::text[]
                           AND region = ANY(:regions)
                         ORDER BY key
                        """)
                .param("register", register.name())
                .param("words", words.toArray(String[]::new))
                .param("regions", regions.stream().map(RegionCode::value).toArray(String[]::new))
                .query(this::entry)
                .list();
    }

    @Override
    public List<RegisterEntry> within(Register register, RegionCode region) {
        Narrowing by =
                new Narrowing()
                        .equal("register", register)
                        .where("NOT withdrawn")
                        .within("e", region);
        return sql.sql("SELECT * FROM register_entries e WHERE " + by.sql() + " ORDER BY key")
                .params(by.parameters())
                .query(this::entry)
                .list();
    }

    private Map<String, @Nullable Object> columns(RegisterEntry entry) {
        List<String> words = entry.body().words().stream().map(Grams::key).distinct().toList();
        TreeSet<String> grams = new TreeSet<>();
        for (String word : words) grams.addAll(Grams.ofName(word));
        Map<String, @Nullable Object> columns = RegionColumns.of(entry.region());
        columns.put("register", entry.register().name());
        columns.put("key", entry.key());
        columns.put("region", entry.region().value());
        columns.put(
                "item",
                entry.body() instanceof KnowledgeAnswer answer
                        ? answer.item()
                        : entry.register() == Register.ALIASES ? entry.key() : null);
        columns.put("title", words.isEmpty() ? "" : words.getFirst());
        columns.put("words", words.toArray(String[]::new));
        columns.put("grams", grams.toArray(String[]::new));
        columns.put("origin", entry.origin());
        columns.put("withdrawn", entry.withdrawn());
        columns.put("body", json.write(entry.body()));
        columns.put("version", entry.version());
        columns.put("head", entry.chainHead());
        return columns;
    }

    private RegisterEntry entry(ResultSet row, int number) throws SQLException {
        Register register = Register.valueOf(row.getString("register"));
        return new RegisterEntry(
                register,
                row.getString("key"),
                new RegionCode(row.getString("region")),
                row.getString("origin"),
                row.getBoolean("withdrawn"),
                json.read(row.getString("body"), register.said()),
                row.getLong("version"),
                row.getString("chain_head"));
    }
}
