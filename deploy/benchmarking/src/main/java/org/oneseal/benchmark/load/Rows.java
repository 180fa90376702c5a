package org.oneseal.benchmark.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of one table as texts, as PostgreSQL writes and reads them. */
record Rows(String table, List<String> columns, List<Map<String, @Nullable String>> rows) {

    /** The rows of a table in which the column has the value; without what the database makes. */
    static Rows of(Connection connection, String table, String column, String value, String order)
            throws SQLException {
        List<String> columns = columns(connection, table);
        String sql =
                "SELECT %s FROM %s WHERE %s = ? ORDER BY %s"
                        .formatted(
                                columns.stream()
                                        .map(c -> c + "::text")
                                        .collect(Collectors.joining(", ")),
                                table,
                                column,
                                order);
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    Map<String, @Nullable String> row = new LinkedHashMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        row.put(columns.get(i), found.getString(i + 1));
                    }
                    rows.add(row);
                }
            }
        }
        return new Rows(table, columns, rows);
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        SELECT column_name FROM information_schema.columns
                         WHERE table_schema = 'public' AND table_name = ?
                           AND is_identity = 'NO' AND is_generated = 'NEVER'
                           AND coalesce(column_default, '') NOT LIKE '%xact_id%'
                         ORDER BY ordinal_position
                        """)) {
            statement.setString(1, table);
            List<String> names = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) names.add(found.getString(1));
            }
            if (names.isEmpty()) throw new IllegalStateException("no table " + table);
            return names;
        }
    }
}
