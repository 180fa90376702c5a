package org.oneseal.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.oneseal.local.Database;
import org.oneseal.local.LocalPlatform;
import org.oneseal.local.Options;
import org.oneseal.local.Part;

/** What PostgreSQL was asked and how long it took, by its own extension. */
final class Statements {

    private static final int MOST = 30;

    private final Ground ground;

    Statements(Ground ground) throws SQLException {
        this.ground = ground;
        ground.execute(Part.CASE, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    }

    /** Sets what the server must know from its start. */
    static void prepare(Options options) throws SQLException {
        try (LocalPlatform server = LocalPlatform.start(options.withParts(Part.POSTGRES));
                Connection connection = server.databaseAsSuperuser("postgres").connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
            statement.execute("ALTER SYSTEM SET pg_stat_statements.track_planning = on");
        }
    }

    void reset() throws SQLException {
        ground.execute(Part.CASE, "SELECT pg_stat_statements_reset()");
    }

    /** Prints the dearest, with calls and milliseconds a lifecycle. */
    void tell(long lifecycles) throws SQLException {
        Database database = ground.database(Part.CASE);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                SELECT d.datname, s.calls, s.total_exec_time + s.total_plan_time,
                                       regexp_replace(s.query, '\\s+', ' ', 'g')
                                  FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
                                 ORDER BY 3 DESC LIMIT
                                """
                                        + MOST)) {
            System.out.println("   PostgreSQL: calls and ms a lifecycle");
            while (rows.next()) {
                String query = rows.getString(4);
                System.out.printf(
                        Locale.ROOT,
                        "      %6.2f %7.3f  %-12s %s%n",
                        rows.getLong(2) / (double) lifecycles,
                        rows.getDouble(3) / lifecycles,
                        rows.getString(1),
                        query.substring(0, Math.min(110, query.length())));
            }
        }
    }
}
