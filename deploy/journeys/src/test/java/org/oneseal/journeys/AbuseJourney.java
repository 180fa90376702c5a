package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.oneseal.local.Part;
import org.oneseal.story.Desk;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every endpoint that the services document, asked as nobody should: the answer is always a problem
 * with a clear objection, never a failure, and nothing is written.
 */
@PlatformJourney
@Order(2)
class AbuseJourney {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> OFFICERS =
            List.of(
                    "clerk",
                    "officer",
                    "chief",
                    "editor",
                    "supervisor",
                    "credit",
                    "market",
                    "operator");
    private static final Pattern PUBLIC =
            Pattern.compile(
                    "/api/v1/(verify|publicity|seals|draws)(/.*)?|/api/v1/[a-z]+/openapi"
                            + "|/api/v1/(institutions|selection-rules)");
    private static final Pattern EMPTY = Pattern.compile("\\{[^}]+}");

    private final World world;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private int asked;

    AbuseJourney(World world) {
        this.world = world;
        world.licence();
        for (Part part : Part.services()) {
            if (!part.hasDatabase()) continue;
            JsonNode document =
                    world.desk().get(Desk.anybody(), "/api/v1/" + part.segment() + "/openapi").ok();
            document.path("paths")
                    .propertyStream()
                    .forEach(
                            path ->
                                    path.getValue()
                                            .propertyStream()
                                            .forEach(
                                                    operation ->
                                                            endpoints.add(
                                                                    Endpoint.of(
                                                                            part,
                                                                            operation.getKey(),
                                                                            path.getKey(),
                                                                            operation
                                                                                    .getValue()))));
        }
    }

    @BeforeEach
    void nothingIsWrongYet() {
        wrong.clear();
        asked = 0;
    }

