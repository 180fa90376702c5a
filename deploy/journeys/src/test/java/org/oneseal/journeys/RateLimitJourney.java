package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.oneseal.local.LocalPlatform;
import org.oneseal.local.Options;
import org.oneseal.local.Part;
import org.oneseal.local.Ports;

/** A client that asks too often is told so and when to come back; others go on. */
@PlatformJourney
@Order(3)
class RateLimitJourney {

    private static final String PATH = "/api/v1/items?limit=1";
    private static final int TRIES = 120;
    private static final int BURST = 30;

    private final World world;
    private final HttpClient http = HttpClient.newHttpClient();
    private @org.jspecify.annotations.Nullable LocalPlatform strict;
    private Path state = Path.of("");

    RateLimitJourney(World world) {
        this.world = world;
    }

    /**
     * A second gateway before the same services. Its limits are low, so that a slow machine reaches
     * them too.
     */
    @BeforeAll
    void startASecondGateway() throws IOException {
        Map<Part, Integer> ports = new EnumMap<>(world.ports().of());
        ports.put(Part.GATEWAY, Ports.freeOne());
        state = Files.createTempDirectory("oneseal-gateway-");
        strict =
                LocalPlatform.start(
                        Options.of(World.ROOT)
                                .withState(state)
                                .withCache(Path.of("target", "cache"))
                                .withParts(Part.GATEWAY)
                                .withAot(false)
                                .withEnvironmentOf(
                                        Part.GATEWAY,
                                        Map.of(
                                                "ONESEAL_GATEWAY_LIMITS_PERSON_PERSECOND",
                                                "1",
                                                "ONESEAL_GATEWAY_LIMITS_PERSON_BURST",
                                                "" + BURST,
                                                "ONESEAL_GATEWAY_LIMITS_ANONYMOUS_PERSECOND",
                                                "1",
                                                "ONESEAL_GATEWAY_LIMITS_ANONYMOUS_BURST",
                                                "" + BURST))
                                .withPorts(new Ports(ports, world.ports().kafkaController())));
    }

    @AfterAll
    void stopIt() throws IOException {
        if (strict != null) strict.close();
        World.delete(state);
    }

    @Test
    void aPersonIsHeldBackAndOthersAreNot() {
        String greedy = world.desk().token(world.desk().officer("editor"));
        String modest = world.desk().token(world.desk().officer("clerk"));

        List<HttpResponse<String>> answers = ask(greedy);

        List<HttpResponse<String>> refused =
                answers.stream().filter(a -> a.statusCode() == 429).toList();
        assertThat(refused).isNotEmpty();
        assertThat(answers.stream().filter(a -> a.statusCode() == 200).count())
                .as("what the burst allows")
                .isBetween((long) BURST, (long) TRIES - 1);
        assertThat(answers).allMatch(a -> a.statusCode() == 200 || a.statusCode() == 429);
        assertThat(refused)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
                                    .isBetween(1L, 60L);
                            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                                    .startsWith("application/problem+json");
                            assertThat(answer.body()).contains("objections");
                        });
        assertThat(get(modest).statusCode()).as("another person").isEqualTo(200);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(get(greedy).statusCode()).isEqualTo(200));
    }

    @Test
    void whoHasNoTokenIsHeldBackByAddress() {
        List<HttpResponse<String>> answers = ask("");

        assertThat(answers).anyMatch(a -> a.statusCode() == 429);
        assertThat(get(world.desk().token(world.desk().officer("chief"))).statusCode())
                .as("somebody with a token from the same address")
                .isEqualTo(200);
    }

    private List<HttpResponse<String>> ask(String token) {
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            asked.add(http.sendAsync(request(token), HttpResponse.BodyHandlers.ofString()));
        }
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private HttpResponse<String> get(String token) {
        return http.sendAsync(request(token), HttpResponse.BodyHandlers.ofString()).join();
    }

    private HttpRequest request(String token) {
        String path = token.isEmpty() ? "/api/v1/seals/catalog" : PATH;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                java.util.Objects.requireNonNull(strict)
                                        .address(Part.GATEWAY)
                                        .resolve(path))
                        .timeout(Duration.ofSeconds(30));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return request.build();
    }
}
