package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern RAISED =
            Pattern.compile(
                    "(?:\\bof\\(|needed\\([^;]*?)\\s*\"([a-z]+(?:-[a-z]+)+)\"", Pattern.DOTALL);

    @Test
    void everyObjectionHasItsTextInBothLanguages() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                var found = RAISED.matcher(Files.readString(source));
                while (found.find()) codes.add(found.group(1));
            }
        }
        codes.removeIf(code -> !isObjection(code));

        assertThat(codes).hasSizeGreaterThan(40);
        assertThat(codes)
                .allSatisfy(
                        code -> {
                            assertThat(texts("messages.properties"))
                                    .containsKey("objection." + code);
                            assertThat(texts("messages_en.properties"))
                                    .containsKey("objection." + code);
                        });
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(texts("messages_en.properties").stringPropertyNames())
                .isEqualTo(texts("messages.properties").stringPropertyNames());
    }

    /** Names of timers and columns look alike but are never told; the kit has texts of its own. */
    private static boolean isObjection(String code) {
        return !Set.of(
                        "citizen-number",
                        "deemed-acceptance",
                        "chief-approver",
                        "not-found",
                        "stale-version")
                .contains(code);
    }

    private static Properties texts(String bundle) throws IOException {
        var texts = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(
                                MessagesTest.class.getResourceAsStream("/" + bundle)),
                        StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
