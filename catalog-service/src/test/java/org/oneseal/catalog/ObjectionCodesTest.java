package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http;

/**
 * Every objection has its words in both languages and a test that meets it: one of the rules by
 * themselves, which compares codes, or one over HTTP, which must really have been told it. Comes
 * last, when the others have been told what they were.
 */
@Order(Integer.MAX_VALUE)
class ObjectionCodesTest {

    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern RAISED = Pattern.compile("Objection\\.of\\(\\s*\"([a-z-]+)\"");
    private static final Pattern TEXT =
            Pattern.compile("\"\"\".*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[a-z]+(?:-[a-z]+)+");

    @Test
    void everyObjectionThatIsRaisedHasATextInBothLanguages() throws IOException {
        Set<String> raised = raised();
        assertThat(raised).hasSizeGreaterThan(200);
        Set<String> expected = new TreeSet<>();
        raised.forEach(code -> expected.add("objection." + code));
        for (String bundle : new String[] {"messages.properties", "messages_en.properties"}) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", bundle))) {
                texts.load(reader);
            }
            assertThat(new TreeSet<>(texts.stringPropertyNames())).as(bundle).isEqualTo(expected);
        }
    }

    /** A check without a case could be lost without anybody's noticing. */
    @Test
    void everyObjectionThatIsRaisedIsExpectedByATest() throws IOException {
        Set<String> without = raised();
        for (Path file : sources(TESTS)) without.removeAll(named(file));
        assertThat(without).isEmpty();
    }

    /** What only tests over HTTP name, somebody was really told. */
    @Test
    void whatIsExpectedOverHttpOnlyWasTold() throws IOException {
        Set<String> unseen = raised();
        Set<String> overHttp = new TreeSet<>();
        for (Path file : sources(TESTS)) {
            if (Files.readString(file).contains("@PlatformTest")) {
                overHttp.add(file.getFileName().toString().replace(".java", ""));
            } else {
                unseen.removeAll(named(file));
            }
        }
        overHttp.removeIf(name -> !name.endsWith("Story") && !name.endsWith("Test"));
        assumeThat(ClassesThatRan.names()).as("the whole module was run").containsAll(overHttp);
        unseen.removeAll(Http.objectionsTold());
        assertThat(unseen).isEmpty();
    }

    private static Set<String> named(Path test) throws IOException {
        Set<String> named = new TreeSet<>();
        TEXT.matcher(Files.readString(test))
                .results()
                .flatMap(text -> WORD.matcher(text.group()).results())
                .forEach(word -> named.add(word.group()));
        return named;
    }

    private static Set<String> raised() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Path file : sources(Path.of("src/main/java"))) {
            RAISED.matcher(Files.readString(file))
                    .results()
                    .forEach(match -> codes.add(match.group(1)));
        }
        return codes;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }
}
