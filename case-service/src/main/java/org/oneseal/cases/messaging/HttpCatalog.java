package org.oneseal.cases.messaging;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.items.Catalog;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.web.Unavailable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks the catalog over HTTP with the caller's own token. Four failures in eight open the breaker
 * for ten seconds; meanwhile, and after a second without an answer, the caller is told to come
 * back.
 */
@Component
class HttpCatalog implements Catalog {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration REST = Duration.ofSeconds(10);

    private final String url;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final TimeLimiter patience = TimeLimiter.of(PATIENCE);
    private final CircuitBreaker breaker =
            CircuitBreaker.of(
                    "catalog",
                    CircuitBreakerConfig.custom()
                            .slidingWindowSize(8)
                            .minimumNumberOfCalls(4)
                            .failureRateThreshold(50)
                            .waitDurationInOpenState(REST)
                            .permittedNumberOfCallsInHalfOpenState(2)
                            .build());

    HttpCatalog(@Value("${oneseal.cases.catalog-url}") String url) {
        this.url = url;
    }

    @Override
    public Optional<ItemVersion> inForce(String itemCode, String bearer) {
        try {
            return breaker.executeCallable(
                    () ->
                            patience.executeFutureSupplier(
                                    () ->
                                            http.sendAsync(request(itemCode, bearer), body())
                                                    .thenApply(HttpCatalog::item)));
        } catch (CallNotPermittedException e) {
            throw new Unavailable("catalog rests", REST);
        } catch (Exception e) {
            throw new Unavailable("catalog does not answer: " + e.getMessage(), PATIENCE);
        }
    }

    /** The catalog's view of an item: a version planned for a later day is not taken in under. */
    private record Found(FromCatalog.@Nullable Item governing) {}

    private HttpRequest request(String itemCode, String bearer) {
        String code = URLEncoder.encode(itemCode, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(url + "/api/v1/items/" + code))
                .header("Authorization", "Bearer " + bearer)
                .header("Accept", "application/json")
                .timeout(PATIENCE)
                .build();
    }

    private static HttpResponse.BodyHandler<String> body() {
        return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
    }

    private static Optional<ItemVersion> item(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 ->
                    Optional.of(EventJson.reader().readValue(answer.body(), Found.class))
                            .map(Found::governing)
                            .map(FromCatalog.Item::item);
            case 404 -> Optional.empty();
            default -> throw new IllegalStateException("catalog answers " + answer.statusCode());
        };
    }
}
