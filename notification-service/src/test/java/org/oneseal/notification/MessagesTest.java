package org.oneseal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every objection this service raises has a text in both languages, and no text is left over. */
class MessagesTest {

    private static final Pattern RAISED = Pattern.compile("Objection\\s*\\.of\\(\\s*\"([^\"]+)\"");

    @Test
    void everyCodeIsTextInBothLanguages() throws IOException {
        Set<String> raised = raised();
        assertThat(raised).isNotEmpty();
        assertThat(texts("/messages.properties")).isEqualTo(raised);
        assertThat(texts("/messages_en.properties")).isEqualTo(raised);
    }

    private static Set<String> raised() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = RAISED.matcher(Files.readString(file));
                while (matcher.find()) codes.add("objection." + matcher.group(1));
            }
        }
        return codes;
    }

    private static Set<String> texts(String resource) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(MessagesTest.class.getResourceAsStream(resource)),
                        StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
