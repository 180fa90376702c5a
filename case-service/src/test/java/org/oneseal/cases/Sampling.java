package org.oneseal.cases;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a database works at while something is measured, and who has the processors. */
final class Sampling implements AutoCloseable {

    private static final String AT_WORK =
            """
            SELECT left(regexp_replace(query, '[[:space:]]+', ' ', 'g'), 44)
                   || coalesce(' / ' || wait_event, '')
              FROM pg_stat_activity
             WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()
            """;

    private final Map<String, Integer> seen = new TreeMap<>();
    private final long begin = System.nanoTime();
    private final long ownBefore = own();
    private final double allBefore = all();
    private final Thread thread;
    private volatile boolean over;
    private int samples;

    Sampling(JdbcClient jdbc) {
        thread = Thread.ofPlatform().start(() -> sample(jdbc));
    }

    private void sample(JdbcClient jdbc) {
        while (!over) {
            samples++;
            jdbc.sql(AT_WORK)
                    .query(String.class)
                    .list()
                    .forEach(one -> seen.merge(String.valueOf(one), 1, Integer::sum));
            java.util.concurrent.locks.LockSupport.parkNanos(30_000_000);
        }
    }

    private static long own() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Seconds of all processors in use. */
    private static double all() {
        try {
            String[] times = Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +");
            long used = 0;
            for (int i : new int[] {1, 2, 3, 6, 7}) used += Long.parseLong(times[i]);
            return used / 100.0;
        } catch (java.io.IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        print(
                "processors: %.2f in use, of these this process %.2f",
                (all() - allBefore) / seconds, (own() - ownBefore) / 1e9 / seconds);
        seen.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(14)
                .forEach(e -> print("%5.2f  %s", e.getValue() / (double) samples, e.getKey()));
    }

    private static void print(String text, Object... arguments) {
        System.out.printf(Locale.ROOT, "measured: " + text + "%n", arguments);
    }
}
