package org.oneseal.market;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A market whose public value is a lottery with its results in a file: what its tests share, so
 * that one service is started for all of them.
 */
class LotteryMarket {

    static final Path LOTTERY = lottery();

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
}
