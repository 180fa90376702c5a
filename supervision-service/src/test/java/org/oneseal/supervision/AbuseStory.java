package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation of the published interface is asked what makes no sense, a member at a time: the
 * answer says what is wrong, is never the service's own fault and leaves nothing behind.
 */
class AbuseStory extends Story {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> IDS =
            List.of("x", "%F0%9F%92%A9", "431103-nothing", "%27--", "9".repeat(300));

    private static final List<String> VALUES =
            List.of(
                    "",
                    "x",
                    "-1",
                    "0",
                    "9".repeat(25),
                    "%00",
                    "%F0%9F%92%A9",
                    "2026-13-45",
                    "%2B999999999-12-31",
                    "-999999999-01-01",
                    "-999999999-01-01T00:00:00Z",
                    "x".repeat(3000));

    private static final List<Object> MEMBERS =
            List.of(
                    "",
                    " ",
                    "x",
                    "\0",
                    "\uD83D",
                    "9".repeat(12),
                    "x".repeat(70_000),
                    -1,
                    0,
                    1e300,
                    Long.MAX_VALUE,
                    true,
                    "+999999999-12-31T23:59:59Z",
                    "-999999999-01-01T00:00:00Z",
                    "0001-01-01T00:00:00Z",
                    "2026-02-30",
                    "+999999999-12-31",
                    "-999999999-01-01",
                    List.of(),
                    List.of(List.of("x")),
                    Map.of("x", Map.of()));

    private final Map<String, Object> schemas = new LinkedHashMap<>();

    AbuseStory() {
        super("431125000000");
    }

    /** An operation of the interface. */
    private record Operation(
            String method, String path, List<String> queries, @Nullable Map<String, Object> body) {}

    @Test
    void whatever_makes_no_sense_is_told_so() throws IOException {
        int asked = 0;
        for (Operation operation : operations()) {
            for (String id : operation.path().contains("{") ? IDS : List.of("")) {
                asked +=
                        ask(operation, operation.path().replaceAll("\\{[^}]*}", id), "", body("x"));
            }
            String path = operation.path().replaceAll("\\{[^}]*}", "431125-none");
            for (String query : operation.queries()) {
                for (String value : VALUES)
                    asked += ask(operation, path, query + "=" + value, "{}");
            }
            for (String body : List.of("", "{", "[]", "null", "7", "\"x\"", "{}", "{\"x\":1}")) {
                asked += ask(operation, path, "", body);
            }
            Map<String, Object> wanted = operation.body();
            if (wanted == null) continue;
            for (String member : wanted.keySet()) {
                for (Object wrong : MEMBERS) {
                    asked += ask(operation, path, "", body(wanted, member, wrong));
                }
                asked += ask(operation, path, "", body(wanted, member, null));
            }
        }
        assertThat(asked).isGreaterThan(1000);
        assertThat(http.get("/api/v1/cards", supervisor()).json().path("items").size()).isZero();
        assertThat(http.get("/api/v1/retrospects", supervisor()).json().path("items").size())
                .isZero();
    }

    private int ask(Operation operation, String path, String query, String body) {
        String whole = query.isEmpty() ? path : path + "?" + query;
        boolean get = operation.method().equals("GET");
        Http.Answer answer =
                get
                        ? http.get(whole, supervisor())
                        : http.post(whole, supervisor(), body, "If-Match", "\"1\"");
        String said = operation.method() + " " + shortened(whole) + " " + shortened(body);
        assertThat(answer.status()).as(said + " " + answer.text()).isBetween(200, 499);
        if (answer.status() >= 400) {
            assertThat(answer.json().path("type").asString(""))
                    .as(said + " " + answer.text())
                    .startsWith("urn:oneseal:problem:");
        }
        return 1;
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    /** A body whose every other member is what it should be, as far as its schema tells. */
    private String body(Map<String, Object> wanted, String member, @Nullable Object wrong) {
        Map<String, Object> body = new LinkedHashMap<>();
        wanted.forEach((name, schema) -> body.put(name, likely(name, map(schema))));
        body.put(member, wrong);
        return JSON.writeValueAsString(body);
    }

    private static String body(String text) {
        return JSON.writeValueAsString(Map.of("reason", text));
    }

    private Object likely(String name, Map<String, Object> schema) {
        if (schema.get("enum") instanceof List<?> values) return values.getFirst();
        if ("date".equals(schema.get("format"))) return "2026-03-03";
        if ("date-time".equals(schema.get("format"))) return "2026-03-02T02:00:00Z";
        return switch (String.valueOf(schema.get("type"))) {
            case "integer", "number" -> 1;
            case "boolean" -> false;
            case "array" -> List.of();
            case "object" -> Map.of();
            default -> name.equals("region") ? county() : "x";
        };
    }

    private List<Operation> operations() throws IOException {
        Map<String, Object> document =
                map(new Yaml().load(Files.readString(Path.of("contracts/openapi.yaml"))));
        schemas.putAll(map(map(document.get("components")).get("schemas")));
        List<Operation> found = new ArrayList<>();
        map(document.get("paths"))
                .forEach(
                        (path, operations) ->
                                map(operations)
                                        .forEach(
                                                (method, operation) -> {
                                                    // A stream has no end to wait for.
                                                    if (path.endsWith("/cockpit")) return;
                                                    found.add(
                                                            operation(
                                                                    method, path, map(operation)));
                                                }));
        assertThat(found).hasSizeGreaterThan(30);
        return found;
    }

    private Operation operation(String method, String path, Map<String, Object> operation) {
        List<String> queries = new ArrayList<>();
        if (operation.get("parameters") instanceof List<?> parameters) {
            for (Object parameter : parameters) {
                Map<String, Object> one = map(parameter);
                if ("query".equals(one.get("in"))) queries.add(String.valueOf(one.get("name")));
            }
        }
        return new Operation(method.toUpperCase(Locale.ROOT), path, queries, body(operation));
    }

    private @Nullable Map<String, Object> body(Map<String, Object> operation) {
        Map<String, Object> content = map(map(operation.get("requestBody")).get("content"));
        Map<String, Object> schema = map(map(content.get("application/json")).get("schema"));
        if (!(schema.get("$ref") instanceof String reference)) return null;
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        return map(map(schemas.get(name)).get("properties"));
    }

    @SuppressWarnings("unchecked") // a document of text keys
    private static Map<String, Object> map(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
