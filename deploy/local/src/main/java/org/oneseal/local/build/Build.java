package org.oneseal.local.build;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Builds the modules that are stale and writes the class path the launcher is run with. Arguments:
 * the checkout, the cache folder, then the folders of the modules wanted.
 */
final class Build {

    private static final String LAUNCHER = "deploy/local";

    private Build() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path root = Path.of(args[0]);
        Path cache = Path.of(args[1]);
        List<String> wanted = List.of(args).subList(2, args.length);
        Map<String, Module> all = Module.all(root);
        List<Module> stale = new ArrayList<>();
        for (Module module : all.values()) {
            if (wanted.contains(module.folder()) && module.stale(all)) {
                stale.add(module);
            }
        }
        if (!stale.isEmpty() && !maven(root, all, stale)) {
            System.exit(1);
        }
        writeClassPath(root, cache);
    }

    private static boolean maven(Path root, Map<String, Module> all, List<Module> stale)
            throws IOException, InterruptedException {
        List<String> folders = stale.stream().map(Module::folder).toList();
        boolean found =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "mvn")));
        if (!found) {
            System.err.println("Maven (mvn, 3.8 or later) is not on the PATH; needed to build:");
            folders.forEach(folder -> System.err.println("  " + folder));
            return false;
        }
        System.out.println(
                "Building "
                        + String.join(", ", folders)
                        + " (the first time it also downloads; this takes a while)");
        List<Module> touched = new ArrayList<>(stale);
        for (Module module : all.values()) {
            boolean needed = stale.stream().anyMatch(one -> one.needs(module, all));
            if (needed && !stale.contains(module)) {
                touched.add(module);
            }
        }
        for (Module module : touched) {
            if (module.stale(all)) {
                module.forgetClasses();
            }
        }
        long begin = System.nanoTime();
        Path output = Files.createTempFile("oneseal-build", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(
                                "mvn",
                                "-B",
                                "-ntp",
                                "-q",
                                "-Dmaven.test.skip=true",
                                // The format is checked where the whole project is verified.
                                "-Dformat.skip",
                                "-pl",
                                String.join(",", folders),
                                "-am",
                                "package")
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process maven = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(maven::destroy));
        int exit = maven.waitFor();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        if (exit != 0) {
            System.err.println(text);
            System.err.println("The build failed; what Maven said stands above.");
            return false;
        }
        for (Module module : touched) {
            module.noteBuilt(all);
        }
        System.out.println(
                "Built after %d s.".formatted((System.nanoTime() - begin) / 1_000_000_000));
        return true;
    }

    /** Our own jars are copied, so that a build during a run takes nothing from under it. */
    private static void writeClassPath(Path root, Path cache) throws IOException {
        Path target = root.resolve(LAUNCHER).resolve("target");
        Path own = Files.createDirectories(cache.resolve("launcher"));
        List<String> entries = new ArrayList<>();
        entries.add(copy(target.resolve("local.jar"), own));
        String list = Files.readString(target.resolve("class-path.txt")).strip();
        for (String entry : list.split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            entries.add(jar.startsWith(root) && Files.isRegularFile(jar) ? copy(jar, own) : entry);
        }
        Files.writeString(own.resolve("class-path"), String.join(File.pathSeparator, entries));
    }

    private static String copy(Path jar, Path folder) throws IOException {
        String version = Long.toHexString(Files.getLastModifiedTime(jar).toMillis());
        Path copy =
                folder.resolve(
                        jar.getFileName().toString().replace(".jar", "-" + version + ".jar"));
        if (!Files.exists(copy)) {
            Path fresh = Files.createTempFile(folder, "copy", ".tmp");
            Files.copy(jar, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE);
        }
        return copy.toString();
    }
}
