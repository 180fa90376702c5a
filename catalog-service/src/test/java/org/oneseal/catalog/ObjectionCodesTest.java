package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

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

    private static Set<String> raised() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                RAISED.matcher(Files.readString(file))
                        .results()
                        .forEach(match -> codes.add("objection." + match.group(1)));
            }
        }
        return codes;
    }
}
