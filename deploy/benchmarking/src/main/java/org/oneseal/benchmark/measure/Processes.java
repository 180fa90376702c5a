package org.oneseal.benchmark.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Processor seconds of processes, of a server with those it has forked, as the kernel counts them.
 */
public final class Processes {

    private static final double TICKS = 100;

    private final Map<String, Long> roots;
    private final String forking;

    /**
     * @param roots process ids by name
     * @param forking the one whose children count as its own
     */
    public Processes(Map<String, Long> roots, String forking) {
        this.roots = new LinkedHashMap<>(roots);
        this.forking = forking;
    }

    /** Processor seconds so far, by name. */
    public Map<String, Double> seconds() {
        Map<Long, long[]> all = new LinkedHashMap<>();
        try (Stream<Path> folders = Files.list(Path.of("/proc"))) {
            for (Path folder : folders.toList()) {
                String name = folder.getFileName().toString();
                if (!name.matches("\\d+")) continue;
                long[] parentAndTicks = stat(folder);
                if (parentAndTicks.length > 0) all.put(Long.parseLong(name), parentAndTicks);
            }
        } catch (IOException e) {
            return Map.of();
        }
        Map<String, Double> seconds = new LinkedHashMap<>();
        roots.forEach(
                (name, root) -> {
                    long ticks = 0;
                    for (var process : all.entrySet()) {
                        boolean counted =
                                process.getKey().equals(root)
                                        || name.equals(forking) && process.getValue()[0] == root;
                        if (counted) ticks += process.getValue()[1];
                    }
                    seconds.put(name, ticks / TICKS);
                });
        return seconds;
    }

    /** Parent and ticks; empty for a process that has gone. */
    private static long[] stat(Path folder) {
        try {
            String stat = Files.readString(folder.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = 11; i <= 12; i++) ticks += Long.parseLong(fields[i]);
            return new long[] {Long.parseLong(fields[1]), ticks};
        } catch (IOException e) {
            return new long[0];
        }
    }
}
