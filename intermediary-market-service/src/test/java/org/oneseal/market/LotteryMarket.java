package org.oneseal.market;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * A market whose public value is a lottery with its results in a file: what its tests share, so
 * that one service is started for all of them.
 */
abstract class LotteryMarket {

    static final Path LOTTERY = lottery();

    /** The first result after the close: one comes out every day at 21:15 in Shanghai. */
    static final Instant VALUE = Instant.parse("2026-11-24T13:15:00Z");

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcTemplate jdbc;

    @DynamicPropertySource
    static void source(DynamicPropertyRegistry registry) {
        settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    static Map<String, Object> settings() {
        return new HashMap<>(
                Map.of(
                        "oneseal.market.beacon.name", "福利彩票",
                        "oneseal.market.beacon.file", LOTTERY.toString(),
                        "oneseal.market.projects-job", "50ms"));
    }

    private static Path lottery() {
        try {
            Path file = Files.createTempFile("lottery", ".txt");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final Marketplace market() {
        return new Marketplace(http, tokens, topics, clock, jdbc);
    }

    final ProjectCourse course() {
        return new ProjectCourse(http, topics);
    }

    @BeforeEach
    void theMarketIsOpen() throws IOException {
        noResultYet();
        clock.setTo(Marketplace.FRIDAY);
        market().calendarAndItem();
    }

    static void noResultYet() throws IOException {
        Files.writeString(LOTTERY, "");
    }

    /** The announced round has come out. */
    static void publishResult(JsonNode page, String value) throws IOException {
        Files.writeString(
                LOTTERY,
                page.path("announcement").path("round").asString() + " " + value + "\n",
                StandardOpenOption.APPEND);
    }
}
