package org.oneseal.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.oneseal.platform.testkit.Exchanges.Exchange;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The samples in a service's OpenAPI document: requests and answers of its own tests, and a few
 * written by hand where no test was answered. They are written anew by two runs of its tests, the
 * first with {@code -Dsamples.record=true}, the second with {@code -Dsamples.write=true}; {@code
 * -Dcontracts.write=true} then puts them into the document. What a test did not send stays as it
 * was.
 */
final class HttpSamples {

    private static final Path FILE = Path.of("src", "main", "resources", "openapi-samples.json");
    private static final int LONGEST_LIST = 2;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode document;

    private HttpSamples(JsonNode document) {
        this.document = document;
    }

    static HttpSamples of(String yaml) {
        Map<String, Object> document = new Yaml().load(yaml);
        return new HttpSamples(JSON.valueToTree(document));
    }

    /** Writes what was recorded where that is asked for. */
    void writeIfAsked() {
        if (!Boolean.getBoolean("samples.write")) return;
        ObjectNode samples = written();
        List<Exchange> kept = Exchanges.kept();
        operations().forEach((name, _) -> best(name, kept, samples));
        try {
            Files.writeString(
                    FILE, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(samples) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode written() {
        return Files.exists(FILE)
                ? (ObjectNode) JSON.readTree(FILE.toFile())
                : JSON.createObjectNode();
    }

    /** Whoever has to send something sees what somebody sent. */
    void assertWhole() {
        List<String> without = new ArrayList<>();
        List<String> stale = new ArrayList<>();
        operations()
                .forEach(
                        (name, operation) -> {
                            JsonNode content =
                                    operation.at("/requestBody/content/application~1json");
                            if (content.isMissingNode()) return;
                            if (!content.has("example")) without.add(name);
                            else stale.addAll(unknown(name, content));
                        });
        assertThat(without).as("operations whose body has no sample").isEmpty();
        assertThat(stale).as("members of samples that are not in the schema").isEmpty();
    }

    private List<String> unknown(String name, JsonNode content) {
        JsonNode schema = content.path("schema");
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) schema = document.at(reference.substring(1));
        JsonNode known = schema.path("properties");
        if (!known.isObject() || !content.path("example").isObject()) return List.of();
        return content.path("example").propertyNames().stream()
                .filter(member -> !known.has(member))
                .map(member -> name + " " + member)
                .toList();
    }

    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                operation ->
                                                        operations.put(
                                                                path.getKey()
                                                                        + " "
                                                                        + operation.getKey(),
                                                                operation.getValue())));
        return operations;
    }

    /** The one that says most in its request; where there is none to send, the first answer. */
    private void best(String name, List<Exchange> kept, ObjectNode samples) {
        String path = name.substring(0, name.indexOf(' '));
        String method = name.substring(name.indexOf(' ') + 1);
        Pattern pattern = Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"));
        kept.stream()
                .filter(e -> e.method().equalsIgnoreCase(method))
                .filter(e -> pattern.matcher(e.path()).matches())
                .filter(e -> mostLiteral(path, method, e.path()))
                .max(Comparator.comparingInt(HttpSamples::told))
                .ifPresent(e -> samples.set(name, sample(e)));
    }

    /** {@code /items/indicators} is not a sample of {@code /items/{code}}. */
    private boolean mostLiteral(String path, String method, String asked) {
        return path.equals(asked) || !document.path("paths").path(asked).has(method);
    }

    private static int told(Exchange e) {
        return e.request() == null ? 0 : e.request().toString().length();
    }

    private static JsonNode sample(Exchange e) {
        ObjectNode sample = JSON.createObjectNode();
        sample.put("status", e.status());
        if (e.request() != null) sample.set("request", shortened(e.request()));
        if (e.response() != null) sample.set("response", shortened(e.response()));
        return sample;
    }

    /** Lists are cut to their first entries; addresses of this machine say nothing to others. */
    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ArrayNode list) {
            ArrayNode cut = JSON.createArrayNode();
            list.valueStream().limit(LONGEST_LIST).forEach(n -> cut.add(shortened(n)));
            return cut;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode cut = JSON.createObjectNode();
            object.properties().forEach(p -> cut.set(p.getKey(), shortened(p.getValue())));
            return cut;
        }
        if (node.isString() && node.asString().startsWith("http://127.0.0.1:")) {
            return StringNode.valueOf(
                    node.asString()
                            .replaceFirst("http://127.0.0.1:\\d+", "https://bureau.example.org"));
        }
        return node;
    }
}
