package org.oneseal.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.oneseal.local.process.Trouble;

/** What the machine must offer, said before anything is started. */
final class Prerequisites {

    private static final long SPACE_FIRST = 3L << 30;
    private static final long SPACE_LATER = 1L << 29;

    private Prerequisites() {}

    static void tools() {
        List<String> missing = new ArrayList<>();
        for (String tool : List.of("setsid", "setpriv", "unshare", "kill", "chown", "chrt")) {
            boolean found =
                    Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
                            .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
            if (!found) {
                missing.add(tool);
            }
        }
        if (!missing.isEmpty()) {
            throw new Trouble(
                    "Not found: "
                            + String.join(", ", missing)
                            + ". The launcher needs Linux with util-linux and coreutils.");
        }
    }

    static void writable(Path state) {
        if (!Files.isWritable(state)) {
            try {
                throw new Trouble(
                        state
                                + " belongs to "
                                + Files.getOwner(state).getName()
                                + " and can't be written by "
                                + System.getProperty("user.name")
                                + ". Start as that user, or set ONESEAL_STATE to another folder.");
            } catch (IOException e) {
                throw new Trouble("Can't write to " + state, e);
            }
        }
    }

    static void space(Options options) {
        try {
            Files.createDirectories(options.cache());
            boolean first = !Files.isDirectory(options.cache().resolve("apps"));
            long needed = first ? SPACE_FIRST : SPACE_LATER;
            for (Path folder : List.of(options.state(), options.cache())) {
                long free = Files.getFileStore(folder).getUsableSpace();
                if (free < needed) {
                    throw new Trouble(
                            "Not enough disk space: %s has %,d MB, the platform needs %,d MB."
                                    .formatted(folder, free >> 20, needed >> 20));
                }
            }
        } catch (IOException e) {
            throw new Trouble("Can't write to " + options.cache() + ": " + e, e);
        }
    }
}
