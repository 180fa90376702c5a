package org.oneseal.catalog.packages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.ItemForm;
import org.oneseal.catalog.packages.MergedForm.Element;
import org.oneseal.catalog.packages.MergedForm.Field;
import org.oneseal.catalog.packages.MergedForm.Kind;
import org.oneseal.catalog.packages.MergedForm.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges forms (一表申请). A field whose schema carries {@code x-data-element} is that data element of
 * the dictionary; it is asked once if all its definitions are the same but for titles and
 * descriptions.
 */
final class FormMerge {

    static final String ELEMENT = "x-data-element";
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,59}");
    private static final Set<String> SAID_ONLY =
            Set.of(
                    "title",
                    "description",
                    "$comment",
                    "examples",
                    "default",
                    "deprecated",
                    "readOnly",
                    "writeOnly");

    /** With one of these beside it, a field means more than its own schema says. */
    private static final Set<String> CONDITIONS =
            Set.of(
                    "allOf",
                    "anyOf",
                    "oneOf",
                    "not",
                    "if",
                    "dependentSchemas",
                    "dependentRequired",
                    "minProperties",
                    "maxProperties",
                    "propertyNames",
                    "$ref",
                    "$dynamicRef");

    private static final Set<String> FRAME =
            Set.of(
                    "$schema",
                    "$id",
                    "type",
                    "title",
                    "description",
                    "properties",
                    "required",
                    "additionalProperties",
                    "unevaluatedProperties",
                    "$defs");

    private final Map<String, Shared> shared = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private FormMerge() {}

    /** A form of a member. */
    record Source(String item, ItemForm form) {}

    private static final class Shared {

        private final ObjectNode schema;
        private final List<Field> fields = new ArrayList<>();
        private boolean required;

        Shared(ObjectNode schema) {
            this.schema = schema;
        }
    }

    static MergedForm merge(List<Source> sources) {
        FormMerge merge = new FormMerge();
        Map<String, ObjectNode> own = new LinkedHashMap<>();
        for (Source source : sources) {
            if (!(source.form().schema().deepCopy() instanceof ObjectNode rest)) continue;
            merge.take(rest, source, "", true);
            if (empty(rest)) continue;
            rest.put("$id", "urn:oneseal:form:" + source.item() + ":" + source.form().code());
            own.computeIfAbsent(source.item(), _ -> JsonNodeFactory.instance.objectNode())
                    .set(source.form().code(), rest);
        }
        return new MergedForm(
                merge.schema(own),
                merge.shared.entrySet().stream()
                        .map(
                                e ->
                                        new Element(
                                                e.getKey(),
                                                e.getValue().required,
                                                List.copyOf(e.getValue().fields)))
                        .toList(),
                List.copyOf(merge.problems));
    }

    /**
     * Takes the data elements out of an object schema.
     *
     * @param needed whether the object itself must be there
     */
    private void take(ObjectNode object, Source source, String pointer, boolean needed) {
        if (!(object.get("properties") instanceof ObjectNode properties)) return;
        boolean conditional = CONDITIONS.stream().anyMatch(object::has);
        for (String name : List.copyOf(properties.propertyNames())) {
            if (!(properties.get(name) instanceof ObjectNode field)) continue;
            boolean required = needed && required(object, name);
            String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            boolean taken;
            if (field.has(ELEMENT)) {
                taken =
                        takeField(
                                field,
                                new Field(source.item(), source.form().code(), at),
                                required,
                                conditional);
            } else {
                boolean held = field.has("properties");
                take(field, source, at, required);
                taken = held && !conditional && empty(field);
            }
            if (taken) {
                properties.remove(name);
                drop(object, name);
            }
        }
    }

    private boolean takeField(
            ObjectNode field, Field place, boolean required, boolean conditional) {
        JsonNode element = field.get(ELEMENT);
        String code = element.asString("");
        if (!element.isString() || !NAME.matcher(code).matches()) {
            problems.add(new Problem(Kind.NAME, code, place, place));
            return false;
        }
        if (conditional) {
            problems.add(new Problem(Kind.CONDITIONAL, code, place, place));
            return false;
        }
        if (refers(field)) {
            problems.add(new Problem(Kind.REFERENCE, code, place, place));
            return false;
        }
        Shared known = shared.computeIfAbsent(code, _ -> new Shared(field));
        if (!meaning(known.schema).equals(meaning(field))) {
            problems.add(new Problem(Kind.CONFLICT, code, place, known.fields.getFirst()));
            return false;
        }
        known.fields.add(place);
        known.required |= required;
        return true;
    }

    private static boolean refers(JsonNode schema) {
        return schema.findValue("$ref") != null || schema.findValue("$dynamicRef") != null;
    }

    /** A definition without what is only said about it. */
    private static JsonNode meaning(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)) return schema;
        ObjectNode meaning = JsonNodeFactory.instance.objectNode();
        object.propertyStream()
                .filter(p -> !SAID_ONLY.contains(p.getKey()) && !p.getKey().startsWith("x-"))
                .forEach(p -> meaning.set(p.getKey(), inner(p.getKey(), p.getValue())));
        return meaning;
    }

    private static JsonNode inner(String keyword, JsonNode value) {
        if (keyword.equals("items")) return meaning(value);
        if (!keyword.equals("properties") || !(value instanceof ObjectNode properties))
            return value;
        ObjectNode meanings = JsonNodeFactory.instance.objectNode();
        properties.propertyStream().forEach(p -> meanings.set(p.getKey(), meaning(p.getValue())));
        return meanings;
    }

    private static boolean required(ObjectNode object, String name) {
        return object.path("required").valueStream().anyMatch(r -> r.asString("").equals(name));
    }

    private static void drop(ObjectNode object, String name) {
        if (!(object.get("required") instanceof ArrayNode required)) return;
        Set<String> rest = new LinkedHashSet<>();
        required.valueStream().map(r -> r.asString("")).forEach(rest::add);
        rest.remove(name);
        ArrayNode left = JsonNodeFactory.instance.arrayNode();
        rest.forEach(left::add);
        object.set("required", left);
    }

    /** Whether nothing is left to ask. */
    private static boolean empty(ObjectNode object) {
        @Nullable JsonNode properties = object.get("properties");
        return (properties == null || properties.isEmpty())
                && FRAME.containsAll(object.propertyNames());
    }

    private JsonNode schema(Map<String, ObjectNode> own) {
        ObjectNode schema = object();
        schema.put("$schema", DIALECT);
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        if (!shared.isEmpty()) {
            ObjectNode elements = JsonNodeFactory.instance.objectNode();
            ArrayNode needed = JsonNodeFactory.instance.arrayNode();
            shared.forEach(
                    (code, element) -> {
                        elements.set(code, element.schema);
                        if (element.required) needed.add(code);
                    });
            ObjectNode once = object();
            once.set("properties", elements);
            once.set("required", needed);
            once.put("additionalProperties", false);
            properties.set("shared", once);
            required.add("shared");
        }
        own.forEach(
                (item, forms) -> {
                    ObjectNode section = object();
                    ArrayNode all = JsonNodeFactory.instance.arrayNode();
                    forms.propertyNames().forEach(all::add);
                    section.set("properties", forms);
                    section.set("required", all);
                    section.put("additionalProperties", false);
                    properties.set(item, section);
                    required.add(item);
                });
        schema.set("properties", properties);
        schema.set("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode().put("type", "object");
    }
}
