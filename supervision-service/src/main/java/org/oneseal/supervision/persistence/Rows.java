package org.oneseal.supervision.persistence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.oneseal.platform.persistence.Json;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whole rows as JSON: a batch of any size is one statement, in and out. A record's members are the
 * table's columns in snake case.
 */
@Component
class Rows {

    private final JdbcTemplate jdbc;
    private final JsonMapper mapper;
    private final Map<Class<?>, RowReader<?>> readers = new ConcurrentHashMap<>();

    Rows(JdbcTemplate jdbc, Json json) {
        this.jdbc = jdbc;
        this.mapper =
                json.mapper()
                        .rebuild()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .build();
    }

    /** Reads rows that the query gives as JSON. */
    <R> List<R> read(Class<R> row, String sql, Object... arguments) {
        return jdbc.query(sql, (r, _) -> mapper.readValue(r.getString(1), row), arguments);
    }

    /** Reads rows column by column, which costs the database less than making JSON of them. */
    <R extends Record> List<R> select(Class<R> row, String from, Object... arguments) {
        return jdbc.query(
                "SELECT " + String.join(", ", columns(row)) + " FROM " + from,
                reader(row),
                arguments);
    }

    /** Reads a row whose columns are those of the record, in their order. */
    @SuppressWarnings("unchecked") // put in by the same class
    <R extends Record> RowMapper<R> reader(Class<R> row) {
        return (RowReader<R>) readers.computeIfAbsent(row, _ -> new RowReader<>(mapper, row));
    }

    <R> R parse(String json, Class<R> row) {
        return mapper.readValue(json, row);
    }

    String json(Object value) {
        return mapper.writeValueAsString(value);
    }

    /**
     * Inserts rows that do not exist yet, by the shortest way there is.
     *
     * @throws org.springframework.dao.DuplicateKeyException if one of them does
     */
    void copy(String table, List<String> columns, Collection<? extends Record> rows) {
        if (rows.isEmpty()) return;
        CopyText text = new CopyText(mapper);
        rows.forEach(text::add);
        String sql = "COPY %s (%s) FROM STDIN".formatted(table, String.join(", ", columns));
        jdbc.execute(
                (ConnectionCallback<Long>)
                        connection -> {
                            try {
                                return connection
                                        .unwrap(PGConnection.class)
                                        .getCopyAPI()
                                        .copyIn(sql, new ByteArrayInputStream(text.bytes()));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
    }

    /** Runs a statement with the rows as its only argument. */
    void update(String sql, Collection<?> rows) {
        if (!rows.isEmpty()) jdbc.update(sql, mapper.writeValueAsString(rows));
    }

    /** Columns of a record, in snake case. */
    static List<String> columns(Class<? extends Record> row) {
        return java.util.Arrays.stream(row.getRecordComponents())
                .map(
                        c ->
                                c.getName()
                                        .replaceAll("([A-Z])", "_$1")
                                        .toLowerCase(java.util.Locale.ROOT))
                .toList();
    }
}
