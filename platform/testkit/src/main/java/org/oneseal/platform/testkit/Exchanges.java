package org.oneseal.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What tests asked of the service and were answered, kept in {@code target/exchanges.jsonl} where
 * {@code samples.record} is set, so that the service's document can show what really ran.
 */
final class Exchanges {

    private static final boolean RECORD = Boolean.getBoolean("samples.record");
    private static final Path FILE = Path.of("target", "exchanges.jsonl");
    private static final int MOST = 6_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Exchanges() {}

    /**
     * One of them.
     *
     * @param path without the query
     */
    record Exchange(
            String method,
            String path,
            int status,
            @Nullable JsonNode request,
            @Nullable JsonNode response) {}

    static synchronized void keep(
            String method, String path, @Nullable Object body, Http.Answer answer) {
        if (!RECORD || answer.status() >= 300) return;
        ObjectNode line = JSON.createObjectNode();
        line.put("method", method);
        line.put("path", path.replaceFirst("\\?.*$", ""));
        line.put("status", answer.status());
        JsonNode request = json(body);
        if (request != null) line.set("request", request);
        JsonNode response = answer.text().length() > MOST ? null : json(answer.text());
        if (response != null) line.set("response", response);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(
                    FILE,
                    JSON.writeValueAsString(line) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Exchange> kept() {
        List<Exchange> all = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(FILE)) {
                all.add(JSON.readValue(line, Exchange.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static @Nullable JsonNode json(@Nullable Object body) {
        if (body == null || body instanceof byte[]) return null;
        try {
            JsonNode node =
                    body instanceof String text ? JSON.readTree(text) : JSON.valueToTree(body);
            return node.isContainer() ? node : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
