package org.oneseal.platform.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A new database of a service, with what the platform keeps in it. */
final class JournalDatabase implements AutoCloseable {

    final HikariDataSource pool;
    final JdbcTemplate jdbc;
    final TransactionTemplate transactions;

    JournalDatabase() {
        var admin = new JdbcTemplate(Server.POSTGRES.getPostgresDatabase());
        String name = "journal_" + System.nanoTime();
        admin.execute("CREATE DATABASE " + name);
        var config = new HikariConfig();
        config.setDataSource(Server.POSTGRES.getDatabase("postgres", name));
        config.setMaximumPoolSize(16);
        pool = new HikariDataSource(config);
        Flyway.configure().dataSource(pool).locations("classpath:db/platform").load().migrate();
        jdbc = new JdbcTemplate(pool);
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    @Override
    public void close() {
        pool.close();
    }

    /** One for all tests, started by the first and ended with the JVM. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = started();

        private static EmbeddedPostgres started() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
