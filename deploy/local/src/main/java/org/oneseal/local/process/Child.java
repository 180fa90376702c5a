package org.oneseal.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A child process in a session of its own, writing to a log file, which the kernel ends when the
 * launcher dies in whatever way.
 */
public final class Child {

    /**
     * How a child is started. {@code wrapper} (may be empty) comes before everything that must run
     * with its rights; {@code stopSignal} asks it to end in order, {@code deathSignal} is what the
     * kernel sends when the launcher dies.
     */
    public record Launch(
            String name,
            List<String> wrapper,
            List<String> command,
            Map<String, String> environment,
            Path folder,
            Path log,
            String stopSignal,
            String deathSignal) {}

    // The kernel's "parent" is the thread that started the child, so that thread must never end.
    private static final ExecutorService STARTER =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "child-starter");
                        thread.setDaemon(true);
                        return thread;
                    });
    private static final List<String> INHERITED =
            List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ", "USER");

    private final Launch launch;
    private final Process process;
    private final ProcessMark mark;
    private volatile boolean stopping;

    private Child(Launch launch, Process process, ProcessMark mark) {
        this.launch = launch;
        this.process = process;
        this.mark = mark;
    }

    /** Starts it; {@code died} hears of an end that nobody asked for. */
    public static Child start(Launch launch, ProcessMarks marks, Consumer<Child> died) {
        try {
            Child child =
                    STARTER.submit(
                                    () -> {
                                        Process process = builder(launch).start();
                                        ProcessMark mark =
                                                ProcessMark.of(process.pid())
                                                        .orElse(
                                                                new ProcessMark(
                                                                        process.pid(), -1, "gone"));
                                        marks.put(launch.name(), mark);
                                        return new Child(launch, process, mark);
                                    })
                            .get();
            child.process
                    .onExit()
                    .thenAccept(
                            _ -> {
                                if (!child.stopping) {
                                    died.accept(child);
                                }
                            });
            return child;
        } catch (ExecutionException e) {
            throw new Trouble(
                    "Can't start " + launch.name() + ": " + String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while starting " + launch.name(), e);
        }
    }

    private static ProcessBuilder builder(Launch launch) throws IOException {
        List<String> command = new ArrayList<>();
        command.add("setsid");
        command.addAll(launch.wrapper());
        // After the wrapper: a change of rights would clear the death signal.
        command.addAll(List.of("setpriv", "--pdeathsig", launch.deathSignal(), "--"));
        command.addAll(launch.command());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(launch.environment());
        Files.createDirectories(launch.log().toAbsolutePath().getParent());
        builder.directory(launch.folder().toFile());
        builder.redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        return builder;
    }

    public String name() {
        return launch.name();
    }

    public Path log() {
        return launch.log();
    }

    public long pid() {
        return process.pid();
    }

    public ProcessMark mark() {
        return mark;
    }

    public boolean alive() {
        return process.isAlive();
    }

    public int exitCode() {
        return process.exitValue();
    }

    /** Ends it in order, after {@code grace} by force; returns when it has gone. */
    public void stop(Duration grace) {
        stopping = true;
        mark.signal(launch.stopSignal());
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it has ended by itself; false when {@code patience} ran out first. */
    public boolean awaitEnd(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends it at once, as a crash would; returns when it has gone. */
    public void kill() {
        stopping = true;
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last lines of its log. */
    public List<String> endOfLog(int lines) {
        try (RandomAccessFile file = new RandomAccessFile(launch.log().toFile(), "r")) {
            long from = Math.max(0, file.length() - 16_384);
            file.seek(from);
            byte[] end = new byte[(int) (file.length() - from)];
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException _) {
            return List.of();
        }
    }
}
