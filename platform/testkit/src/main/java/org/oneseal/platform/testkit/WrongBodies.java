package org.oneseal.platform.testkit;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that differ from what a schema allows in one place each. */
public final class WrongBodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A body and what is wrong with it. */
    public record Wrong(String what, JsonNode json) {}

    private final JsonNode document;
    private final String region;
    private final JsonNode right;
    private final List<Wrong> found = new ArrayList<>();

    private WrongBodies(JsonNode document, JsonNode schema, String region) {
        this.document = document;
        this.region = region;
        this.right = right(schema, 0);
    }

    /**
     * All that differ from a schema of a document.
     *
     * @param region a code that is one, where twelve digits are asked for
     */
    public static List<Wrong> of(JsonNode document, JsonNode schema, String region) {
        var bodies = new WrongBodies(document, schema, region);
        bodies.members("", schema, 0);
        if (bodies.right instanceof ObjectNode object) {
            ObjectNode more = object.deepCopy();
            more.put("noSuchField", 1);
            bodies.found.add(new Wrong("one field too many", more));
        }
        return bodies.found;
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (!type.isArray()) return type.asString("");
        for (JsonNode one : type) if (!one.asString().equals("null")) return one.asString();
        return "";
    }

    /** Something that keeps to the schema. */
    private JsonNode right(JsonNode reference, int depth) {
        JsonNode schema = resolved(reference);
        return switch (type(schema)) {
            case "object" -> {
                ObjectNode object = JSON.objectNode();
                if (depth > 5) yield object;
                for (String name : schema.path("properties").propertyNames()) {
                    object.set(name, right(schema.path("properties").path(name), depth + 1));
                }
                yield object;
            }
            case "array" -> {
                ArrayNode array = JSON.arrayNode();
                if (depth <= 5) array.add(right(schema.path("items"), depth + 1));
                yield array;
            }
            case "integer", "number" ->
                    JSON.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
            case "boolean" -> JSON.booleanNode(true);
            case "string" -> JSON.stringNode(text(schema));
            default -> JSON.nullNode();
        };
    }

    private String text(JsonNode schema) {
        if (schema.path("enum").isArray()) return schema.path("enum").path(0).asString();
        return switch (schema.path("format").asString("")) {
            case "date" -> "2026-12-01";
            case "date-time" -> "2026-12-01T02:00:00Z";
            default ->
                    schema.path("pattern").asString("").equals("[0-9]{12}")
                            ? region
                            : "x".repeat(Math.max(1, schema.path("minLength").asInt(1)));
        };
    }

    private void members(String at, JsonNode reference, int depth) {
        JsonNode schema = resolved(reference);
        if (depth > 5) return;
        for (String name : schema.path("properties").propertyNames()) {
            JsonNode member = resolved(schema.path("properties").path(name));
            for (JsonNode value : wrongs(member)) put(at, name, value);
            if (isNested(member)) {
                members(at + "/" + name, member, depth + 1);
            } else if (type(member).equals("array")) {
                items(at + "/" + name, resolved(member.path("items")), depth + 1);
            }
        }
        for (JsonNode required : schema.path("required")) leaveOut(at, required.asString());
    }

    private void items(String at, JsonNode item, int depth) {
        for (JsonNode value : wrongs(item)) {
            JsonNode copy = right.deepCopy();
            if (!(copy.at(at) instanceof ArrayNode array) || array.isEmpty()) return;
            array.set(0, value);
            found.add(new Wrong(at + "/0 = " + shown(value), copy));
        }
        if (isNested(item)) members(at + "/0", item, depth);
    }

    private static boolean isNested(JsonNode schema) {
        return type(schema).equals("object") && schema.has("properties");
    }

    private void put(String at, String name, JsonNode value) {
        JsonNode copy = right.deepCopy();
        if (!(copy.at(at) instanceof ObjectNode object)) return;
        object.set(name, value);
        found.add(new Wrong(at + "/" + name + " = " + shown(value), copy));
    }

    private void leaveOut(String at, String name) {
        JsonNode copy = right.deepCopy();
        if (!(copy.at(at) instanceof ObjectNode object)) return;
        object.remove(name);
        found.add(new Wrong(at + "/" + name + " left out", copy));
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** Values that the schema forbids; none for what may be anything. */
    private static List<JsonNode> wrongs(JsonNode schema) {
        List<JsonNode> values = new ArrayList<>();
        ObjectNode object = JSON.objectNode().put("a", 1);
        ArrayNode nested = JSON.arrayNode().add(JSON.arrayNode().add(1));
        switch (type(schema)) {
            case "object" -> {
                values.add(JSON.stringNode("text"));
                values.add(nested);
                values.add(JSON.numberNode(7));
            }
            case "array" -> {
                values.add(JSON.stringNode("text"));
                values.add(object);
                values.add(JSON.booleanNode(true));
            }
            case "integer", "number" -> {
                values.add(JSON.stringNode("x"));
                values.add(object);
                values.add(JSON.numberNode(new java.math.BigInteger("9".repeat(30))));
                if (schema.has("minimum")) {
                    values.add(JSON.numberNode(schema.path("minimum").asLong() - 1));
                }
                if (schema.has("maximum")) {
                    values.add(JSON.numberNode(schema.path("maximum").asLong() + 1));
                }
            }
            case "boolean" -> {
                values.add(JSON.stringNode("maybe"));
                values.add(object);
                values.add(JSON.numberNode(7));
            }
            case "string" -> {
                values.add(object);
                values.add(nested);
                values.add(JSON.numberNode(-99_999_999_999L));
                values.add(JSON.stringNode("\u0000"));
                if (schema.has("maxLength")) {
                    int length = schema.path("maxLength").asInt() + 1;
                    values.add(JSON.stringNode("长".repeat(length)));
                }
                if (schema.has("enum") || schema.has("pattern")) {
                    values.add(JSON.stringNode("no such thing"));
                }
                if (schema.path("format").asString("").startsWith("date")) {
                    values.add(JSON.stringNode("yesterday"));
                    values.add(JSON.stringNode("2026-02-30"));
                    values.add(JSON.stringNode("+999999999-12-31"));
                }
            }
            default -> {}
        }
        return values;
    }
}
