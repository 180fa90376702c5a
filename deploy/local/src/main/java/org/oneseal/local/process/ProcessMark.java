package org.oneseal.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process told apart from any later one with the same number: by its start in clock ticks since
 * boot, and by the boot.
 */
public record ProcessMark(long pid, long started, String boot) {

    /** The living process of this number; empty when there is none or only its zombie. */
    public static Optional<ProcessMark> of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The second field is the name in parentheses and may hold anything.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            if (fields[0].equals("Z") || fields[0].equals("X")) {
                return Optional.empty();
            }
            return Optional.of(new ProcessMark(pid, Long.parseLong(fields[19]), bootId()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    public static ProcessMark ofThisProcess() {
        return of(ProcessHandle.current().pid()).orElseThrow();
    }

    /** Reads what {@link #line} wrote; empty when it is damaged. */
    public static Optional<ProcessMark> parse(String line) {
        String[] parts = line.strip().split(" ");
        try {
            return parts.length == 3
                    ? Optional.of(
                            new ProcessMark(
                                    Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    public String line() {
        return pid + " " + started + " " + boot + "\n";
    }

    public boolean alive() {
        return of(pid).filter(this::equals).isPresent();
    }

    /** Sends a signal by name, unless the process has gone. */
    public void signal(String name) {
        if (!alive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Trouble("Can't run kill: " + e.getMessage(), e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String bootId() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    }
}
