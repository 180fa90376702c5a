package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.local.Database;
import org.oneseal.local.LocalPlatform;
import org.oneseal.local.Options;
import org.oneseal.local.Part;
import org.oneseal.local.Ports;
import org.oneseal.story.Desk;
import org.oneseal.story.Narrator;
import org.oneseal.story.StoryClock;
import org.oneseal.story.Surroundings;
import org.oneseal.story.chapters.CommissionChapter;
import org.oneseal.story.chapters.DistrictChapter;
import org.oneseal.story.chapters.LicenceChapter;

/**
 * A platform of its own in a fresh folder, on free ports; its logs outlive it in {@code target}.
 */
final class World implements AutoCloseable {

    static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();

    /** 冷水滩区. */
    static final String REGION = "431103000000";

    /** Not a budget: a shared machine can stand still for minutes, and that says nothing of us. */
    static final Duration SOON = Duration.ofMinutes(5);

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private final long began = System.nanoTime();
    private final String name;
    private final Path state;
    private volatile Duration clockOffset;
    private final Ports ports;
    private final LocalPlatform platform;
    private final Desk desk;
    private @Nullable Map<String, Object> district;
    private @Nullable Map<String, Object> licence;
    private final Map<String, CommissionChapter> commissions = new HashMap<>();

    private World(String name, Duration clockOffset, Ports ports) {
        this.name = name;
        this.clockOffset = clockOffset;
        this.ports = ports;
        try {
            this.state = Files.createTempDirectory("oneseal-" + name + "-");
            if (Files.exists(work())) delete(work());
            Files.createDirectories(work());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Options options =
                Options.of(ROOT)
                        .withState(state)
                        .withCache(TARGET.resolve("cache"))
                        .withPorts(ports)
                        .withClockOffset(clockOffset)
                        // Learning takes longer than what the few starts of a test would gain.
                        .withAot(false)
                        .withEnvironment(environment())
                        // One person of a journey does the work of many.
                        .withEnvironmentOf(
                                Part.GATEWAY,
                                Map.of(
                                        "ONESEAL_GATEWAY_LIMITS_PERSON_PERSECOND", "5000",
                                        "ONESEAL_GATEWAY_LIMITS_PERSON_BURST", "5000",
                                        "ONESEAL_GATEWAY_LIMITS_ANONYMOUS_PERSECOND", "5000",
                                        "ONESEAL_GATEWAY_LIMITS_ANONYMOUS_BURST", "5000",
                                        "ONESEAL_GATEWAY_LIMITS_REFUSED_PERSECOND", "5000",
                                        "ONESEAL_GATEWAY_LIMITS_REFUSED_BURST", "5000"));
        long begin = System.nanoTime();
        this.platform = LocalPlatform.start(options);
        say("ready after %.1f s".formatted((System.nanoTime() - begin) / 1e9));
        this.desk = new Desk(surroundings(null));
    }

    private Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>();
        variables.put("ONESEAL_SEAL_INTERVAL", "1s");
        return variables;
    }

    /** A platform that lives as long as the caller wants. */
    static World start(String name, Duration clockOffset) {
        return new World(name, clockOffset, Ports.free());
    }

    LocalPlatform platform() {
        return platform;
    }

    /** The district is set up, once; what the story tells of it. */
    synchronized Map<String, Object> district() {
        if (district == null) {
            district =
                    tell("district", new DistrictChapter(here(), desk, narrator("district"))::tell);
        }
        return district;
    }

    /** A firm has its licence, once; what the story tells of it. */
    synchronized Map<String, Object> licence() {
        district();
        if (licence == null) {
            licence = tell("licence", new LicenceChapter(here(), desk, narrator("licence"))::tell);
        }
        return licence;
    }

    /**
     * After acceptance, while the expert review runs, after it ended the same day; each as promised
     * / by law.
     */
    List<?> duesOfTheLicence() {
        Map<String, Object> told = licence();
        assertThat(district()).containsEntry("calendarNext", "provisional");
        return (List<?>) Objects.requireNonNull(told.get("dues"));
    }

