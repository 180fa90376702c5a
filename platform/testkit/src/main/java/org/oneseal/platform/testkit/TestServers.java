package org.oneseal.platform.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Servers for tests: one PostgreSQL a JVM with a database a context, one broker a context. Embedded
 * by default; {@code -Doneseal.test.servers=containers} takes Testcontainers instead.
 */
public final class TestServers
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final boolean CONTAINERS =
            "containers".equals(System.getProperty("oneseal.test.servers"));
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable String postgres;

    static {
        // Whoever waits without saying how long waits as patiently as those who say it.
        Awaitility.setDefaultTimeout(Patience.SOON);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Database database = newDatabase();
        String kafka = newBroker(context);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "test-servers",
                                Map.of(
                                        "ONESEAL_DB_URL",
                                        database.url(),
                                        "ONESEAL_DB_USER",
                                        database.user(),
                                        "ONESEAL_DB_PASSWORD",
                                        database.password(),
                                        "ONESEAL_KAFKA",
                                        kafka,
                                        "ONESEAL_KAFKA_METADATA_AGE",
                                        "1000",
                                        "ONESEAL_KEY_DIR",
                                        keys().toString(),
                                        "logging.level.org.apache.kafka",
                                        "ERROR",
                                        "logging.level.kafka",
                                        "ERROR",
                                        "logging.level.state.change.logger",
                                        "ERROR")));
    }

    /** A fresh database with a role of its own that owns it, as in real life. */
    public static Database newDatabase() {
        String name = "t" + DATABASES.incrementAndGet();
        String server = postgres();
        try (Connection c = DriverManager.getConnection(server);
                var statement = c.createStatement()) {
            statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(name, name));
            statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, name));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String url = server.substring(0, server.indexOf('?')).replaceFirst("/[^/]*$", "/" + name);
        return new Database(url, name, name);
    }

    /** How to reach a test's database. */
    public record Database(String url, String user, String password) {}

    private static synchronized String postgres() {
        if (postgres == null) postgres = CONTAINERS ? postgresContainer() : embeddedPostgres();
        return postgres;
    }

    /** Ends with the JVM: it is shared by all contexts, whose pollers end before. */
    private static String embeddedPostgres() {
        try {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setServerConfig("max_connections", "300")
                            .setServerConfig(
                                    "shared_buffers", System.getProperty("test.buffers", "64MB"))
                            .start();
            return server.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("resource") // ends with the JVM
    private static String postgresContainer() {
        PostgreSQLContainer server =
                new PostgreSQLContainer("postgres:18-alpine").withUsername("postgres");
        server.start();
        return "%s&user=%s&password=%s"
                .formatted(withQuery(server.getJdbcUrl()), "postgres", server.getPassword());
    }

    private static String withQuery(String url) {
        return url.contains("?") ? url : url + "?loggerLevel=OFF";
    }

    private static String newBroker(ConfigurableApplicationContext context) {
        return CONTAINERS ? kafkaContainer() : embeddedBroker(context);
    }

    private static String embeddedBroker(ConfigurableApplicationContext context) {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 2);
        broker.brokerProperty("log.cleaner.dedupe.buffer.size", "8388608");
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("offsets.topic.num.partitions", "1");
        broker.brokerProperty("transaction.state.log.num.partitions", "1");
        broker.brokerProperty("num.partitions", "2");
        broker.afterPropertiesSet();
        ((DefaultListableBeanFactory) context.getBeanFactory())
                .registerDisposableBean("testBroker", broker::destroy);
        return broker.getBrokersAsString();
    }

    @SuppressWarnings("resource") // ends with the JVM
    private static String kafkaContainer() {
        KafkaContainer broker = new KafkaContainer("apache/kafka-native:4.2.1");
        broker.start();
        return broker.getBootstrapServers();
    }

    private static Path keys() {
        try {
            Path folder = Files.createTempDirectory("oneseal-keys");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