    /** One documented operation. */
    private record Endpoint(
            Part part, String method, String path, String query, boolean body, String mediaType) {

        static Endpoint of(Part part, String method, String path, JsonNode operation) {
            List<String> query = new ArrayList<>();
            for (JsonNode parameter : operation.path("parameters")) {
                if (!"query".equals(parameter.path("in").asString())
                        || !parameter.path("required").asBoolean()) {
                    continue;
                }
                query.add(parameter.path("name").asString() + "=" + value(parameter));
            }
            JsonNode content = operation.at("/requestBody/content");
            String mediaType =
                    content.propertyStream()
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse("application/json");
            return new Endpoint(
                    part,
                    method.toUpperCase(java.util.Locale.ROOT),
                    path,
                    String.join("&", query),
                    operation.has("requestBody"),
                    mediaType);
        }

        private static String value(JsonNode parameter) {
            String format = parameter.at("/schema/format").asString("");
            String name = parameter.path("name").asString();
            if (format.equals("date")) return "2026-01-0" + (name.equals("to") ? 2 : 1);
            return name.equals("region") ? World.REGION : "1";
        }

        String target(String parameter) {
            String filled =
                    EMPTY.matcher(path)
                            .replaceAll(URLEncoder.encode(parameter, StandardCharsets.UTF_8));
            return filled + (query.isEmpty() ? "" : "?" + query);
        }

        boolean isPublic() {
            return method.equals("GET") && PUBLIC.matcher(path).matches();
        }

        boolean isStream() {
            return path.endsWith("/cockpit");
        }

        boolean changes() {
            return !method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void everyEndpointIsDocumentedThroughTheGateway() {
        Map<Part, Long> counted = new TreeMap<>();
        endpoints.forEach(endpoint -> counted.merge(endpoint.part(), 1L, Long::sum));
        world.say("documented endpoints: " + counted);
        assertThat(counted).hasSize(6).allSatisfy((_, count) -> assertThat(count).isPositive());
    }

    @Test
    void withoutATokenOnlyWhatIsPublicAnswers() {
        unchanged(
                () -> {
                    for (Endpoint endpoint : endpoints) {
                        var answer = ask(endpoint, "x", null, endpoint.body() ? "{}" : null);
                        if (endpoint.isPublic()) {
                            if (answer.statusCode() >= 500 || answer.statusCode() == 401) {
                                wrong(endpoint, "public", answer);
                            }
                        } else {
                            expect(endpoint, "no token", answer, 401);
                        }
                        expect(
                                endpoint,
                                "a token that is none",
                                ask(endpoint, "x", "ey.no.token", endpoint.body() ? "{}" : null),
                                401);
                    }
                });
    }

    @Test
    void whatIsMalformedIsRefusedWithAnObjection() {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("malformed", "{\"name\": \"x\", ");
        bodies.put("no object", "[1, 2, 3]");
        bodies.put("a text", "\"text\"");
        bodies.put("null", "null");
        bodies.put("unknown field", "{\"noSuchField\": 1}");
        bodies.put("nothing", "");
        bodies.put("too large", "{\"name\": \"" + "x".repeat(1_200_000) + "\"}");
        unchanged(
                () -> {
                    for (Endpoint endpoint : endpoints) {
                        if (!endpoint.body() || endpoint.isPublic()) continue;
                        for (var body : bodies.entrySet()) {
                            for (String officer : officers(body.getKey())) {
                                refused(
                                        endpoint,
                                        body.getKey() + " by " + officer,
                                        ask(endpoint, "x", token(officer), body.getValue()));
                            }
                        }
                        refused(
                                endpoint,
                                "no media type for it",
                                askAs(
                                        endpoint,
                                        "x",
                                        token("clerk"),
                                        "{}",
                                        "application/x-nonsense"));
                    }
                });
    }

    @Test
    void everyFieldOfAWrongTypeIsRefused() {
        unchanged(
                () -> {
                    for (Part part : Part.services()) {
                        if (!part.hasDatabase()) continue;
                        JsonNode document =
                                world.desk()
                                        .get(
                                                Desk.anybody(),
                                                "/api/v1/" + part.segment() + "/openapi")
                                        .ok();
                        for (Endpoint endpoint : endpoints) {
                            if (endpoint.part() == part && endpoint.body()) {
                                wrongTypes(endpoint, document);
                            }
                        }
                    }
                });
    }

    private void wrongTypes(Endpoint endpoint, JsonNode document) {
        JsonNode schema =
                document.path("paths")
                        .path(endpoint.path())
                        .path(endpoint.method().toLowerCase(java.util.Locale.ROOT))
                        .path("requestBody")
                        .path("content")
                        .path(endpoint.mediaType())
                        .path("schema");
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) schema = document.at(reference.substring(1));
        for (String field : schema.path("properties").propertyNames()) {
            JsonNode type = schema.path("properties").path(field).path("type");
            String body =
                    type.toString().contains("object") || type.isMissingNode()
                            ? "{\"%s\": [[1]]}"
                            : "{\"%s\": {\"wrong\": [1]}}";
            for (String officer : List.of("clerk", "operator")) {
                refused(
                        endpoint,
                        "wrong type of " + field + " by " + officer,
                        ask(endpoint, "x", token(officer), body.formatted(field)));
            }
        }
    }

    @Test
    void whatIsNotThereIsNotFoundWhateverItsNameLooksLike() {
        List<String> names =
                List.of(
                        "431103-00000000000000000000000000",
                        "' OR 1=1 --",
                        "..%2f..%2fetc",
                        "%00",
                        "９".repeat(40),
                        "x".repeat(2_000));
        unchanged(
                () -> {
                    for (Endpoint endpoint : endpoints) {
                        if (!endpoint.path().contains("{") || endpoint.isStream()) continue;
                        for (String name : names) {
                            for (String officer : List.of("supervisor", "operator", "clerk")) {
                                var answer =
                                        ask(
                                                endpoint,
                                                name,
                                                token(officer),
                                                endpoint.body() ? "{}" : null);
                                if (endpoint.changes()) refused(endpoint, name, answer);
                                else notFailed(endpoint, name, answer);
                            }
                        }
                    }
                });
    }

    @Test
    void whatIsAskedForWronglyIsRefused() {
        List<String> queries =
                List.of(
                        "limit=0",
                        "limit=201",
                        "limit=many",
                        "cursor=nonsense",
                        "cursor=" + "A".repeat(400),
                        "state=NO_SUCH_STATE",
                        "from=yesterday");
        unchanged(
                () -> {
                    for (Endpoint endpoint : endpoints) {
                        if (endpoint.changes() || endpoint.isStream()) continue;
                        for (String query : queries) {
                            String target = endpoint.target("x");
                            String joined = target + (target.contains("?") ? "&" : "?") + query;
                            for (String officer : List.of("operator", "supervisor")) {
                                notFailed(
                                        endpoint,
                                        query,
                                        send(
                                                "GET",
                                                joined,
                                                token(officer),
                                                null,
                                                "application/json",
                                                Map.of()));
                            }
                        }
                    }
                });
    }

    @Test
    void anotherRegionSeesAndChangesNothing() {
        List<String> objects = objects();
        String stranger = token("supervisor-431102");
        unchanged(
                () -> {
                    for (String path : objects) {
                        var answer =
                                send("GET", path, stranger, null, "application/json", Map.of());
                        asked++;
                        if (answer.statusCode() != 404 && answer.statusCode() != 403) {
                            wrong.add("GET " + path + " by a stranger: " + answer.statusCode());
                        }
                        problem("GET " + path, "a stranger", answer);
                    }
                    for (Endpoint endpoint : endpoints) {
                        if (!endpoint.changes()) continue;
                        refused(
                                endpoint,
                                "a stranger",
                                ask(
                                        endpoint,
                                        String.valueOf(world.licence().get("case")),
                                        stranger,
                                        endpoint.body() ? "{}" : null));
                    }
                    for (String list : List.of("cases", "watches", "cards", "credit-records")) {
                        var answer =
                                send(
                                        "GET",
                                        "/api/v1/" + list,
                                        stranger,
                                        null,
                                        "application/json",
                                        Map.of());
                        if (answer.statusCode() == 200 && !json(answer).path("items").isEmpty()) {
                            wrong.add("a stranger lists " + list + ": " + answer.body());
                        }
                    }
                });
    }

    @Test
    void aStaleOrMissingVersionChangesNothing() {
        String path = "/api/v1/cases/" + world.licence().get("case");
        unchanged(
                () -> {
                    for (Endpoint endpoint : endpoints) {
                        if (!endpoint.changes() || !endpoint.path().startsWith("/api/v1/cases/{")) {
                            continue;
                        }
                        String target =
                                endpoint.path().replaceFirst("/api/v1/cases/\\{[^}]+}", path);
                        target = EMPTY.matcher(target).replaceAll("x");
                        for (String version : List.of("\"1\"", "\"999999\"", "*", "W/\"1\"", "x")) {
                            for (String officer : List.of("clerk", "officer", "chief")) {
                                var answer =
                                        send(
                                                endpoint.method(),
                                                target,
                                                token(officer),
                                                endpoint.body() ? "{}" : null,
                                                endpoint.mediaType(),
                                                Map.of(
                                                        "If-Match",
                                                        version,
                                                        "Idempotency-Key",
                                                        UUID.randomUUID().toString()));
                                refused(endpoint, "If-Match " + version, answer);
                            }
                        }
                        refused(
                                endpoint,
                                "no If-Match and no key",
                                send(
                                        endpoint.method(),
                                        target,
                                        token("clerk"),
                                        endpoint.body() ? "{}" : null,
                                        endpoint.mediaType(),
                                        Map.of()));
                    }
                });
        var stale =
                send(
                        "POST",
                        path + "/acceptance",
                        token("clerk"),
                        null,
                        "application/json",
                        Map.of("If-Match", "\"1\"", "Idempotency-Key", "stale"));
        assertThat(stale.statusCode()).as(stale.body()).isEqualTo(409);
        var missing =
                send(
                        "POST",
                        path + "/acceptance",
                        token("clerk"),
                        null,
                        "application/json",
                        Map.of("Idempotency-Key", "missing"));
        assertThat(missing.statusCode()).as(missing.body()).isEqualTo(428);
    }

    @Test
    void aRepeatedKeyGivesTheSameAnswerAndOnlyForTheSameBody() {
        String key = UUID.randomUUID().toString();
        String clerk = token("clerk");
        String body =
                """
                {"name": "永州重复提交有限公司（示例）", "region": "431103000000",
                 "uscc": "91431103MA4XXXX04H", "phone": "13911112222"}""";
        var first = post("/api/v1/parties", clerk, body, key);
        assertThat(first.statusCode()).as(first.body()).isBetween(200, 201);
        Map<String, Long> before = rows();

        var again = post("/api/v1/parties", clerk, body, key);
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(json(again)).isEqualTo(json(first));

        var other = post("/api/v1/parties", clerk, body.replace("重复", "另一个"), key);
        assertThat(other.statusCode()).as(other.body()).isEqualTo(422);
        problem("POST /api/v1/parties", "same key, other body", other);
        assertThat(wrong).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aBodyBeyondTheGatewaysLimitIsRefusedThere() {
        var answer =
                send(
                        "POST",
                        "/api/v1/cases",
                        token("clerk"),
                        "x".repeat(26 << 20),
                        "application/json",
                        Map.of("Idempotency-Key", "large"));
        assertThat(answer.statusCode()).isEqualTo(413);
        problem("POST /api/v1/cases", "26 MB", answer);
        assertThat(wrong).isEmpty();
    }

    private HttpResponse<String> post(String path, String token, String body, String key) {
        return send("POST", path, token, body, "application/json", Map.of("Idempotency-Key", key));
    }

    /** Objects of the district by address. */
    private List<String> objects() {
        List<String> paths = new ArrayList<>();
        String id = "/api/v1/cases/" + world.licence().get("case");
        for (String part : List.of("", "/timeline", "/deadline", "/evidence", "/form")) {
            paths.add(id + part);
        }
        for (var list :
                Map.of(
                                "watches", "supervisor",
                                "cards", "supervisor",
                                "credit-records", "credit")
                        .entrySet()) {
            JsonNode page =
                    world.desk()
                            .get(
                                    world.desk().officer(list.getValue()),
                                    "/api/v1/" + list.getKey() + "?limit=3")
                            .ok();
            page.path("items")
                    .forEach(
                            item ->
                                    paths.add(
                                            "/api/v1/"
                                                    + list.getKey()
                                                    + "/"
                                                    + item.path("id").asString()));
        }
        return paths;
    }

    private static List<String> officers(String kind) {
        return kind.equals("too large") ? List.of("clerk") : OFFICERS;
    }

    private String token(String officer) {
        return world.desk().token(world.desk().officer(officer));
    }

    private HttpResponse<String> ask(
            Endpoint endpoint, String parameter, @Nullable String token, @Nullable String body) {
        return askAs(endpoint, parameter, token, body, endpoint.mediaType());
    }

    private HttpResponse<String> askAs(
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

    private HttpResponse<String> send(
            String method,
            String target,
            @Nullable String token,
            @Nullable String body,
            String mediaType,
            Map<String, String> headers) {
        asked++;
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

    private void expect(Endpoint endpoint, String what, HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) wrong(endpoint, what + ", not " + status, answer);
        else problem(endpoint.toString(), what, answer);
    }

    /** Refused by a problem. */
    private void refused(Endpoint endpoint, String what, HttpResponse<String> answer) {
        if (answer.statusCode() < 400 || answer.statusCode() > 499) wrong(endpoint, what, answer);
        else problem(endpoint.toString(), what, answer);
    }

    /** Answered or refused by a problem. */
    private void notFailed(Endpoint endpoint, String what, HttpResponse<String> answer) {
        if (answer.statusCode() >= 500) wrong(endpoint, what, answer);
        else if (answer.statusCode() >= 400) problem(endpoint.toString(), what, answer);
    }

    private void problem(String endpoint, String what, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        JsonNode objection = json(answer).at("/objections/0");
        boolean told =
                !objection.path("code").asString("").isEmpty()
                        && !objection.path("message").asString("").isEmpty();
        if (!type.startsWith("application/problem+json")
                || !told
                || !json(answer).path("type").asString("").startsWith("urn:oneseal:problem:")) {
            wrong.add(
                    "%s, %s: no problem detail but %d %s %s"
                            .formatted(endpoint, what, answer.statusCode(), type, start(answer)));
        }
    }

    private void wrong(Endpoint endpoint, String what, HttpResponse<String> answer) {
        wrong.add("%s, %s: %d %s".formatted(endpoint, what, answer.statusCode(), start(answer)));
    }

    private static String start(HttpResponse<String> answer) {
        return answer.body().substring(0, Math.min(300, answer.body().length()));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException _) {
            return JSON.createObjectNode();
        }
    }

    /** Asks and sees that everything was answered well and nothing was written. */
    private void unchanged(Runnable asking) {
        Map<String, Long> before = rows();
        asking.run();
        world.say(asked + " requests, " + wrong.size() + " answered wrongly");
        assertThat(wrong).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    /** Rows of every table that only commands write. */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        for (Part part : Part.services()) {
            if (!part.hasDatabase()) continue;
            for (String table :
                    world.askAll(
                            part,
                            """
                            SELECT relname FROM pg_stat_user_tables
                             WHERE relname !~ '^(outbox|inbox|seal$|feeds$|scheduled|flyway)'
                             ORDER BY 1
                            """)) {
                rows.put(
                        part.segment() + "." + table,
                        world.count(part, "SELECT count(*) FROM \"" + table + '"'));
            }
        }
        return rows;
    }
}