    /** From now to ten in the morning of a day in the district. */
    static Duration until(LocalDate day) {
        return Duration.between(
                Instant.now(), day.atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    }

    /**
     * A review commissioned in the market, each name begun once. Sign-up takes a minute and the
     * public value another; nobody waits for them here, see {@link Clock}.
     */
    synchronized CommissionChapter commission(String which) throws IOException {
        CommissionChapter known = commissions.get(which);
        if (known != null) return known;
        district();
        CommissionChapter begun = new CommissionChapter(here(), desk, narrator(which));
        begun.begin();
        commissions.put(which, begun);
        return begun;
    }

    /** Lets that much time go by for everybody, at once. */
    void pass(Duration time) {
        new Clock().awaitTime(now().plus(time));
    }

    /** Returns when nothing that was begun here will write anything by itself. */
    synchronized void awaitQuiet() {
        try {
            for (CommissionChapter begun : commissions.values()) begun.awaitClose();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Surroundings here() {
        return surroundings(null);
    }

    private interface Chapter {
        Map<String, Object> tell() throws IOException;
    }

    private Map<String, Object> tell(String chapter, Chapter told) {
        long begin = System.nanoTime();
        try {
            Map<String, Object> report = told.tell();
            say(
                    "%s after %.1f s: %s"
                            .formatted(chapter, (System.nanoTime() - begin) / 1e9, report));
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ports ports() {
        return ports;
    }

    Desk desk() {
        return desk;
    }

    /** What the platform's clock shows. */
    Instant now() {
        return Instant.now().plus(clockOffset);
    }

    /** Moves everybody's clock; what was told before is told anew when asked for. */
    synchronized void moveClock(Duration offset) {
        platform.moveClock(offset);
        clockOffset = offset;
        district = null;
        licence = null;
    }

    /** Where the story may leave files. */
    Path work() {
        return TARGET.resolve("journeys").resolve(name);
    }

    Path logs() {
        return state.resolve("logs");
    }

    Path state() {
        return state;
    }

    /** The folder of an outsider who keeps the seals. */
    Path outsideSeals() {
        return state.resolve("seals");
    }

    Surroundings surroundings(@Nullable Path logs) {
        return new Surroundings(
                platform.address(Part.GATEWAY),
                java.net.URI.create(platform.issuer() + "/protocol/openid-connect/token"),
                platform.demoPassword(),
                platform::clientSecret,
                platform::kafkaAsSource,
                ROOT,
                logs,
                work(),
                org.oneseal.local.Connection.publicValues(state),
                new Clock());
    }

    /** A narrator who writes into {@code target}. */
    Narrator narrator(String chapter) {
        try {
            return new Narrator(
                    new PrintStream(
                            Files.newOutputStream(work().resolve("story-" + chapter + ".txt")),
                            true,
                            StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void say(String line) {
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        System.out.println("[" + name + " +" + seconds + " s] " + line);
    }

    /** The one value that a query on a service's database has, as text. */
    String ask(Part service, String query) {
        return String.join("\n", askAll(service, query));
    }

    /** The rows of a query, columns joined by a tab. */
    List<String> askAll(Part service, String query) {
        try (Connection connection = database(service).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) row.add(String.valueOf(rows.getString(i)));
                all.add(String.join("\t", row));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    long count(Part service, String query) {
        return Long.parseLong(ask(service, query));
    }

    /** A service's database with all rights. */
    Database database(Part service) {
        return platform.databaseAsSuperuser(service.segment());
    }

    @Override
    public void close() {
        platform.close();
        try {
            keepLogs();
            delete(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepLogs() throws IOException {
        Path kept = work().resolve("logs");
        Files.createDirectories(kept);
        try (Stream<Path> files = Files.list(logs())) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        kept.resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e)
                            throws IOException {
                        Files.delete(dir);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /** Whoever would wait for a time moves everybody's clock to it. */
    private final class Clock implements StoryClock {

        @Override
        public Instant now() {
            return World.this.now();
        }

        @Override
        public void awaitTime(Instant time) {
            synchronized (World.this) {
                Duration left = Duration.between(now(), time);
                if (!left.isPositive()) return;
                clockOffset = clockOffset.plus(left);
                platform.moveClock(clockOffset);
            }
        }
    }
}
