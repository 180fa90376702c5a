package org.oneseal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.local.process.Child;
import org.oneseal.local.process.Trouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keycloak in production mode on PostgreSQL. The distribution is unpacked and built once into the
 * cache; a platform has a home of its own that links to it and holds the realm to import.
 */
final class Keycloak implements Recipe {

    static final String REALM = "oneseal";
    static final String ADMINISTRATOR = "admin";

    private static final String ACCOUNTS = "oneseal-users-0.json";

    private static final List<String> BUILD_OPTIONS = List.of("--db=postgres", "--cache=local");
    private static final List<String> JVM =
            List.of(
                    "-Xms64m",
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "-XX:MaxMetaspaceSize=256m",
                    // Its start is most of what it does here.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Dfile.encoding=UTF-8",
                    "-Duser.language=en",
                    "-Duser.country=US",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                    "--add-opens=java.base/java.security=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                            + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                    "-Dpicocli.disable.closures=true");

    private final Path root;
    private final Path cache;
    private final Path home;
    private final Path log;
    private final int port;
    private final Secrets secrets;
    private final Database database;
    private final Map<String, String> realmVariables;

    Keycloak(
            Path root,
            Path state,
            Path cache,
            int port,
            Secrets secrets,
            Database database,
            Map<String, String> realmVariables) {
        this.root = root;
        this.cache = cache;
        this.home = state.resolve("keycloak");
        this.log = state.resolve("logs").resolve("keycloak.log");
        this.port = port;
        this.secrets = secrets;
        this.database = database;
        this.realmVariables = Map.copyOf(realmVariables);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI issuer() {
        return address().resolve("/realms/" + REALM);
    }

    URI token() {
        return address().resolve("/realms/" + REALM + "/protocol/openid-connect/token");
    }

    URI jwks() {
        return address().resolve("/realms/" + REALM + "/protocol/openid-connect/certs");
    }

    @Override
    public void prepare() {
        Path archive = ClassPath.keycloakArchive(root);
        String name = archive.getFileName().toString().replace(".zip", "");
        Path distribution =
                Unpacked.once(
                        cache.resolve(name),
                        into -> {
                            Unpacked.zipWithoutTop(archive, into);
                            build(into);
                        });
        try {
            Secrets.Private.folder(home);
            for (String part : List.of("lib", "conf", "providers", "themes", "version.txt")) {
                Path link = home.resolve(part);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(part));
            }
            Path imported = Files.createDirectories(home.resolve("data/import"));
            for (String file : List.of("oneseal-realm.json", ACCOUNTS)) {
                Files.copy(
                        root.resolve("deploy/keycloak").resolve(file),
                        imported.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The demonstration's accounts, each with its roles, as the realm's file names them. */
    Map<String, String> accounts() {
        try {
            JsonNode file =
                    JsonMapper.shared()
                            .readTree(
                                    Files.readString(
                                            root.resolve("deploy/keycloak").resolve(ACCOUNTS)));
            Map<String, String> accounts = new LinkedHashMap<>();
            for (JsonNode user : file.path("users")) {
                List<String> roles = new ArrayList<>();
                user.path("realmRoles").forEach(role -> roles.add(role.asString()));
                accounts.put(user.path("username").asString(), String.join(", ", roles));
            }
            return accounts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Child.Launch launch() {
        Map<String, String> environment = new HashMap<>(realmVariables);
        environment.put("KC_DB_URL", database.url());
        environment.put("KC_DB_USERNAME", database.user());
        environment.put("KC_DB_PASSWORD", database.password());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak.admin"));
        return new Child.Launch(
                "keycloak",
                List.of(),
                command(
                        home,
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=" + address(),
                        "--db-pool-max-size=20",
                        "--log-level=warn"),
                environment,
                home,
                log,
                "TERM",
                "KILL");
    }

    @Override
    public void awaitReady(Child child, Duration patience) {
        URI known = address().resolve("/realms/" + REALM + "/.well-known/openid-configuration");
        Await.ready(child, patience, () -> Http.answers(known));
    }

    @Override
    public Duration grace() {
        return Duration.ofSeconds(15);
    }

    private static void build(Path distribution) throws IOException {
        List<String> command = command(distribution, "build", BUILD_OPTIONS.toArray(String[]::new));
        Path output = Files.createTempFile("keycloak-build", ".txt");
        try {
            Process build =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (build.waitFor() != 0) {
                throw new Trouble("Keycloak can't be built:\n" + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while Keycloak was being built", e);
        } finally {
            Files.delete(output);
        }
    }

    private static List<String> command(Path home, String verb, String... options) {
        List<String> command = new ArrayList<>();
        command.add(ClassPath.java());
        command.addAll(JVM);
        command.addAll(
                List.of(
                        "-Dkc.home.dir=" + home,
                        "-Djboss.server.config.dir=" + home.resolve("conf"),
                        "-cp",
                        home.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        verb));
        command.addAll(List.of(options));
        return command;
    }
}
