package org.oneseal.journeys;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.oneseal.local.Part;
import org.oneseal.story.Desk;
import tools.jackson.databind.JsonNode;

/** One operation as a service documents it. */
record Endpoint(
        Part part, String method, String path, String query, boolean body, String mediaType) {

    private static final Pattern PUBLIC =
            Pattern.compile(
                    "/api/v1/(verify|publicity|seals|draws)(/.*)?|/api/v1/[a-z]+/openapi"
                            + "|/api/v1/(institutions|selection-rules)");
    private static final Pattern EMPTY = Pattern.compile("\\{[^}]+}");

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
                method.toUpperCase(Locale.ROOT),
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

    /** Asked of this case. */
    String of(String caseAddress) {
        String rest = path.substring(path.indexOf('}') + 1);
        return caseAddress + EMPTY.matcher(rest).replaceAll("x");
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

    /** What all services document. */
    static List<Endpoint> documented(World world) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Part part : Part.services()) {
            if (!part.hasDatabase()) continue;
            for (var path : document(world, part).path("paths").properties()) {
                for (var operation : path.getValue().properties()) {
                    endpoints.add(
                            of(part, operation.getKey(), path.getKey(), operation.getValue()));
                }
            }
        }
        return endpoints;
    }

    /** The OpenAPI document of a service, as the gateway shows it. */
    static JsonNode document(World world, Part part) {
        return world.desk().get(Desk.anybody(), "/api/v1/" + part.segment() + "/openapi").ok();
    }
}
