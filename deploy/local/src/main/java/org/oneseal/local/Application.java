package org.oneseal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.oneseal.local.process.Child;
import org.oneseal.local.process.Trouble;

/** One of the seven services: its jar is taken apart once, because that starts faster. */
final class Application implements Recipe {

    private static final int KEPT_VERSIONS = 2;

    private final Part part;
    private final String name;
    private final Path root;
    private final Path state;
    private final Path cache;
    private final int port;
    private final List<String> jvm;
    private final Supplier<Map<String, String>> environment;
    private final boolean aot;
    private Path folder;

    Application(
            Part part,
            String name,
            Options options,
            int port,
            List<String> jvm,
            Supplier<Map<String, String>> environment) {
        this.part = part;
        this.name = name;
        this.root = options.root();
        this.state = options.state();
        this.cache = options.cache();
        this.port = port;
        this.jvm = List.copyOf(jvm);
        this.environment = environment;
        this.aot = options.aot();
        this.folder = cache;
    }

    @Override
    public void prepare() {
        Path jar = jar();
        Path versions = cache.resolve("apps").resolve(part.id());
        Path current = versions.resolve(identity(jar));
        if (!Files.isDirectory(current)) {
            prune(versions);
        }
        folder = Unpacked.once(current, into -> extract(jar, into));
    }

    /** What the JDK must still learn so that the next start is faster; empty when it knows. */
    Optional<Training> training() {
        prepare();
        return aot && !Files.exists(trained())
                ? Optional.of(new Training(launch(), command(), folder, trained()))
                : Optional.empty();
    }

    private Path jar() {
        Path target = root.resolve(part.id()).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .filter(file -> !file.getFileName().toString().contains("-sources"))
                    .findFirst()
                    .orElseThrow(() -> notBuilt(target));
        } catch (IOException _) {
            throw notBuilt(target);
        }
    }

    private Trouble notBuilt(Path target) {
        return new Trouble(part.id() + " is not built: no jar in " + target);
    }

    @Override
    public Child.Launch launch() {
        List<String> modes = new ArrayList<>();
        Path trained = trained();
        if (aot && Files.exists(trained)) {
            modes.add("-XX:AOTCache=" + trained);
            // A cache that does not fit is no reason not to start.
            modes.add("-Xlog:aot=off,class+path=off");
        }
        List<String> command = command().with(modes);
        return new Child.Launch(
                name,
                List.of(),
                command,
                environment.get(),
                folder,
                state.resolve("logs").resolve(name + ".log"),
                "TERM",
                "KILL");
    }

    private Training.Command command() {
        return modes -> {
            List<String> command = new ArrayList<>();
            command.add(ClassPath.java());
            command.addAll(jvm);
            command.addAll(modes);
            command.addAll(List.of("-jar", part.id() + ".jar"));
            return command;
        };
    }

    private Path trained() {
        return folder.resolve("trained.aot");
    }

    @Override
    public void awaitReady(Child child, Duration patience) {
        URI health = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        Await.ready(child, patience, () -> Http.answers(health));
    }

    @Override
    public Duration grace() {
        return Duration.ofSeconds(20);
    }

    private void extract(Path jar, Path into) throws IOException {
        Path taken = into.resolve("taken");
        Process extraction =
                new ProcessBuilder(
                                ClassPath.java(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--destination",
                                taken.toString())
                        .redirectErrorStream(true)
                        .start();
        try {
            String output =
                    new String(extraction.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (extraction.waitFor() != 0) {
                throw new IOException("Can't take " + jar + " apart: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
        try (Stream<Path> top = Files.list(taken)) {
            for (Path entry : top.toList()) {
                String name = entry.getFileName().toString();
                Files.move(entry, into.resolve(name.endsWith(".jar") ? part.id() + ".jar" : name));
            }
        }
        Files.delete(taken);
    }

    /** Content, not time: the checksums of what is in the jar. */
    private static String identity(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            zip.stream()
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .forEach(
                            entry ->
                                    digest.update(
                                            (entry.getName()
                                                            + " "
                                                            + entry.getSize()
                                                            + " "
                                                            + entry.getCrc()
                                                            + "\n")
                                                    .getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps the last one before the new, because a running platform may still use it. */
    private static void prune(Path versions) {
        if (!Files.isDirectory(versions)) {
            return;
        }
        try (Stream<Path> all = Files.list(versions)) {
            all.sorted(
                            Comparator.comparing((Path version) -> version.toFile().lastModified())
                                    .reversed())
                    .skip(KEPT_VERSIONS - 1L)
                    .forEach(Unpacked::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
