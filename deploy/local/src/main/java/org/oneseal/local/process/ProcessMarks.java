package org.oneseal.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder in which the launcher notes its processes, one file each. */
public final class ProcessMarks {

    private static final String SUFFIX = ".pid";
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Path folder;

    public ProcessMarks(Path folder) {
        this.folder = folder;
    }

    public void put(String name, ProcessMark mark) {
        try {
            Files.createDirectories(folder);
            Path whole = folder.resolve(name + ".new");
            Files.writeString(whole, mark.line());
            Files.move(
                    whole,
                    folder.resolve(name + SUFFIX),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void remove(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + SUFFIX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<ProcessMark> living(String name) {
        return read(folder.resolve(name + SUFFIX)).filter(ProcessMark::alive);
    }

    /** Every noted process that still lives, by name. */
    public Map<String, ProcessMark> living() {
        Map<String, ProcessMark> living = new TreeMap<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            read(file)
                    .filter(ProcessMark::alive)
                    .ifPresent(
                            mark ->
                                    living.put(
                                            name.substring(0, name.length() - SUFFIX.length()),
                                            mark));
        }
        return living;
    }

    /**
     * Ends every noted process that still lives, first politely, after {@code grace} by force, and
     * forgets all. Returns the names of those that were alive.
     */
    public List<String> clear(Duration grace) {
        Map<String, ProcessMark> left = living();
        left.values().forEach(mark -> mark.signal("TERM"));
        awaitEnd(left.values().stream().toList(), grace);
        left.values().forEach(mark -> mark.signal("KILL"));
        awaitEnd(left.values().stream().toList(), Duration.ofSeconds(5));
        for (Path file : files()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(left.keySet());
    }

    /** Waits until all have gone; false when {@code patience} ran out first. */
    public static boolean awaitEnd(List<ProcessMark> marks, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        List<ProcessMark> open = new ArrayList<>(marks);
        while (true) {
            open.removeIf(mark -> !mark.alive());
            if (open.isEmpty()) {
                return true;
            }
            if (System.nanoTime() > end) {
                return false;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20 * NANOS_PER_MILLI);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessMark> read(Path file) {
        try {
            return ProcessMark.parse(Files.readString(file));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
