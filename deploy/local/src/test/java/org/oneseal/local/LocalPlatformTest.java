package org.oneseal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.oneseal.local.process.ProcessMark;
import org.oneseal.local.process.ProcessMarks;
import org.oneseal.local.process.Trouble;

/** PostgreSQL and Kafka as the launcher starts them: closed, durable, and gone with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalPlatformTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();

    private final Path folder;
    private final LocalPlatform platform;

    LocalPlatformTest() throws IOException {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "platform");
        platform = LocalPlatform.start(options(folder.resolve("state")));
    }

    @AfterAll
    void stopThem() {
        platform.close();
        Unpacked.delete(folder);
    }

    @Test
    void postgresKeepsWhatItCommits() throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(asSuperuser("SHOW " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(asSuperuser("SHOW listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void postgresDemandsScram() throws SQLException {
        assertThat(
                        asSuperuser(
                                "SELECT bool_and(auth_method = 'scram-sha-256') FROM pg_hba_file_rules"))
                .isEqualTo("t");
        assertThat(
                        asSuperuser(
                                "SELECT bool_and(rolpassword LIKE 'SCRAM-SHA-256$%') FROM pg_authid WHERE rolcanlogin"))
                .isEqualTo("t");
        Database cases = platform.database(Part.CASE);
        assertThatThrownBy(
                        () ->
                                DriverManager.getConnection(cases.url(), cases.user(), "wrong")
                                        .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void aRoleReachesItsOwnDatabaseAndNoOther() throws SQLException {
        Database cases = platform.database(Part.CASE);
        Database credit = platform.database(Part.CREDIT);
        try (Connection own = cases.connect();
                Statement statement = own.createStatement()) {
            statement.execute("CREATE TABLE own (id int)");
            statement.execute("DROP TABLE own");
        }
        for (String foreign : List.of(credit.url(), url("postgres"), url("keycloak"))) {
            assertThatThrownBy(
                            () ->
                                    DriverManager.getConnection(
                                                    foreign, cases.user(), cases.password())
                                            .close())
                    .as(foreign)
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aSourceWritesItsOwnInboundTopicAlone() throws Exception {
        Map<String, String> wabo = platform.kafkaAsSource("wabo");

        for (String whatItTells : List.of("exchange", "matters")) {
            send(wabo, "oneseal." + whatItTells + ".in.wabo.v1");
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> send(wabo, "oneseal." + whatItTells + ".in.431103-feed.v1"))
                    .withCauseInstanceOf(TopicAuthorizationException.class);
        }
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> send(wabo, "oneseal.cases.v1"))
                .withCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void aServiceWritesItsOwnTopicsAndTheDeadLettersOfWhatItReads() throws Exception {
        Map<String, String> cases = platform.kafkaAsService(Part.CASE);

        send(cases, "oneseal.cases.v1");
        send(cases, "oneseal.catalog.items.v1.dlt");
        send(cases, "oneseal.exchange.in.wabo.v1.dlt");
        for (String others : List.of("oneseal.credit.v1", "oneseal.matters.in.wabo.v1.dlt")) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> send(cases, others))
                    .withCauseInstanceOf(TopicAuthorizationException.class);
        }
        send(platform.kafkaAsService(Part.SUPERVISION), "oneseal.matters.in.wabo.v1.dlt");
    }

    @Test
    void kafkaRefusesWhoDoesNotProveHimself() {
        Map<String, Object> nobody = new HashMap<>(platform.kafkaAsAdministrator());
        nobody.put("sasl.mechanism", "PLAIN");
        nobody.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required"
                        + " username=\"admin\" password=\"admin\";");
        try (Admin admin = Admin.create(nobody)) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> admin.listTopics().names().get(20, TimeUnit.SECONDS))
                    .withCauseInstanceOf(UnsupportedSaslMechanismException.class);
        }
    }

    @Test
    void theSameFolderIsNotStartedTwice() {
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> LocalPlatform.start(options(folder.resolve("state"))))
                .withMessageContaining("is running")
                .withMessageContaining("pid " + ProcessHandle.current().pid());
    }

    /**
     * The harsh life of a launcher: killed while it runs, it takes its children along; the next
     * start finds the data; a part killed alone comes back; a close leaves nothing.
     */
    @Test
    void nothingIsLeftOfAKilledLauncherButItsData() throws Exception {
        Path state = folder.resolve("killed");
        Process launcher = launcher(state);
        ProcessMarks marks = new ProcessMarks(state.resolve("run"));
        List<ProcessMark> children =
                marks.living().values().stream()
                        .filter(mark -> mark.pid() != launcher.pid())
                        .toList();
        assertThat(children).hasSize(1);

        launcher.destroyForcibly().waitFor();

        assertThat(ProcessMarks.awaitEnd(children, Duration.ofSeconds(10))).isTrue();

        try (LocalPlatform next = LocalPlatform.start(options(state).withParts(Part.POSTGRES))) {
            Database cases = next.database(Part.CASE);
            try (Connection connection = cases.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
            }
            assertThat(org.oneseal.local.Connection.of(state)).isEqualTo(next.connection());
            Running postgres = next.running(Part.POSTGRES);
            long before = postgres.pid();
            postgres.kill();
            assertThat(postgres.alive()).isFalse();
            postgres.restart();
            assertThat(postgres.pid()).isNotEqualTo(before);
            try (Connection connection = cases.connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT answer FROM kept")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(42);
            }
        }
        assertThat(marks.living()).isEmpty();
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> org.oneseal.local.Connection.of(state))
                .withMessageContaining("No platform runs");

        LocalPlatform.forget(state);
        assertThat(state.resolve("postgres")).doesNotExist();
        assertThat(state.resolve("secrets")).doesNotExist();
    }

    /** A launcher of its own JVM with PostgreSQL alone, ready. */
    private Process launcher(Path state) throws IOException {
        Process process =
                new ProcessBuilder(
                                ClassPath.java(),
                                "-XX:TieredStopAtLevel=1",
                                "-Doneseal.cache=" + cache(),
                                "-cp",
                                ClassPath.ofLauncher(ROOT),
                                Up.class.getName(),
                                ROOT.toString(),
                                state.toString(),
                                "--only",
                                "postgres",
                                "--port",
                                Integer.toString(base()))
                        .redirectErrorStream(true)
                        .start();
        BufferedReader said = process.inputReader();
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            if (line.startsWith(Up.LAST_LINE)) {
                return process;
            }
        }
        throw new AssertionError("The launcher ended: " + all);
    }

    private static int base() {
        int base = Ports.freeOne();
        return base > 65_000 ? base - 1000 : base;
    }

    private static Path cache() {
        return Path.of("target", "cache").toAbsolutePath();
    }

    private Options options(Path state) {
        return Options.of(ROOT)
                .withState(state)
                .withCache(cache())
                .withPorts(Ports.free())
                .withParts(Part.POSTGRES, Part.KAFKA);
    }

    private String asSuperuser(String query) throws SQLException {
        try (Connection connection = platform.databaseAsSuperuser("postgres").connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private String url(String database) {
        return platform.databaseAsSuperuser(database).url();
    }

    private static void send(Map<String, String> client, String topic)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("max.block.ms", 15_000);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "{}")).get();
        }
    }
}
