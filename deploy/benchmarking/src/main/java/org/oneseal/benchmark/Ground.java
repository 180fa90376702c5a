package org.oneseal.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.oneseal.local.Console;
import org.oneseal.local.Database;
import org.oneseal.local.LocalPlatform;
import org.oneseal.local.Options;
import org.oneseal.local.Part;
import org.oneseal.local.Ports;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import org.oneseal.story.StoryClock;
import org.oneseal.story.Surroundings;
import org.oneseal.story.chapters.DistrictChapter;

/** The platform that is measured: its own, in a folder of its own, with compiled code. */
final class Ground implements AutoCloseable {

    /** One account does the work of many people here, so the limit for a person is lifted. */
    private static final Map<String, String> LIMITS =
            Map.of(
                    "ONESEAL_GATEWAY_LIMITS_PERSON_PERSECOND", "100000",
                    "ONESEAL_GATEWAY_LIMITS_PERSON_BURST", "100000");

    private final LocalPlatform platform;
    private final Surroundings surroundings;
    private final Desk desk;

    private Ground(LocalPlatform platform, Surroundings surroundings) {
        this.platform = platform;
        this.surroundings = surroundings;
        this.desk = new Desk(surroundings);
    }

    static Ground start(Settings settings) throws IOException, SQLException {
        if (!settings.keep()) LocalPlatform.forget(settings.state());
        Options options =
                Options.of(settings.checkout())
                        .withState(settings.state())
                        .withCache(settings.cache())
                        .withPorts(Ports.from(settings.port()))
                        // Nothing is trained beside what is measured, and nothing stops half
                        // compiled.
                        .withAot(false)
                        .withQuickCompiler(false)
                        .withConsole(Console.printing())
                        .withEnvironment(Map.of("ONESEAL_SEAL_INTERVAL", "10s"))
                        .withEnvironmentOf(Part.GATEWAY, LIMITS);
        if (settings.profile()) Statements.prepare(options);
        LocalPlatform platform = LocalPlatform.start(options);
        Path work = settings.state().resolve("benchmark");
        Files.createDirectories(work);
        return new Ground(
                platform,
                new Surroundings(
                        platform.address(Part.GATEWAY),
                        URI.create(platform.issuer() + "/protocol/openid-connect/token"),
                        platform.demoPassword(),
                        platform::clientSecret,
                        platform::kafkaAsSource,
                        settings.checkout(),
                        null,
                        work,
                        org.oneseal.local.Connection.publicValues(settings.state()),
                        StoryClock.ahead(Duration.ZERO)));
    }

    void district() throws IOException {
        new DistrictChapter(surroundings, desk, new Narrator(System.out)).tell();
    }

    LocalPlatform platform() {
        return platform;
    }

    Desk desk() {
        return desk;
    }

    URI gateway() {
        return surroundings.gateway();
    }

    Path work() {
        return surroundings.work();
    }

    Path checkout() {
        return surroundings.checkout();
    }

    Database database(Part service) {
        return platform.databaseAsSuperuser(service.segment());
    }

    /** The first value of a query, as text; empty for NULL or no row. */
    String ask(Part service, String sql) throws SQLException {
        try (Connection connection = database(service).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            String value = rows.next() ? rows.getString(1) : null;
            return value == null ? "" : value;
        }
    }

    void execute(Part service, String sql) throws SQLException {
        try (Connection connection = database(service).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The parts' processes, by title. */
    Map<String, Long> processes() {
        Map<String, Long> processes = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            processes.put(part.title(), platform.running(part).pid());
        }
        processes.put("load generator", ProcessHandle.current().pid());
        return processes;
    }

    @Override
    public void close() {
        platform.close();
    }
}
