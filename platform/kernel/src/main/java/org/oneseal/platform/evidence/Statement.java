package org.oneseal.platform.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bytes that are digested or signed: a flat canonical JSON object whose {@code kind} keeps one
 * kind of statement from being passed off as another.
 */
final class Statement {

    private final ObjectNode members = JsonNodeFactory.instance.objectNode();

    private Statement(String kind) {
        members.put("kind", kind);
    }

    static Statement of(String kind) {
        return new Statement(kind);
    }

    Statement with(String name, @Nullable String value) {
        members.put(name, value);
        return this;
    }

    Statement with(String name, long value) {
        members.put(name, value);
        return this;
    }

    Statement with(String name, Instant value) {
        members.put(name, value.truncatedTo(ChronoUnit.MICROS).toString());
        return this;
    }

    Statement with(String name, JsonNode value) {
        members.set(name, value);
        return this;
    }

    byte[] bytes() {
        return CanonicalJson.write(members).getBytes(StandardCharsets.UTF_8);
    }
}
