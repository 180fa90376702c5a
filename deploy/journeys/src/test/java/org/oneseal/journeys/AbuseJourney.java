package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.oneseal.local.Part;
import tools.jackson.databind.JsonNode;

/**
 * Every endpoint that the services document, asked as nobody should: the answer is always a problem
 * with a clear objection, never a failure, and nothing is written.
 */
@PlatformJourney
@Order(3)
class AbuseJourney {

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

    private static final String TOO_LARGE = "{\"name\": \"" + "x".repeat(1_200_000) + "\"}";

    private final World world;
    private final List<Endpoint> endpoints;
    private final Asking asking;

    AbuseJourney(World world) {
        this.world = world;
        world.licence();
        endpoints = Endpoint.documented(world);
        asking = new Asking(world);
        world.awaitQuiet();
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
        asking.unchanged(
                endpoints,
                endpoint -> {
                    String body = endpoint.body() ? "{}" : null;
                    var answer = asking.ask(endpoint, "x", null, body);
                    if (!endpoint.isPublic()) {
                        asking.expect(endpoint, "no token", answer, 401);
                    } else if (answer.statusCode() >= 500 || answer.statusCode() == 401) {
                        asking.wrong(endpoint, "public", answer);
                    }
                    asking.expect(
                            endpoint,
                            "a token that is none",
                            asking.ask(endpoint, "x", "ey.no.token", body),
                            401);
                });
    }

    @Test
    void whatIsMalformedIsRefusedWithAnObjection() {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("no object", "[1, 2, 3]");
        bodies.put("a text", "\"text\"");
        bodies.put("null", "null");
        bodies.put("unknown field", "{\"noSuchField\": 1}");
        bodies.put("nothing", "");
        asking.unchanged(
                withBody(),
                endpoint -> {
                    if (endpoint.isPublic()) return;
                    Collection<String> readers = readers(endpoint);
                    // Once: more would mostly move megabytes.
                    asking.refused(
                            endpoint,
                            "too large",
                            asking.ask(endpoint, "x", token(readers.iterator().next()), TOO_LARGE));
                    for (String officer : readers) {
                        for (var body : bodies.entrySet()) {
                            asking.refused(
                                    endpoint,
                                    body.getKey() + " by " + officer,
                                    asking.ask(endpoint, "x", token(officer), body.getValue()));
                        }
                        asking.refused(
                                endpoint,
                                "no media type for it, by " + officer,
                                asking.askAs(
                                        endpoint,
                                        "x",
                                        token(officer),
                                        "{}",
                                        "application/x-nonsense"));
                    }
                });
    }

    /**
     * Of all who are answered alike one, first who gets furthest, and last the clerk: who may not
     * ask at all is answered else.
     */
    private Collection<String> readers(Endpoint endpoint) {
        Map<Integer, String> readers = new TreeMap<>();
        for (String officer : OFFICERS) {
            var answer = asking.ask(endpoint, "x", token(officer), "{\"name\": \"x\", ");
            asking.refused(endpoint, "malformed by " + officer, answer);
            readers.put(answer.statusCode(), officer);
        }
        readers.put(Integer.MAX_VALUE, "clerk");
        return readers.values();
    }

    @Test
    void everyFieldOfAWrongTypeIsRefused() {
        Map<Part, JsonNode> documents = new EnumMap<>(Part.class);
        for (Endpoint endpoint : endpoints) {
            documents.computeIfAbsent(endpoint.part(), part -> Endpoint.document(world, part));
        }
        asking.unchanged(
                withBody(),
                endpoint ->
                        wrongTypes(
                                endpoint, Objects.requireNonNull(documents.get(endpoint.part()))));
    }

