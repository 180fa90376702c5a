import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks or applies the project's one format (google-java-format, AOSP indents) on every Java file
 * below the working directory. Run by Maven on JDK 25, because the formatter parses with the JDK it
 * runs on.
 */
class Format {

    private static final Set<String> SKIPPED =
            Set.of("target", ".git", "node_modules", "build-cache");

    public static void main(String[] args) throws Exception {
        boolean apply = args.length > 0 && args[0].equals("apply");
        Formatter formatter =
                new Formatter(
                        JavaFormatterOptions.builder()
                                .style(JavaFormatterOptions.Style.AOSP)
                                .build());
        // Each file is a moment's work and there are a thousand: on all processors.
        List<Path> wrong =
                javaFiles(Path.of("")).parallelStream()
                        .filter(file -> !formatted(formatter, file, apply))
                        .sorted()
                        .toList();
        if (!wrong.isEmpty()) {
            wrong.forEach(file -> System.err.println("Not formatted: " + file));
            System.err.println("Run: mvn -N -Pformat validate");
            System.exit(1);
        }
    }

    /** False if it is not as it should be and stays so. */
    private static boolean formatted(Formatter formatter, Path file, boolean apply) {
        try {
            String before = Files.readString(file);
            String after = formatter.formatSource(RemoveUnusedImports.removeUnusedImports(before));
            if (after.equals(before)) return true;
            if (apply) Files.writeString(file, after);
            return apply;
        } catch (Exception e) {
            System.err.println("Can't be parsed: " + file + ": " + e.getMessage());
            return false;
        }
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(
                root.toAbsolutePath(),
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
                        return SKIPPED.contains(dir.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                        if (file.toString().endsWith(".java")) files.add(file);
                        return FileVisitResult.CONTINUE;
                    }
                });
        return files;
    }
}
