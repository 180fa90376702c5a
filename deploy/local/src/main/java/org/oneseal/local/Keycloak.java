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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keycloak in production mode on PostgreSQL. A platform has a home of its own that links to the
 * {@link KeycloakDistribution} and holds the realm to import.
 */
final class Keycloak implements Recipe {

    static final String REALM = "oneseal";
    static final String ADMINISTRATOR = "admin";

    private static final String ACCOUNTS = "oneseal-users-0.json";

    private final Path root;
    private final Path cache;
    private final Path home;
    private final Path log;
    private final int port;
    private final boolean archive;
    private final Secrets secrets;
    private final Database database;
    private final Map<String, String> realmVariables;

    Keycloak(
            Options options,
            Secrets secrets,
            Database database,
            Map<String, String> realmVariables) {
        this.root = options.root();
        this.cache = options.cache();
        this.home = options.state().resolve("keycloak");
        this.log = options.state().resolve("logs").resolve("keycloak.log");
        this.port = options.ports().of(Part.KEYCLOAK);
        this.archive = options.aot();
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
        Path distribution = KeycloakDistribution.in(cache, root);
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
        // A database that crashed leaves dead connections in the pool: the next login must not
        // fail.
        environment.put("QUARKUS_DATASOURCE_JDBC_FOREGROUND_VALIDATION_INTERVAL", "1S");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak.admin"));
        return new Child.Launch(
                "keycloak",
                List.of(),
                KeycloakDistribution.command(
                        home,
                        archive(),
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=" + address(),
                        "--db-pool-max-size=20",
                        // One node: no cluster to find, no members to keep in the database.
                        "--cache=local",
                        "--log-level=warn"),
                environment,
                home,
                log,
                "TERM",
                "KILL");
    }

    /** Classes as they were at the last orderly end: two thirds of the time to start. */
    private List<String> archive() {
        if (!archive) return List.of();
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + cache.resolve("keycloak.jsa"),
                "-Xshare:auto",
                "-Xlog:cds=off,cds+dynamic=off,class+path=off");
    }

    @Override
    public void awaitReady(Child child, Duration patience) {
        URI known = address().resolve("/realms/" + REALM + "/.well-known/openid-configuration");
        Await.ready(child, patience, () -> Http.answers(known));
    }

    /** Its first orderly end writes the archive, which takes seven seconds of a free processor. */
    @Override
    public Duration grace() {
        return Duration.ofSeconds(45);
    }
}
