package org.oneseal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneseal.gateway.problems.Problem;

class LanguagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"/messages.properties", "/messages_en.properties"})
    void everyProblemHasItsTexts(String file) throws IOException {
        Properties texts = texts(file);

        assertThat(
                        Stream.of(Problem.values())
                                .flatMap(
                                        p ->
                                                Stream.of(
                                                        "problem." + p.code(),
                                                        "objection." + p.code())))
                .allSatisfy(key -> assertThat(texts.getProperty(key)).as(key).isNotBlank());
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(texts("/messages.properties").keySet())
                .isEqualTo(texts("/messages_en.properties").keySet());
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (InputStream in =
                        Objects.requireNonNull(LanguagesTest.class.getResourceAsStream(file));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
