package org.oneseal.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.oneseal.local.Part;

/** Where figures were taken: without it they mean nothing. */
final class Machine {

    private static final List<String> SETTINGS =
            List.of(
                    "fsync",
                    "synchronous_commit",
                    "full_page_writes",
                    "shared_buffers",
                    "max_wal_size",
                    "server_version");

    private Machine() {}

    static String described(Ground ground) throws SQLException, IOException {
        var text = new StringBuilder();
        text.append(Runtime.getRuntime().availableProcessors()).append(" cores");
        text.append(", ").append(memory());
        text.append(", JDK ").append(Runtime.version().feature());
        for (String setting : SETTINGS) {
            text.append(", ").append(setting).append(' ');
            text.append(ground.ask(Part.CASE, "SHOW " + setting).replaceFirst(" .*", ""));
        }
        return text.append(", services at -Xmx256m").toString();
    }

    private static String memory() throws IOException {
        String kilobytes =
                Files.readAllLines(Path.of("/proc/meminfo")).getFirst().replaceAll("\\D", "");
        return String.format(Locale.ROOT, "%.0f GiB", Long.parseLong(kilobytes) / 1024.0 / 1024.0);
    }

    /** Runnable processes averaged over the last minute, by the kernel's count. */
    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** Until the processors have little to do: what was begun is done, what waits is compiled. */
    static void rest(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        long[] before = ticks();
        do {
            Thread.sleep(2_000);
            long[] now = ticks();
            double idle = (now[0] - before[0]) / (double) Math.max(1, now[1] - before[1]);
            if (idle > 0.75) return;
            before = now;
        } while (System.nanoTime() < end);
    }

    /** Idle and all, since the machine began. */
    private static long[] ticks() {
        try {
            String[] all = Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +");
            long sum = 0;
            for (int i = 1; i < all.length; i++) sum += Long.parseLong(all[i]);
            return new long[] {Long.parseLong(all[4]), sum};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String commit(Path checkout) throws IOException {
        Process git =
                new ProcessBuilder(
                                "git", "-C", checkout.toString(), "describe", "--always", "--dirty")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(git.getInputStream().readAllBytes()).strip();
        return said.isEmpty() || said.contains(" ") ? "unknown" : said;
    }
}
