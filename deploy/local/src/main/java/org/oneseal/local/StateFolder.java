package org.oneseal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.local.process.ProcessMarks;
import org.oneseal.local.process.Trouble;

/** The folder of a platform's data, secrets and logs; one process at a time has it. */
final class StateFolder implements AutoCloseable {

    static final Duration GRACE_FOR_LEFTOVERS = Duration.ofSeconds(10);

    private final Path folder;
    private final FileChannel lock;

    private StateFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes the folder for this process; says who has it when somebody has. */
    static StateFolder lock(Path state) {
        try {
            FileChannel channel =
                    FileChannel.open(
                            state.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw alreadyRunning(state);
            }
            return new StateFolder(state, channel);
        } catch (java.nio.channels.OverlappingFileLockException _) {
            throw alreadyRunning(state);
        } catch (IOException e) {
            throw new Trouble("Can't write to " + state + ": " + e, e);
        }
    }

    private static Trouble alreadyRunning(Path state) {
        String who =
                new ProcessMarks(state.resolve("run"))
                        .living(LocalPlatform.LAUNCHER)
                        .map(mark -> " (launcher's pid " + mark.pid() + ")")
                        .orElse("");
        return new Trouble(
                "The platform of " + state + " is running" + who + ". Stop it with deploy/down.");
    }

    /** Deletes all that a platform which is not running keeps in its state folder. */
    static void forget(Path state) {
        if (!Files.isDirectory(state)) {
            return;
        }
        try (StateFolder _ = lock(state)) {
            new ProcessMarks(state.resolve("run")).clear(GRACE_FOR_LEFTOVERS);
            for (String name :
                    List.of(
                            "postgres",
                            "kafka",
                            "keycloak",
                            "keys",
                            "secrets",
                            "files",
                            "seals",
                            "beacon")) {
                Path path = state.resolve(name);
                if (Files.isDirectory(path)) {
                    Unpacked.delete(path);
                } else {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Logs of the start before, one generation. */
    void keepOldLogs() {
        Path logs = folder.resolve("logs");
        if (!Files.isDirectory(logs)) {
            return;
        }
        try (Stream<Path> files = Files.list(logs)) {
            for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
                if (!log.endsWith("launcher.log")) {
                    Files.move(
                            log,
                            log.resolveSibling(log.getFileName() + ".old"),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
