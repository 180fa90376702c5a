package org.oneseal.benchmark.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Processor seconds of processes with their children, as the kernel counts them. */
public final class Processes {

    private static final double TICKS = 100;

    private final Map<String, Long> roots;

    /**
     * @param roots process ids by name
     */
    public Processes(Map<String, Long> roots) {
        this.roots = new LinkedHashMap<>(roots);
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
                                process.getKey().equals(root) || process.getValue()[0] == root;
                        if (counted) ticks += process.getValue()[1];
                    }
                    seconds.put(name, ticks / TICKS);
                });
        return seconds;
    }

    /** Parent and ticks, those of ended children too; empty for a process that has gone. */
    private static long[] stat(Path folder) {
        try {
            String stat = Files.readString(folder.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = 11; i <= 14; i++) ticks += Long.parseLong(fields[i]);
            return new long[] {Long.parseLong(fields[1]), ticks};
        } catch (IOException e) {
            return new long[0];
        }
    }
}
