package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

/** Every objection has its words in both languages and a test that meets it. */
class ObjectionCodesTest {

    private static final Pattern RAISED = Pattern.compile("Objection\\.of\\(\\s*\"([a-z-]+)\"");

    @Test
    void everyObjectionThatIsRaisedHasATextInBothLanguages() throws IOException {
        Set<String> raised = raised();
        assertThat(raised).hasSizeGreaterThan(60);
        for (String bundle : new String[] {"messages.properties", "messages_en.properties"}) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", bundle))) {
                texts.load(reader);
            }
            Set<String> told = new TreeSet<>(texts.stringPropertyNames());
            assertThat(told).as(bundle).isEqualTo(raised);
        }
    }

    /** A check without a case could be lost without anybody's noticing. */
    @Test
    void everyObjectionThatIsRaisedIsExpectedByATest() throws IOException {
        Set<String> expected = new TreeSet<>();
        for (Path file : sources("src/test/java")) {
            Pattern.compile("[a-z]+(?:-[a-z]+)+")
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(match -> expected.add("objection." + match.group()));
        }
        Set<String> without = raised();
        without.removeAll(expected);
        assertThat(without).isEmpty();
    }

    private static Set<String> raised() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Path file : sources("src/main/java")) {
            RAISED.matcher(Files.readString(file))
                    .results()
                    .forEach(match -> codes.add("objection." + match.group(1)));
        }
        return codes;
    }

    private static List<Path> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }
}
