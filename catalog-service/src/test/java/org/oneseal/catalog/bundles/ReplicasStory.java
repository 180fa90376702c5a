package org.oneseal.catalog.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.oneseal.catalog.CatalogApplication;
import org.oneseal.catalog.WatchedCity;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Two processes of the service on one database: both look at the city's list and take bundles over
 * at the same time, and one is killed (SIGKILL) in the middle. Comes after the story of the watch,
 * to whose reports it adds.
 */
@PlatformTest
@Order(Integer.MAX_VALUE - 1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasStory extends WatchedCity {

    private static final String WATCH = "/api/v1/catalog-upstreams";
    private static final String IMPORTS = "/api/v1/catalog-bundles/imports";
    private static final int TIMES = 4;

    @Autowired Http here;
    @Autowired Tokens tokens;
    @Autowired KeyRing keys;
    @Autowired Json json;
    @Autowired MovableClock clock;
    @Autowired Environment environment;
    @Autowired JdbcClient sql;
    @Autowired DataSource database;
    @TempDir static Path folder;

    private Process process;
    private Http there;

    @BeforeAll
    void anotherProcessOfTheService() throws IOException {
        int port = freePort();
        process = started(port);
        there = new Http("http://127.0.0.1:" + port);
        await().atMost(Patience.SOON)
                .until(
                        () -> {
                            assertThat(process.isAlive()).as(this::log).isTrue();
                            return answers();
                        });
    }

    @AfterAll
    void itIsGone() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private boolean answers() {
        try {
            return there.get("/api/v1/synonyms", editor()).status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /**
     * On the test's database, broker and keys; it trusts the test's tokens and watches the city.
     */
    private Process started(int port) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx384m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Duser.timezone=UTC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CatalogApplication.class.getName(),
                                "--server.port=" + port));
        for (String setting :
                List.of("upstreams[0].name", "upstreams[0].address", "upstreams[0].region")) {
            String name = "oneseal.catalog.watch." + setting;
            command.add("--" + name + "=" + environment.getRequiredProperty(name));
        }
        command.add(
                "--oneseal.catalog.watch.allowed[0]="
                        + environment.getRequiredProperty("oneseal.catalog.watch.allowed[0]"));
        ProcessBuilder builder = new ProcessBuilder(command);
        for (String shared :
                List.of(
                        "ONESEAL_DB_URL",
                        "ONESEAL_DB_USER",
                        "ONESEAL_DB_PASSWORD",
                        "ONESEAL_KAFKA",
                        "ONESEAL_KEY_DIR")) {
            builder.environment().put(shared, environment.getRequiredProperty(shared));
        }
        builder.environment()
                .put("ONESEAL_ISSUER", environment.getRequiredProperty("oneseal.issuer"));
        builder.environment().put("ONESEAL_JWKS", publishing(tokens.jwks()));
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("process.log").toFile());
        return builder.start();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("process.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    @Order(1)
    void aListThatBothLookAtIsReportedOnceAndSettledOnce() throws Exception {
        int before = reports().size();
        List<String> known = reports().stream().map(r -> r.path("id").asString()).toList();
        for (int i = 1; i <= TIMES; i++) {
            // The other process goes by the real time; ids of reports say which is the newest.
            clock.setTo(Instant.now());
            serves(bundle(i, "4311-replicas"));
            List<Http.Answer> looks =
                    together(
                            () -> here.post(WATCH + "/looks", operator(), null),
                            () -> there.post(WATCH + "/looks", operator(), null));
            assertThat(looks).allMatch(a -> a.status() == 200, "looked");
            assertThat(reports()).as("list %d", i).hasSize(before + i);
        }
        String newest =
                reports().stream()
                        .map(r -> r.path("id").asString())
                        .filter(id -> !known.contains(id))
                        .findFirst()
                        .orElseThrow();
        String report = WATCH + "/reports/" + newest;
        List<Http.Answer> settled =
                together(
                        () -> here.post(report + "/adoption", editor(), null),
                        () ->
                                there.post(
                                        report + "/acknowledgement",
                                        editor(),
                                        Map.of("note", "看过了")));
        assertThat(settled.stream().map(Http.Answer::status)).containsExactlyInAnyOrder(200, 409);
        boolean adopted = settled.getFirst().status() == 200;
        assertThat(
                        reports().stream()
                                .filter(r -> r.path("id").asString().equals(newest))
                                .map(r -> r.path("state").asString()))
                .containsExactly(adopted ? "ADOPTED" : "ACKNOWLEDGED");
        assertThat(entries("4311-replicas")).isEqualTo(adopted ? 1 : 0);
    }

    @Test
    @Order(2)
    void aBundleTakenOverByBothIsTakenOverOnce() throws Exception {
        for (int i = 1; i <= TIMES; i++) {
            String key = "4311-both-" + i;
            String bundle = bundle(i, key);
            List<Http.Answer> taken = together(() -> take(here, bundle), () -> take(there, bundle));
            assertThat(taken.stream().map(Http.Answer::status)).isSubsetOf(200, 409).contains(200);
            assertThat(taken.stream().mapToInt(a -> a.json().path("added").asInt()).sum())
                    .as(taken.toString())
                    .isEqualTo(1);
            assertThat(version(key)).isEqualTo(1);
            assertThat(take(there, bundle).json().path("same").asInt()).isEqualTo(1);
        }
    }

    /** The killed one waits for a key that another transaction holds, its first line written. */
    @Test
    @Order(3)
    void aProcessKilledInTheMiddleLeavesNothingAndTheOtherGoesOn() throws Exception {
        String bundle = bundle(1, "4311-killed-1", "4311-killed-2", "4311-killed-3");
        long rows = rows();
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement();
                ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            statement.execute(
                    """
                    INSERT INTO register_entries (register, key, region, title, words, grams, origin,
                           withdrawn, body, version, chain_head)
                    VALUES ('SYNONYMS', '4311-killed-2', '431100000000', '', '{}', '{}', '', false,
                           '{}', 1, '')
                    """);
            Future<Http.Answer> answer = caller.submit(() -> take(there, bundle));
            await().atMost(Patience.SOON).until(() -> waiting() > 0);
            process.destroyForcibly().waitFor();
            other.rollback();
            assertThat(answer).failsWithin(30, TimeUnit.SECONDS);
        }
        await().atMost(Patience.SOON).until(() -> waiting() == 0);
        assertThat(rows()).isEqualTo(rows);
        assertThat(entries("4311-killed-1")).isZero();
        assertThat(take(here, bundle).json().path("added").asInt()).isEqualTo(3);
        assertThat(version("4311-killed-1")).isEqualTo(1);
    }

    private static List<Http.Answer> together(
            Callable<Http.Answer> one, Callable<Http.Answer> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Http.Answer> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Http.Answer>> calls = new ArrayList<>();
            for (Callable<Http.Answer> call : List.of(one, other)) {
                calls.add(
                        callers.submit(
                                () -> {
                                    start.await();
                                    return call.call();
                                }));
            }
            for (Future<Http.Answer> call : calls) answers.add(call.get(60, TimeUnit.SECONDS));
        }
        return answers;
    }

    private Http.Answer take(Http replica, String bundle) {
        return replica.post(
                IMPORTS + "?dryRun=false", editor(), bundle, "Content-Type", "application/jsonl");
    }

    /** Groups of words, one a key, that differ from edition to edition. */
    private String bundle(int edition, String... of) {
        List<JsonNode> lines = new ArrayList<>();
        for (String key : of) {
            lines.add(
                    CanonicalJson.parse(
                            """
                            {"register":"SYNONYMS","key":"%1$s","region":"%2$s",
                             "body":{"words":["%1$s甲%3$d","%1$s乙%3$d"]}}
                            """
                                    .formatted(key, CITY, edition)));
        }
        return new WriteBundle(List.of(), keys, json)
                .write(new RegionCode(CITY), Map.of("registers", lines), clock.instant());
    }

    private String editor() {
        return tokens.of(Role.CATALOG_EDITOR).region(CITY).mint();
    }

    private String operator() {
        return tokens.of(Role.PLATFORM_OPERATOR).mint();
    }

    private List<JsonNode> reports() {
        return here.get(WATCH + "/city/reports", editor())
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private int waiting() {
        return sql.sql(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO register_entries%'")
                .query(Integer.class)
                .single();
    }

    private int entries(String key) {
        return sql.sql("SELECT count(*) FROM register_entries WHERE key = :key AND version > 0")
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    private long version(String key) {
        return sql.sql("SELECT version FROM register_entries WHERE key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    private long rows() {
        return sql.sql(
                        "SELECT (SELECT count(*) FROM register_entries) + (SELECT count(*) FROM history)")
                .query(Long.class)
                .single();
    }
}
