package org.oneseal.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.oneseal.local.process.Child;
import org.oneseal.local.process.Trouble;

/**
 * A durable and closed PostgreSQL: commits reach the disk, every connection proves its password by
 * SCRAM, and a role reaches the one database that has its name.
 */
final class Postgres implements Recipe {

    static final String SUPERUSER = "postgres";

    private static final String VERSION = "18.4.0";
    private static final Duration ORPHANS = Duration.ofSeconds(15);
    private static final String SETTINGS = "oneseal.conf";

    private final Path cache;
    private final Path folder;
    private final Path data;
    private final Path log;
    private final int port;
    private final Secrets secrets;
    private final List<String> roles;
    private Rights rights = Rights.OURSELVES;
    private Path programs;

    Postgres(Path state, Path cache, int port, Secrets secrets, List<String> roles) {
        this.cache = cache;
        this.folder = state.resolve("postgres");
        this.data = folder.resolve("data");
        this.log = state.resolve("logs").resolve("postgres.log");
        this.port = port;
        this.secrets = secrets;
        this.roles = List.copyOf(roles);
        this.programs = cache;
    }

    /** The database of a role; the superuser's is the one of its name. */
    Database database(String role) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + role,
                role,
                secrets.of("postgres." + role));
    }

    @Override
    public void prepare() {
        String archive = archive();
        programs =
                Unpacked.once(
                        cache.resolve("postgresql-" + VERSION),
                        into -> {
                            try (InputStream txz = Postgres.class.getResourceAsStream(archive)) {
                                if (txz == null) {
                                    throw new IOException("No " + archive + " on the class path");
                                }
                                Unpacked.tarXz(txz, into);
                            }
                        });
        Secrets.Private.folder(folder);
        rights = Rights.forPostgres(folder, programs);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        configure();
    }

    /**
     * A killed postmaster's backends notice a moment later, and until then the data can't be used.
     * They are known by working in the data folder.
     */
    private void awaitOrphans() {
        long end = System.nanoTime() + ORPHANS.toNanos();
        while (System.nanoTime() < end && worksInData()) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private boolean worksInData() {
        return ProcessHandle.allProcesses()
                .anyMatch(
                        process -> {
                            try {
                                return Files.readSymbolicLink(
                                                Path.of(
                                                        "/proc",
                                                        Long.toString(process.pid()),
                                                        "cwd"))
                                        .equals(data);
                            } catch (IOException _) {
                                return false;
                            }
                        });
    }

    @Override
    public Child.Launch launch() {
        awaitOrphans();
        return new Child.Launch(
                "postgres",
                rights.wrapper(),
                List.of(
                        programs.resolve("bin/postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port)),
                Map.of("LC_ALL", "C"),
                folder,
                log,
                // Fast shutdown; and at the launcher's death the immediate one, which takes every
                // backend along and is recovered from at the next start.
                "INT",
                "QUIT");
    }

    @Override
    public void awaitReady(Child child, Duration patience) {
        Await.ready(
                child,
                patience,
                () -> {
                    try (Connection connection = database(SUPERUSER).connect()) {
                        return connection.isValid(1);
                    } catch (SQLException e) {
                        if ("28P01".equals(e.getSQLState())) {
                            throw new Trouble(
                                    "PostgreSQL refuses the launcher's password: "
                                            + "the secrets are not those its data were made with. "
                                            + "deploy/up --fresh begins anew.",
                                    e);
                        }
                        return false;
                    }
                });
        try (Connection connection = database(SUPERUSER).connect();
                Statement statement = connection.createStatement()) {
            for (String role : roles) {
                provide(statement, role);
            }
        } catch (SQLException e) {
            throw new Trouble("Can't make the databases: " + e.getMessage(), e);
        }
    }

    @Override
    public Duration grace() {
        return Duration.ofSeconds(30);
    }

    private void provide(Statement statement, String role) throws SQLException {
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
            statement.execute(
                    "CREATE ROLE %s LOGIN PASSWORD '%s'"
                            .formatted(role, secrets.of("postgres." + role)));
        }
        if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + role + "'")) {
            statement.execute("CREATE DATABASE %s OWNER %s".formatted(role, role));
            statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(role));
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private void initialise() {
        Path passwords = folder.resolve("initdb-password");
        Path fresh = folder.resolve("data.new");
        Unpacked.delete(fresh);
        Secrets.Private.write(passwords, secrets.of("postgres." + SUPERUSER) + "\n");
        List<String> command = new ArrayList<>(rights.wrapper());
        command.addAll(
                List.of(
                        programs.resolve("bin/initdb").toString(),
                        "--pgdata=" + fresh,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + passwords,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"));
        try {
            if (rights == Rights.NOBODY) {
                new ProcessBuilder("chown", "65534:65534", passwords.toString()).start().waitFor();
            }
            Files.createDirectories(log.getParent());
            Process initdb =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            if (initdb.waitFor() != 0) {
                throw new Trouble("initdb failed; see " + log + "\n" + Files.readString(log));
            }
            Files.writeString(
                    fresh.resolve("postgresql.conf"),
                    "\ninclude_if_exists '" + SETTINGS + "'\n",
                    StandardOpenOption.APPEND);
            Files.move(fresh, data);
            Files.delete(passwords);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted in initdb", e);
        }
    }

    private void configure() {
        try {
            Files.writeString(
                    data.resolve(SETTINGS),
                    """
                    listen_addresses = '127.0.0.1'
                    unix_socket_directories = ''
                    password_encryption = 'scram-sha-256'
                    fsync = on
                    synchronous_commit = on
                    full_page_writes = on
                    max_connections = 200
                    shared_buffers = 256MB
                    max_wal_size = 2GB
                    timezone = 'UTC'
                    log_timezone = 'UTC'
                    log_line_prefix = '%m [%p] %u@%d '
                    """);
            Files.writeString(
                    data.resolve("pg_hba.conf"),
                    """
                    # type  database  user      address       method
                    host    all       postgres  127.0.0.1/32  scram-sha-256
                    host    sameuser  all       127.0.0.1/32  scram-sha-256
                    """);
            if (rights == Rights.NOBODY) {
                new ProcessBuilder("chown", "-R", "65534:65534", data.toString()).start().waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while configuring PostgreSQL", e);
        }
    }

    private static String archive() {
        String machine = System.getProperty("os.arch");
        return switch (machine) {
            case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
            case "aarch64" -> "/postgres-linux-arm_64.txz";
            default ->
                    throw new Trouble(
                            "There is no PostgreSQL to unpack for this kind of machine: "
                                    + machine);
        };
    }
}
