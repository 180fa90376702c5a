package org.oneseal.market.beacon;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.projects.PublicValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values from a beacon's address. Whatever is not a short JSON answer with a value in it counts as
 * not published yet; redirects are not followed.
 */
final class HttpPublicValues implements PublicValues {

    private static final Logger log = LoggerFactory.getLogger(HttpPublicValues.class);
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int LONGEST_VALUE = 1000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Rounds rounds;
    private final String url;
    private final String pointer;
    private final Duration timeout;
    private final HttpClient client;

    HttpPublicValues(Rounds rounds, String url, String pointer, Duration timeout) {
        this.rounds = rounds;
        this.url = url;
        this.pointer = pointer;
        this.timeout = timeout;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(timeout)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    @Override
    public Optional<Coming> firstFrom(Instant instant) {
        return Optional.of(rounds.firstFrom(instant));
    }

    @Override
    public Optional<String> valueOf(@Nullable String source, String round) {
        if (!rounds.source().equals(source)) return Optional.empty();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url.replace("{round}", round)))
                        .timeout(timeout)
                        .header("Accept", "application/json")
                        .build();
        try {
            HttpResponse<byte[]> answer =
                    client.sendAsync(
                                    request,
                                    HttpResponse.BodyHandlers.limiting(
                                            HttpResponse.BodyHandlers.ofByteArray(),
                                            LONGEST_ANSWER))
                            .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return answer.statusCode() == 200
                    ? value(JSON.readTree(answer.body()))
                    : Optional.empty();
        } catch (ExecutionException | TimeoutException | JacksonException e) {
            log.warn("Round {} of {} can't be had: {}", round, source, e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<String> value(JsonNode answer) {
        JsonNode value = answer.at(pointer);
        if (!value.isString() && !value.isIntegralNumber()) return Optional.empty();
        String text = value.asString().strip();
        return text.isEmpty() || text.length() > LONGEST_VALUE
                ? Optional.empty()
                : Optional.of(text);
    }
}
