package org.oneseal.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.oneseal.local.process.Trouble;

/**
 * With whose rights PostgreSQL runs, which refuses to run as root: as ourselves where we are not
 * root, else inside a user namespace, else as {@code nobody}.
 */
enum Rights {
    OURSELVES(List.of()),
    NAMESPACE(List.of("unshare", "--user", "--")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));

    private static final int NOBODY_ID = 65_534;

    private final List<String> wrapper;

    Rights(List<String> wrapper) {
        this.wrapper = wrapper;
    }

    /** What comes before a command to run it with these rights. */
    List<String> wrapper() {
        return wrapper;
    }

    /** Chooses and makes {@code data} and {@code programs} usable with the rights chosen. */
    static Rights forPostgres(Path data, Path programs) {
        return choose(isRoot(), data, programs);
    }

    static Rights choose(boolean root, Path data, Path programs) {
        if (!root) {
            return OURSELVES;
        }
        if (succeeds(
                NAMESPACE.with("sh", "-c", "test \"$(id -u)\" != 0 && test -w \"$0\"", data))) {
            return NAMESPACE;
        }
        own(data, NOBODY_ID);
        // What else lies in the state folder is private by itself; nobody may only pass.
        succeeds(List.of("chmod", "711", String.valueOf(data.toAbsolutePath().getParent())));
        if (succeeds(
                NOBODY.with(
                        "sh",
                        "-c",
                        "test -w \"$0\" && \"$1\" --version >/dev/null",
                        data,
                        programs.resolve("bin/postgres")))) {
            return NOBODY;
        }
        own(data, 0);
        succeeds(List.of("chmod", "700", String.valueOf(data.toAbsolutePath().getParent())));
        throw new Trouble(
                """
                PostgreSQL does not run as root, and there is no other user it could run as here:
                this system gives root no user namespace (unshare --user), and the user nobody (%d) \
                cannot reach %s.
                Start the platform as an ordinary user, or put its state where everyone may \
                pass: ONESEAL_STATE=/var/tmp/oneseal deploy/up"""
                        .formatted(NOBODY_ID, data));
    }

    private List<String> with(Object... command) {
        List<String> whole = new ArrayList<>(wrapper);
        Stream.of(command).map(Object::toString).forEach(whole::add);
        return whole;
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException _) {
            return false;
        }
    }

    private static void own(Path folder, int user) {
        succeeds(List.of("chown", "-R", user + ":" + user, folder.toString()));
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
