package org.oneseal.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Stops the platform of a state folder: {@code deploy/down}. */
final class Down {

    private static final String LAUNCHER = "launcher";

    private Down() {}

    public static void main(String[] args) {
        Path state = Path.of(args[0]);
        ProcessMarks marks = new ProcessMarks(state.resolve("run"));
        Optional<ProcessMark> launcher = marks.living(LAUNCHER);
        if (launcher.isPresent()) {
            System.out.println("Stopping the platform (" + state + ") …");
            launcher.get().signal("TERM");
            if (!ProcessMarks.awaitEnd(List.of(launcher.get()), Duration.ofSeconds(120))) {
                System.out.println("The launcher does not end; ending everything by force.");
                launcher.get().signal("KILL");
            }
        }
        List<String> left = marks.clear(Duration.ofSeconds(20));
        if (launcher.isEmpty() && left.isEmpty()) {
            System.out.println("Nothing is running (" + state + ").");
        } else {
            left.stream()
                    .filter(name -> !name.equals(LAUNCHER))
                    .forEach(name -> System.out.println("Ended " + name + ", which was left."));
            System.out.println("The platform is down.");
        }
    }
}
