package org.oneseal.benchmark.measure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.oneseal.local.Database;

/**
 * What the machine does without any platform: plain JDBC, three transactions of one upsert and two
 * inserts of the sizes that the platform writes, and one read, in the same PostgreSQL.
 */
public final class Floor {

    private final Database server;
    private final Sizes sizes;

    /** Bytes of a row of the case, of its history and of its outbox. */
    public record Sizes(int aggregate, int history, int outbox) {

        /** As the platform's rows are. */
        public static Sizes of(Database cases, String caseId) throws SQLException {
            try (Connection connection = cases.connect();
                    PreparedStatement statement =
                            connection.prepareStatement(
                                    """
                                    SELECT (SELECT length(c::text) FROM cases c WHERE id = ?),
                                           (SELECT avg(length(h::text))::integer FROM history h
                                             WHERE aggregate_id = ?),
                                           (SELECT avg(length(data::text) + 250)::integer
                                              FROM history WHERE aggregate_id = ?)
                                    """)) {
                for (int i = 1; i <= 3; i++) statement.setString(i, caseId);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return new Sizes(row.getInt(1), row.getInt(2), row.getInt(3));
                }
            }
        }
    }

    /**
     * @param server any database of the server, with all rights
     */
    public Floor(Database server, Sizes sizes) {
        this.server = server;
        this.sizes = sizes;
    }

    /** Lifecycles a second. */
    public double run(int clients, Duration time) throws SQLException, InterruptedException {
        execute(server, "DROP DATABASE IF EXISTS floor");
        execute(server, "CREATE DATABASE floor");
        var own =
                new Database(
                        server.url().replaceAll("/[^/]+$", "/floor"),
                        server.user(),
                        server.password());
        try {
            execute(own, "CREATE TABLE aggregate (id text PRIMARY KEY, version bigint, body text)");
            execute(
                    own,
                    "CREATE TABLE past (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                            + " aggregate text, version bigint, data text,"
                            + " UNIQUE (aggregate, version))");
            execute(
                    own,
                    "CREATE TABLE outgoing (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                            + " key text, payload text)");
            return run(own, clients, time);
        } finally {
            execute(server, "DROP DATABASE floor");
        }
    }

    private double run(Database own, int clients, Duration time) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        AtomicReference<@Nullable SQLException> failure = new AtomicReference<>();
        LongAdder done = new LongAdder();
        List<Thread> threads = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < clients; i++) {
            String name = "client-" + i + "-";
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try {
                                            client(own, name, over, done);
                                        } catch (SQLException e) {
                                            failure.set(e);
                                        }
                                    }));
        }
        Thread.sleep(time);
        over.set(true);
        for (Thread thread : threads) thread.join();
        SQLException failed = failure.get();
        if (failed != null) throw new IllegalStateException(failed);
        return done.sum() / ((System.nanoTime() - begin) / 1e9);
    }

    private void client(Database own, String name, AtomicBoolean over, LongAdder done)
            throws SQLException {
        String body = "x".repeat(sizes.aggregate());
        String history = "x".repeat(sizes.history());
        String outbox = "x".repeat(sizes.outbox());
        try (Connection connection = own.connect();
                PreparedStatement upsert =
                        connection.prepareStatement(
                                """
                                INSERT INTO aggregate VALUES (?, ?, ?) ON CONFLICT (id)
                                DO UPDATE SET version = excluded.version, body = excluded.body
                                """);
                PreparedStatement past =
                        connection.prepareStatement(
                                "INSERT INTO past (aggregate, version, data) VALUES (?, ?, ?)");
                PreparedStatement outgoing =
                        connection.prepareStatement(
                                "INSERT INTO outgoing (key, payload) VALUES (?, ?)");
                PreparedStatement read =
                        connection.prepareStatement("SELECT * FROM aggregate WHERE id = ?")) {
            connection.setAutoCommit(false);
            for (long n = 0; !over.get(); n++) {
                String id = name + n;
                for (int version = 1; version <= 3; version++) {
                    write(upsert, id, version, body);
                    write(past, id, version, history);
                    outgoing.setString(1, id);
                    outgoing.setString(2, outbox);
                    outgoing.executeUpdate();
                    connection.commit();
                }
                read.setString(1, id);
                try (ResultSet row = read.executeQuery()) {
                    row.next();
                }
                connection.commit();
                done.increment();
            }
        }
    }

    private static void write(PreparedStatement statement, String id, int version, String text)
            throws SQLException {
        statement.setString(1, id);
        statement.setLong(2, version);
        statement.setString(3, text);
        statement.executeUpdate();
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
