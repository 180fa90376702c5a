package org.oneseal.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.oneseal.local.process.Trouble;

/**
 * Keycloak as it was published, unpacked and built for PostgreSQL ({@code kc.sh build}). That is
 * part of the project's build, because it depends on nothing but the version.
 */
final class KeycloakDistribution {

    private static final List<String> BUILD_OPTIONS = List.of("--db=postgres", "--cache=local");
    private static final List<String> JVM =
            List.of(
                    "-Xms64m",
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "-XX:MaxMetaspaceSize=256m",
                    // Its start is most of what it does here.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Dfile.encoding=UTF-8",
                    "-Duser.language=en",
                    "-Duser.country=US",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                    "--add-opens=java.base/java.security=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                            + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                    "-Dpicocli.disable.closures=true");

    private KeycloakDistribution() {}

    /** The project's build calls it; arguments: the file that names the archive, the checkout. */
    public static void main(String[] args) throws IOException {
        Path archive = Path.of(Files.readString(Path.of(args[0])).strip());
        built(archive, Path.of(args[1]).toAbsolutePath().normalize());
    }

    /** The distribution in the cache, which outlives the next build of the project. */
    static Path in(Path cache, Path root) {
        Path archive = ClassPath.keycloakArchive(root);
        return Unpacked.once(
                cache.resolve(name(archive)), into -> Unpacked.link(built(archive, root), into));
    }

    private static Path built(Path archive, Path root) {
        return Unpacked.once(
                root.resolve("deploy/local/target/keycloak").resolve(name(archive)),
                into -> {
                    Unpacked.zipWithoutTop(archive, into);
                    build(into);
                });
    }

    private static String name(Path archive) {
        return archive.getFileName().toString().replace(".zip", "");
    }

    private static void build(Path distribution) throws IOException {
        List<String> command =
                command(distribution, List.of(), "build", BUILD_OPTIONS.toArray(String[]::new));
        Path output = Files.createTempFile("keycloak-build", ".txt");
        try {
            Process build =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (build.waitFor() != 0) {
                throw new Trouble("Keycloak can't be built:\n" + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while Keycloak was being built", e);
        } finally {
            Files.delete(output);
        }
    }

    static List<String> command(Path home, List<String> modes, String verb, String... options) {
        List<String> command = new ArrayList<>();
        command.add(ClassPath.java());
        command.addAll(JVM);
        command.addAll(modes);
        command.addAll(
                List.of(
                        "-Dkc.home.dir=" + home,
                        "-Djboss.server.config.dir=" + home.resolve("conf"),
                        "-cp",
                        home.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        verb));
        command.addAll(List.of(options));
        return command;
    }
}
