package org.oneseal.market.beacon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneseal.market.projects.PublicValues.Coming;

class PublicValuesTest {

    private static final Instant GENESIS = Instant.parse("2026-01-01T13:15:00Z");
    private static final Rounds DAILY = new Rounds("lottery", GENESIS, Duration.ofDays(1));

    @TempDir Path folder;

    @Test
    void theFirstRoundNotBeforeAnInstantIsAnnounced() {
        long seed = 7;
        RandomGenerator random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            Duration period = Duration.ofMillis(1 + random.nextInt(100_000_000));
            Rounds rounds = new Rounds("s", GENESIS, period);
            Instant at =
                    GENESIS.plusMillis(random.nextLong(-1_000_000_000L, 40_000_000_000L))
                            .plusNanos(random.nextInt(1_000_000));
            Coming coming = rounds.firstFrom(at);
            long number = Long.parseLong(coming.round());
            assertThat(coming.publishedAt())
                    .as("seed %s, run %s", seed, i)
                    .isEqualTo(GENESIS.plus(period.multipliedBy(number - 1)))
                    .isAfterOrEqualTo(at);
            if (number > 1) {
                assertThat(coming.publishedAt().minus(period)).as("seed %s", seed).isBefore(at);
            }
        }
    }

    @Test
    void aFileHasALineARound() throws IOException {
        Path file = folder.resolve("lottery.txt");
        var values = new FilePublicValues(DAILY, file);
        assertThat(values.valueOf("lottery", "12")).isEmpty();
        Files.writeString(file, "1 a\n12 03 08 + 07 \n12 another\n\n13\n14 " + "x".repeat(2000));
        assertThat(values.valueOf("lottery", "12")).contains("03 08 + 07");
        assertThat(values.valueOf("lottery", "2")).isEmpty();
        assertThat(values.valueOf("lottery", "13")).isEmpty();
        assertThat(values.valueOf("lottery", "14")).isEmpty();
        assertThat(values.valueOf("other", "12")).isEmpty();
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
        assertThat(values.valueOf("lottery", "12")).isEmpty();
    }

    @Test
    void aBeaconIsAskedByItsRoundAndWhateverIsNoValueCountsAsNone() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String round = exchange.getRequestURI().getPath().substring(1);
                    int status =
                            switch (round) {
                                case "404" -> 404;
                                case "302" -> 302;
                                default -> 200;
                            };
                    String body =
                            switch (round) {
                                case "1" -> "{\"randomness\":\"9f3c\"}";
                                case "2" -> "{\"randomness\":12}";
                                case "3" -> "{\"randomness\":{}}";
                                case "4" -> "not json";
                                case "5" -> "\"" + "x".repeat(200_000) + "\"";
                                case "302" -> "{\"randomness\":\"elsewhere\"}";
                                default -> "{}";
                            };
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Location", "/1");
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        try {
            var values =
                    new HttpPublicValues(
                            DAILY,
                            "http://127.0.0.1:" + server.getAddress().getPort() + "/{round}",
                            "/randomness",
                            Duration.ofSeconds(10));
            assertThat(values.valueOf("lottery", "1")).contains("9f3c");
            assertThat(values.valueOf("lottery", "2")).contains("12");
            for (String round : new String[] {"3", "4", "5", "6", "404", "302"}) {
                assertThat(values.valueOf("lottery", round)).as(round).isEmpty();
            }
            assertThat(values.valueOf("other", "1")).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aBeaconThatCanNotBeReachedHasNoValueYet() {
        var values =
                new HttpPublicValues(
                        DAILY, "http://127.0.0.1:1/{round}", "/randomness", Duration.ofSeconds(5));
        assertThat(values.valueOf("lottery", "1")).isEmpty();
    }

    @Test
    void settingsThatMakeNoSourceAreRefusedAtTheStart() {
        assertThatThrownBy(() -> settings("b", folder.resolve("f"), "http://b/{round}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings("", null, "http://b/{round}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings("b", null, "http://b/latest"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings("b", null, "file:///etc/{round}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(settings("", null, "").url()).isNull();
    }

    private static BeaconProperties settings(
            String name, @Nullable Path file, @Nullable String url) {
        return new BeaconProperties(
                name, file, url, "/randomness", GENESIS, Duration.ofDays(1), Duration.ofSeconds(2));
    }
}
