package org.oneseal.story.chapters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.oneseal.story.Narrator;
import org.oneseal.story.Surroundings;

/** Runs {@code deploy/verify} as anybody would who got the files, and shows what it says. */
final class OfflineVerifier {

    private static final int SHOWN = 6;

    private final Surroundings where;
    private final Narrator narrator;

    OfflineVerifier(Surroundings where, Narrator narrator) {
        this.where = where;
        this.narrator = narrator;
    }

    /** Its exit code: 0 for evidence that holds. */
    int run(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(where.checkout().resolve("deploy/verify").toString());
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int exit = process.waitFor();
            said.lines().limit(SHOWN).forEach(line -> narrator.detail("%s", line));
            return exit;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
