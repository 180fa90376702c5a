package org.oneseal.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import org.oneseal.platform.security.Scope;
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
        List<String> where = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        where.add("register = :register");
        parameters.put("register", query.register().name());
        parameters.put("limit", query.limit());
        if (!query.withdrawnToo()) where.add("NOT withdrawn");
        String text = Grams.key(query.text());
        if (!text.isEmpty()) {
            where.add(
                    "grams @> :grams::text[] AND EXISTS (SELECT FROM unnest(words) w"
                            + " WHERE position(:text IN w) > 0)");
            parameters.put("grams", Grams.ofQuery(text).toArray(String[]::new));
            parameters.put("text", text);
        }
        RegionCode region = query.region();
        if (region != null) {
            where.add("region = ANY(:path)");
            parameters.put("path", path(region));
        }
        String item = query.item();
        if (item != null) {
            where.add("item = :item");
            parameters.put("item", item);
        }
        if (!query.after().isEmpty()) {
            where.add("(title, key) > (:afterTitle, :afterKey)");
            parameters.put("afterTitle", query.after().getFirst());
            parameters.put("afterKey", query.after().getLast());
        }
        return lists.sql(
                        "SELECT * FROM register_entries WHERE "
                                + String.join(" AND ", where)
                                + " ORDER BY title, key LIMIT :limit")
                .params(parameters)
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
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("register", register.name());
        String where = "register = :register AND NOT withdrawn";
        if (!region.equals(RegionCode.NATION)) {
            Scope.Predicate scope = new Scope.WithinRegion(region).sql("e");
            where += " AND " + scope.sql();
            parameters.putAll(scope.parameters());
        }
        return sql.sql("SELECT * FROM register_entries e WHERE " + where + " ORDER BY key")
                .params(parameters)
                .query(this::entry)
                .list();
    }

    private static String[] path(RegionCode region) {
        TreeSet<String> path = new TreeSet<>();
        path.add(RegionCode.NATION.value());
        for (RegionCode at : region.ancestors()) path.add(at.value());
        return path.toArray(String[]::new);
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
