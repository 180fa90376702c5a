package org.oneseal.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.oneseal.local.process.Trouble;

/** Where the launcher's own child JVMs find their classes: the lists that the build wrote. */
final class ClassPath {

    private ClassPath() {}

    /** The launcher's classes and all they need. */
    static String ofLauncher(Path root) {
        String own = System.getProperty("oneseal.launcher.classpath");
        if (own != null) {
            return own;
        }
        Path target = root.resolve("deploy/local/target");
        return target.resolve("classes") + ":" + read(target.resolve("class-path.txt"));
    }

    static Path keycloakArchive(Path root) {
        return Path.of(read(root.resolve("deploy/local/target/keycloak.txt")));
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String read(Path list) {
        try {
            return Files.readString(list).strip();
        } catch (IOException e) {
            throw new Trouble("The launcher is not built: " + list + " is missing.", e);
        }
    }
}
