package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.oneseal.local.Part;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks as nobody should, several at a time, and keeps every answer that was not as it must be. */
final class Asking {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A single caller would mostly wait. */
    private static final int CALLERS = 8;

    private final World world;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> wrong = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    Asking(World world) {
        this.world = world;
    }

    /** Asks each of these, and sees that all was answered well and nothing was written. */
    <T> void unchanged(List<T> all, Consumer<T> asking) {
        wrong.clear();
        asked.set(0);
        Map<String, Long> before = rows();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> asks = new ArrayList<>();
            for (T one : all) asks.add(callers.submit(() -> asking.accept(one)));
            for (Future<?> ask : asks) assertThat(ask).succeedsWithin(Duration.ofMinutes(5));
        }
        world.say(asked + " requests, " + wrong.size() + " answered wrongly");
        assertThat(wrong).isEmpty();
        assertThat(asked).hasPositiveValue();
        assertThat(rows()).isEqualTo(before);
    }

    /** With a key and a version where something would change. */
    HttpResponse<String> ask(
            Endpoint endpoint, String parameter, @Nullable String token, @Nullable String body) {
        return askAs(endpoint, parameter, token, body, endpoint.mediaType());
    }

    HttpResponse<String> askAs(
            Endpoint endpoint,
            String parameter,
            @Nullable String token,
            @Nullable String body,
            String mediaType) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (endpoint.changes()) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
            headers.put("If-Match", "\"1\"");
        }
        return send(endpoint.method(), endpoint.target(parameter), token, body, mediaType, headers);
    }

    HttpResponse<String> get(String target, String token) {
        return send("GET", target, token, null, "application/json", Map.of());
    }

    HttpResponse<String> send(
            String method,
            String target,
            @Nullable String token,
            @Nullable String body,
            String mediaType,
            Map<String, String> headers) {
        asked.incrementAndGet();
        URI address =
                URI.create(world.platform().address(Part.GATEWAY) + target.replace("+", "%20"));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(30))
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) request.header("Authorization", "Bearer " + token);
        if (body != null) request.header("Content-Type", mediaType);
        headers.forEach(request::header);
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
    }

    void expect(Object endpoint, String what, HttpResponse<String> answer, int... statuses) {
        for (int status : statuses) {
            if (answer.statusCode() == status) {
                problem(endpoint, what, answer);
                return;
            }
        }
        wrong(endpoint, what, answer);
    }

    /** Refused by a problem. */
    void refused(Object endpoint, String what, HttpResponse<String> answer) {
        if (answer.statusCode() < 400 || answer.statusCode() > 499) wrong(endpoint, what, answer);
        else problem(endpoint, what, answer);
    }

    /** Answered or refused by a problem. */
    void notFailed(Object endpoint, String what, HttpResponse<String> answer) {
        if (answer.statusCode() >= 500) wrong(endpoint, what, answer);
        else if (answer.statusCode() >= 400) problem(endpoint, what, answer);
    }

    /** The answer is a problem with an objection. */
    void problem(Object endpoint, String what, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        JsonNode objection = json(answer).at("/objections/0");
        boolean told =
                !objection.path("code").asString("").isEmpty()
                        && !objection.path("message").asString("").isEmpty();
        if (!type.startsWith("application/problem+json")
                || !told
                || !json(answer).path("type").asString("").startsWith("urn:oneseal:problem:")) {
            wrong(endpoint, what + ", no problem detail but " + type, answer);
        }
    }

    synchronized void wrong(Object endpoint, String what, HttpResponse<String> answer) {
        String start = answer.body().substring(0, Math.min(300, answer.body().length()));
        wrong.add("%s, %s: %d %s".formatted(endpoint, what, answer.statusCode(), start));
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException _) {
            return JSON.createObjectNode();
        }
    }

    /** Rows of every table that only commands write; one question a database. */
    Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        for (Part part : Part.services()) {
            if (!part.hasDatabase()) continue;
            String all =
                    world.ask(
                            part,
                            """
                            SELECT string_agg(
                                     format('SELECT %L, count(*) FROM %I', relname, relname),
                                     ' UNION ALL ')
                              FROM pg_stat_user_tables
                             WHERE relname !~ '^(outbox|inbox|seal$|feeds$|recount$|scheduled|flyway)'
                            """);
            for (String row : world.askAll(part, all)) {
                int tab = row.indexOf('\t');
                rows.put(
                        part.segment() + "." + row.substring(0, tab),
                        Long.valueOf(row.substring(tab + 1)));
            }
        }
        return rows;
    }
}
