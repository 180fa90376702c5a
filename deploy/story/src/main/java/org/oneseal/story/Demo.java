package org.oneseal.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.local.Connection;
import org.oneseal.local.process.Trouble;

/** Tells the story on the platform that runs from a state folder: {@code deploy/demo}. */
public final class Demo {

    private Demo() {}

    public static void main(String[] args) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(args));
        Path checkout = Path.of(rest.removeFirst());
        Path state = Path.of(rest.removeFirst());
        Path report = rest.isEmpty() ? null : Path.of(rest.removeFirst());
        try {
            Map<String, Object> told =
                    new Story(surroundings(checkout, state), new Narrator(System.out)).tell();
            keep(report, Story.json(told));
        } catch (Trouble | Desk.Unexpected | IllegalStateException e) {
            System.err.println("\nThe story could not go on: " + e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("\nThe story could not go on: " + e);
            System.exit(1);
        }
    }

    private static Surroundings surroundings(Path checkout, Path state) {
        Connection platform = Connection.of(state);
        return new Surroundings(
                platform.gateway(),
                platform.token(),
                platform.demoPassword(),
                platform::clientSecret,
                platform::kafkaAsSource,
                checkout,
                logs(),
                state.resolve("demo"),
                Connection.publicValues(state),
                StoryClock.ahead(platform.clockOffset()));
    }

    private static @Nullable Path logs() {
        String folder = System.getenv("ONESEAL_LOGS");
        return folder == null || folder.isBlank() ? null : Path.of(folder).toAbsolutePath();
    }

    private static void keep(@Nullable Path file, String report) throws IOException {
        if (file == null) return;
        Files.writeString(file, report + System.lineSeparator());
        System.out.println("\nReport: " + file);
    }
}
