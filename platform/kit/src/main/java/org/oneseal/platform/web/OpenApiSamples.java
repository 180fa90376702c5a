package org.oneseal.platform.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts samples into the document: what tests of the service sent and were answered, as {@code
 * openapi-samples.json} keeps it by path and method.
 */
final class OpenApiSamples implements GlobalOpenApiCustomizer {

    private static final String FILE = "/openapi-samples.json";

    private final JsonMapper mapper;
    private @Nullable JsonNode samples;

    OpenApiSamples(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void customise(OpenAPI document) {
        if (document.getPaths() == null) return;
        document.getPaths()
                .forEach(
                        (path, item) ->
                                item.readOperationsMap()
                                        .forEach((method, it) -> show(path, method, it)));
    }

    private void show(String path, PathItem.HttpMethod method, Operation operation) {
        JsonNode sample = samples().path(path + " " + method.name().toLowerCase(Locale.ROOT));
        if (sample.isMissingNode()) return;
        if (operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent(), sample.path("request"));
        }
        var response =
                operation.getResponses() == null
                        ? null
                        : operation.getResponses().get(sample.path("status").asString());
        if (response != null) show(response.getContent(), sample.path("response"));
    }

    private void show(@Nullable Content content, JsonNode sample) {
        if (content == null || sample.isMissingNode()) return;
        content.forEach(
                (type, media) -> {
                    if (type.equals("application/json") || type.equals("*/*")) {
                        media.setExample(mapper.convertValue(sample, Object.class));
                    }
                });
    }

    private JsonNode samples() {
        JsonNode known = samples;
        if (known != null) return known;
        try (InputStream file = OpenApiSamples.class.getResourceAsStream(FILE)) {
            JsonNode read = mapper.valueToTree(file == null ? Map.of() : mapper.readTree(file));
            samples = read;
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