    private void wrongTypes(Endpoint endpoint, JsonNode document) {
        JsonNode schema =
                document.path("paths")
                        .path(endpoint.path())
                        .path(endpoint.method().toLowerCase(Locale.ROOT))
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
                asking.refused(
                        endpoint,
                        "wrong type of " + field + " by " + officer,
                        asking.ask(endpoint, "x", token(officer), body.formatted(field)));
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
                        "x".repeat(3_000));
        asking.unchanged(
                endpoints,
                endpoint -> {
                    if (!endpoint.path().contains("{") || endpoint.isStream()) return;
                    String body = endpoint.body() ? "{}" : null;
                    for (String name : names) {
                        for (String officer : List.of("supervisor", "operator", "clerk")) {
                            var answer = asking.ask(endpoint, name, token(officer), body);
                            if (endpoint.changes()) asking.refused(endpoint, name, answer);
                            else asking.notFailed(endpoint, name, answer);
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
        asking.unchanged(
                endpoints,
                endpoint -> {
                    if (endpoint.changes() || endpoint.isStream()) return;
                    String target = endpoint.target("x");
                    for (String query : queries) {
                        String joined = target + (target.contains("?") ? "&" : "?") + query;
                        for (String officer : List.of("operator", "supervisor")) {
                            asking.notFailed(endpoint, query, asking.get(joined, token(officer)));
                        }
                    }
                });
    }

    @Test
    void anotherRegionSeesNothing() {
        String stranger = token("supervisor-431102");
        asking.unchanged(
                objects(),
                path -> asking.expect(path, "a stranger", asking.get(path, stranger), 403, 404));
        asking.unchanged(
                List.of("cases", "watches", "cards", "credit-records"),
                list -> {
                    var answer = asking.get("/api/v1/" + list, stranger);
                    if (answer.statusCode() == 200
                            && !Asking.json(answer).path("items").isEmpty()) {
                        asking.wrong(list, "a stranger's list", answer);
                    }
                });
    }

    @Test
    void anotherRegionChangesNothing() {
        String id = String.valueOf(world.licence().get("case"));
        String stranger = token("supervisor-431102");
        asking.unchanged(
                endpoints,
                endpoint -> {
                    if (!endpoint.changes()) return;
                    String body = endpoint.body() ? "{}" : null;
                    asking.refused(
                            endpoint, "a stranger", asking.ask(endpoint, id, stranger, body));
                });
    }

    @Test
    void aStaleOrMissingVersionChangesNothing() {
        asking.unchanged(
                endpoints.stream()
                        .filter(Endpoint::changes)
                        .filter(endpoint -> endpoint.path().startsWith("/api/v1/cases/{"))
                        .toList(),
                this::versions);
        String acceptance = licence() + "/acceptance";
        var stale = post(acceptance, null, Map.of("If-Match", "\"1\"", "Idempotency-Key", "stale"));
        assertThat(stale.statusCode()).as(stale.body()).isEqualTo(409);
        var missing = post(acceptance, null, Map.of("Idempotency-Key", "missing"));
        assertThat(missing.statusCode()).as(missing.body()).isEqualTo(428);
    }

    private void versions(Endpoint endpoint) {
        String target = endpoint.of(licence());
        String body = endpoint.body() ? "{}" : null;
        for (String version : List.of("\"1\"", "\"999999\"", "*", "W/\"1\"", "x")) {
            for (String officer : List.of("clerk", "officer", "chief")) {
                Map<String, String> headers =
                        Map.of(
                                "If-Match",
                                version,
                                "Idempotency-Key",
                                UUID.randomUUID().toString());
                asking.refused(
                        endpoint,
                        "If-Match " + version,
                        asking.send(
                                endpoint.method(),
                                target,
                                token(officer),
                                body,
                                endpoint.mediaType(),
                                headers));
            }
        }
        asking.refused(
                endpoint,
                "no If-Match and no key",
                asking.send(
                        endpoint.method(),
                        target,
                        token("clerk"),
                        body,
                        endpoint.mediaType(),
                        Map.of()));
    }

    @Test
    void aRepeatedKeyGivesTheSameAnswerAndOnlyForTheSameBody() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String body =
                """
                {"name": "永州重复提交有限公司（示例）", "region": "431103000000",
                 "uscc": "91431103MA4XXXX04H", "phone": "13911112222"}""";
        var first = post("/api/v1/parties", body, key);
        assertThat(first.statusCode()).as(first.body()).isBetween(200, 201);

        asking.unchanged(
                List.of(body, body.replace("重复", "另一个")),
                sent -> {
                    var again = post("/api/v1/parties", sent, key);
                    if (!sent.equals(body)) {
                        asking.expect("POST parties", "same key, other body", again, 422);
                    } else if (again.statusCode() != first.statusCode()
                            || !Asking.json(again).equals(Asking.json(first))) {
                        asking.wrong("POST parties", "the same again", again);
                    }
                });
    }

    @Test
    void aBodyBeyondTheGatewaysLimitIsRefusedThere() {
        asking.unchanged(
                List.of("x".repeat(26 << 20)),
                body ->
                        asking.expect(
                                "POST cases",
                                "26 MB",
                                post("/api/v1/cases", body, Map.of("Idempotency-Key", "large")),
                                413));
    }

    private List<Endpoint> withBody() {
        return endpoints.stream().filter(Endpoint::body).toList();
    }

    private String licence() {
        return "/api/v1/cases/" + world.licence().get("case");
    }

    private HttpResponse<String> post(
            String path, @Nullable String body, Map<String, String> with) {
        return asking.send("POST", path, token("clerk"), body, "application/json", with);
    }

    /** Objects of the district by address. */
    private List<String> objects() {
        List<String> paths = new ArrayList<>();
        for (String part : List.of("", "/timeline", "/deadline", "/evidence", "/form")) {
            paths.add(licence() + part);
        }
        Map<String, String> lists =
                Map.of("watches", "supervisor", "cards", "supervisor", "credit-records", "credit");
        lists.forEach(
                (list, officer) -> {
                    String path = "/api/v1/" + list;
                    world.desk()
                            .get(world.desk().officer(officer), path + "?limit=3")
                            .ok()
                            .path("items")
                            .forEach(item -> paths.add(path + "/" + item.path("id").asString()));
                });
        return paths;
    }

    private String token(String officer) {
        return world.desk().token(world.desk().officer(officer));
    }
}
