package org.oneseal.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Speaks HTTP with the service under test; a body that is neither text nor octets is written as
 * JSON.
 */
public final class Http {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z]+(?:-[a-z]+)+)\"");
    private static final Set<String> TOLD = new ConcurrentSkipListSet<>();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;

    public Http(String base) {
        this.base = base;
    }

    public Answer get(String path, @Nullable String token, String... headers) {
        return send("GET", path, token, null, headers);
    }

    /** Posts with a new {@code Idempotency-Key}, unless the headers name one. */
    public Answer post(
            String path, @Nullable String token, @Nullable Object body, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equalsIgnoreCase("Idempotency-Key")) {
                return send("POST", path, token, body, headers);
            }
        }
        List<String> more = new ArrayList<>(List.of(headers));
        more.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        return send("POST", path, token, body, more.toArray(String[]::new));
    }

    public Answer put(
            String path, @Nullable String token, @Nullable Object body, String... headers) {
        return send("PUT", path, token, body, headers);
    }

    public Answer delete(String path, @Nullable String token, String... headers) {
        return send("DELETE", path, token, null, headers);
    }

    /**
     * Any request.
     *
     * @param headers names and values in turn; {@code Content-Type} is JSON unless named
     */
    public Answer send(
            String method,
            String path,
            @Nullable String token,
            @Nullable Object body,
            String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        if (token != null) request.header("Authorization", "Bearer " + token);
        boolean typed = false;
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
            typed |= headers[i].equalsIgnoreCase("Content-Type");
        }
        if (body != null && !typed) request.header("Content-Type", "application/json");
        request.method(method, published(body));
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.body().contains("\"objections\"")) {
                CODE.matcher(response.body()).results().forEach(m -> TOLD.add(m.group(1)));
            }
            var answer =
                    new Answer(response.statusCode(), response.headers().map(), response.body());
            Exchanges.keep(method, path, body, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher published(@Nullable Object body) {
        return switch (body) {
            case null -> HttpRequest.BodyPublishers.noBody();
            case byte[] bytes -> HttpRequest.BodyPublishers.ofByteArray(bytes);
            case String text -> HttpRequest.BodyPublishers.ofString(text);
            default -> HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        };
    }

    /**
     * Codes of all objections that any test of this process was told, and codes beside them in the
     * same answers.
     */
    public static Set<String> objectionsTold() {
        return new TreeSet<>(TOLD);
    }

    /** What came back. */
    public record Answer(int status, Map<String, List<String>> headers, String text) {

        /** The body as JSON, a missing node if it is none. */
        public JsonNode json() {
            try {
                return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (JacksonException e) {
                return MissingNode.getInstance();
            }
        }

        public @Nullable String header(String name) {
            return headers.entrySet().stream()
                    .filter(e -> e.getKey().equalsIgnoreCase(name))
                    .map(e -> e.getValue().getFirst())
                    .findFirst()
                    .orElse(null);
        }

        /** The codes of a problem detail's objections. */
        public List<String> objections() {
            List<String> codes = new ArrayList<>();
            for (JsonNode objection : json().path("objections")) {
                codes.add(objection.path("code").asString());
            }
            return codes;
        }

        /** The same, each with the member that it is about, where it names one. */
        public List<String> placedObjections() {
            return json().path("objections")
                    .valueStream()
                    .map(
                            o ->
                                    (o.path("code").asString() + " " + o.path("field").asString(""))
                                            .strip())
                    .toList();
        }
    }
}
