package org.oneseal.story;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Where the people of the story sit: signs them in and speaks HTTP with the front door for them.
 */
public final class Desk {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TOKEN_AGE = Duration.ofMinutes(3);
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Surroundings where;
    private final Map<String, Issued> tokens = new ConcurrentHashMap<>();

    public Desk(Surroundings where) {
        this.where = where;
    }

    private record Issued(String token, long at) {}

    /** Somebody who calls, by a name that only the desk knows. */
    public record Person(String name, Map<String, String> grant, @Nullable String client) {}

    /** An officer with a demonstration account. */
    public Person officer(String username) {
        return new Person(username, password(username), "demo-desk");
    }

    /** A citizen in an app: the app's back end calls for her by token exchange. */
    public Person citizenInApp(String username) {
        return new Person("app:" + username, Map.of(), "app-backend");
    }

    /** A department's system. */
    public Person source(String source) {
        return new Person(
                "source:" + source,
                Map.of("grant_type", "client_credentials"),
                "department-system-" + source);
    }

    /** Nobody in particular: the public. */
    public static Person anybody() {
        return new Person("", Map.of(), null);
    }

    public Answer get(Person person, String path, String... headers) {
        return call(person, "GET", path, null, headers);
    }

    /** A post with a key of its own, so that it has its effect once. */
    public Answer post(Person person, String path, @Nullable Object body, String... headers) {
        List<String> more = new ArrayList<>(List.of(headers));
        more.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        return call(person, "POST", path, body, more.toArray(String[]::new));
    }

    /** A post on an object that was read at a version. */
    public Answer post(
            Person person, String path, @Nullable Object body, long version, String... headers) {
        List<String> more = new ArrayList<>(List.of(headers));
        more.addAll(List.of("If-Match", "\"" + version + "\""));
        return post(person, path, body, more.toArray(String[]::new));
    }

    /**
     * Any call.
     *
     * @param headers names and values in turn
     */
    public Answer call(
            Person person, String method, String path, @Nullable Object body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(where.gateway().resolve(path))
                        .timeout(Duration.ofSeconds(60));
        boolean typed = false;
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
            typed |= headers[i].equalsIgnoreCase("Content-Type");
        }
        if (!person.name().isEmpty()) request.header("Authorization", "Bearer " + token(person));
        if (body != null && !typed) request.header("Content-Type", "application/json");
        String text =
                body == null ? "" : body instanceof String s ? s : JSON.writeValueAsString(body);
        request.method(method, HttpRequest.BodyPublishers.ofString(text));
        return answer(method + " " + path, send(request.build()));
    }

    /**
     * Takes a file home.
     *
     * @return the digest that the service says it has
     */
    public String download(Person person, String path, Path into, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(where.gateway().resolve(path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", "Bearer " + token(person));
        if (headers.length > 0) request.headers(headers);
        try {
            HttpResponse<Path> file =
                    http.send(
                            request.build(),
                            HttpResponse.BodyHandlers.ofFile(
                                    into, CREATE, WRITE, TRUNCATE_EXISTING));
            if (file.statusCode() != 200) {
                throw new Unexpected("GET " + path, file.statusCode(), Files.readString(into));
            }
            return file.headers().firstValue("Document-Digest").orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(path + " can't be taken", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The person's token, fresh enough for a call. */
    public synchronized String token(Person person) {
        Issued issued = tokens.get(person.name());
        if (issued != null && System.nanoTime() - issued.at() < TOKEN_AGE.toNanos()) {
            return issued.token();
        }
        String token = person.name().startsWith("app:") ? exchanged(person) : granted(person);
        tokens.put(person.name(), new Issued(token, System.nanoTime()));
        return token;
    }

    private String exchanged(Person person) {
        String username = person.name().substring("app:".length());
        String citizen =
                granted(new Person("citizen:" + username, password(username), "citizen-app"));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", EXCHANGE);
        form.put("subject_token_type", ACCESS_TOKEN);
        form.put("subject_token", citizen);
        return granted(new Person(person.name(), form, person.client()));
    }

    private Map<String, String> password(String username) {
        return Map.of(
                "grant_type", "password", "username", username, "password", where.demoPassword());
    }

    private String granted(Person person) {
        Map<String, String> form = new LinkedHashMap<>(person.grant());
        String client = String.valueOf(person.client());
        form.put("client_id", client);
        if (!client.equals("citizen-app")) {
            form.put("client_secret", where.clientSecret().apply(client));
        }
        HttpRequest request =
                HttpRequest.newBuilder(where.token())
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                        .build();
        Answer answer = answer("token of " + person.name(), send(request));
        return answer.ok().path("access_token").asString();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(
                        e ->
                                e.getKey()
                                        + "="
                                        + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(String what, HttpResponse<String> response) {
        return new Answer(
                what,
                response.statusCode(),
                response.headers().firstValue("ETag").orElse(null),
                response.body());
    }

    /** The path of an address, such as one found in an answer. */
    public static String pathOf(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /** What came back. */
    public record Answer(String what, int status, @Nullable String etag, String text) {

        /** The body, as JSON; missing if it is none. */
        public JsonNode json() {
            try {
                return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (JacksonException e) {
                return MissingNode.getInstance();
            }
        }

        /**
         * The body of a success.
         *
         * @throws Unexpected for any other answer, with what was objected
         */
        public JsonNode ok() {
            if (status < 200 || status > 299) throw new Unexpected(what, status, text);
            return json();
        }

        /** The version that the answer carries. */
        public long version() {
            if (etag == null) throw new Unexpected(what + " without ETag", status, text);
            return Long.parseLong(etag.replaceAll("\\D", ""));
        }

        /** Codes of the objections of a problem. */
        public List<String> objections() {
            List<String> codes = new ArrayList<>();
            for (JsonNode objection : json().path("objections")) {
                codes.add(objection.path("code").asString());
            }
            return codes;
        }

        /** The first objection, in words. */
        public String firstObjection() {
            return json().at("/objections/0/message").asString("");
        }
    }

    /** The platform answered otherwise than the story needs. */
    public static final class Unexpected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unexpected(String what, int status, String text) {
            super(what + " answered " + status + ": " + text);
        }
    }
}
