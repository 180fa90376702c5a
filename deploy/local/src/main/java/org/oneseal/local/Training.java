package org.oneseal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.oneseal.local.process.Child;
import org.oneseal.local.process.ProcessMarks;

/**
 * Starts a service once up to the point where it would begin to serve, so that the JDK learns which
 * classes it needs (JEP 483, 514): the next start loads them ready-made. A training that fails or
 * is cut short costs time at the next starts and nothing else.
 *
 * @param service how the service itself is started
 * @param command its command line, given what the JDK is to do besides
 * @param folder where the service was taken apart
 * @param result the cache that the next start looks for
 */
record Training(Child.Launch service, Command command, Path folder, Path result) {

    /** The command line of a service with options of the JDK. */
    interface Command {
        List<String> with(List<String> modes);
    }

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Trains with what the machine has to spare; returns at once when interrupted. */
    void run(ProcessMarks marks) {
        Path configuration = folder.resolve("training.conf");
        Path fresh = folder.resolve("training.aot");
        boolean learned =
                runs(
                        marks,
                        "-XX:AOTMode=record",
                        "-XX:AOTConfiguration=" + configuration,
                        "-Dspring.context.exit=onRefresh");
        boolean kept =
                learned
                        && runs(
                                marks,
                                "-XX:AOTMode=create",
                                "-XX:AOTConfiguration=" + configuration,
                                "-XX:AOTCache=" + fresh);
        try {
            if (kept) {
                Files.move(fresh, result, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean runs(ProcessMarks marks, String... modes) {
        Child child = Child.start(launch(List.of(modes)), marks, _ -> {});
        try {
            return child.awaitEnd(PATIENCE) && child.exitCode() == 0;
        } finally {
            child.kill();
            marks.remove(child.name());
        }
    }

    private Child.Launch launch(List<String> modes) {
        String name = service.name() + "-training";
        return new Child.Launch(
                name,
                // Only what nobody else wants of the processors.
                List.of("chrt", "--idle", "0"),
                command.with(modes),
                service.environment(),
                folder,
                service.log().resolveSibling(name + ".log"),
                "TERM",
                "KILL");
    }
}
