package org.oneseal.benchmark.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes indexes away while much is copied into their tables, and makes them again: sorted once
 * instead of grown row by row at random places. What services look up meanwhile stays: primary
 * keys, small indexes of a part of the rows, and watches by case.
 */
final class Indexes implements AutoCloseable {

    private static final String TAKEN =
            """
            SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
              FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
             WHERE t.relname IN ('cases', 'history', 'certificate', 'watches')
               AND t.relnamespace = 'public'::regnamespace
               AND NOT i.indisprimary
               AND (i.indpred IS NULL OR starts_with(i.indexrelid::regclass::text, 'cases_closed_'))
               AND i.indexrelid::regclass::text <> 'watches_case'
               AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
            """;

    private final Connection connection;
    private final Map<String, String> taken = new LinkedHashMap<>();

    private Indexes(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes them away.
     *
     * @param connection with all rights; closed at the end
     */
    static Indexes taken(Connection connection) throws SQLException {
        Indexes indexes = new Indexes(connection);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery(TAKEN)) {
                while (found.next()) indexes.taken.put(found.getString(1), found.getString(2));
            }
            for (String name : indexes.taken.keySet()) statement.execute("DROP INDEX " + name);
        }
        return indexes;
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("SET maintenance_work_mem = '512MB'");
            for (String definition : taken.values()) statement.execute(definition);
        }
    }
}
