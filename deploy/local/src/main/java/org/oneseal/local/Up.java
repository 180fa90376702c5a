package org.oneseal.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.oneseal.local.process.Trouble;

/** Starts the platform and keeps it until it is told to end: {@code deploy/up}. */
public final class Up {

    /** The line after which a detached start is complete. */
    static final String LAST_LINE = "Stop it with deploy/down";

    private Up() {}

    public static void main(String[] args) {
        AtomicReference<LocalPlatform> platform = new AtomicReference<>();
        CountDownLatch starting = new CountDownLatch(1);
        Thread starter = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    starter.interrupt();
                                    try {
                                        starting.await();
                                    } catch (InterruptedException _) {
                                        Thread.currentThread().interrupt();
                                    }
                                    LocalPlatform up = platform.get();
                                    if (up != null) {
                                        System.out.println("\nStopping …");
                                        up.close();
                                        System.out.println("The platform is down.");
                                    }
                                },
                                "stop"));
        int exit = 0;
        try {
            platform.set(start(args));
        } catch (Trouble trouble) {
            System.err.println("\n" + trouble.getMessage());
            exit = 1;
        } finally {
            starting.countDown();
        }
        if (exit != 0) {
            System.exit(exit);
        }
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            // The stop hook does the rest.
        }
    }

    private static LocalPlatform start(String[] args) {
        long begin = System.nanoTime();
        Console console = Console.printing();
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(args));
        Options options = Options.of(Path.of(rest.removeFirst())).withConsole(console);
        Path state = Path.of(rest.removeFirst());
        options = options.withState(state);
        String cache = System.getProperty("oneseal.cache");
        if (cache != null) {
            options = options.withCache(Path.of(cache));
        }
        boolean fresh = false;
        while (!rest.isEmpty()) {
            String argument = rest.removeFirst();
            switch (argument) {
                case "--fresh" -> fresh = true;
                case "--port" -> options = options.withPorts(Ports.from(port(rest.poll())));
                case "--only" -> options = options.withParts(parts(rest.poll()));
                case "--steady" -> options = options.withQuickCompiler(false);
                default -> throw new Trouble("Unknown option " + argument);
            }
        }
        if (fresh) {
            LocalPlatform.forget(state);
        }
        console.say("Starting the platform (" + state + ")");
        LocalPlatform platform = LocalPlatform.start(options);
        console.say("");
        console.say(
                "The platform is up after %.1f s.".formatted((System.nanoTime() - begin) / 1e9));
        platform.describe().forEach(console::say);
        console.say(LAST_LINE + (System.console() == null ? "." : " or Ctrl-C."));
        return platform;
    }

    private static int port(@org.jspecify.annotations.Nullable String text) {
        try {
            return Integer.parseInt(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw new Trouble("--port needs a number, not " + text, e);
        }
    }

    private static Part[] parts(@org.jspecify.annotations.Nullable String list) {
        List<Part> all = List.of(Part.values());
        return Arrays.stream(String.valueOf(list).split(","))
                .map(
                        id ->
                                all.stream()
                                        .filter(part -> part.id().equals(id))
                                        .findFirst()
                                        .orElseThrow(() -> new Trouble("No part " + id)))
                .toArray(Part[]::new);
    }
}
