package org.oneseal.catalog.items;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.Difference.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/**
 * What differs between two contents as JSON, field by field. Members of a list are the same when
 * they have the same code, kind or name, wherever they stand; lists of plain values are compared
 * whole.
 */
public final class Differences {

    private static final List<String> KEYS = List.of("code", "kind", "name");

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    public static List<Difference> between(JsonNode from, JsonNode to) {
        Differences differences = new Differences();
        differences.compare("", "", from, to);
        return List.copyOf(differences.found);
    }

    private void compare(String before, String after, JsonNode from, JsonNode to) {
        if (from.equals(to)) return;
        if (from.isObject() && to.isObject()) {
            compareMembers(before, after, from, to);
            return;
        }
        if (from.isArray() && to.isArray()) {
            Map<String, Integer> left = keys(from);
            Map<String, Integer> right = keys(to);
            if (left != null && right != null) {
                compareLists(before, after, from, to, left, right);
                return;
            }
        }
        found.add(new Difference(after, Kind.CHANGED, from, to));
    }

    private void compareMembers(String before, String after, JsonNode from, JsonNode to) {
        Set<String> names = new LinkedHashSet<>(from.propertyNames());
        names.addAll(to.propertyNames());
        for (String name : names) {
            String step = "/" + name.replace("~", "~0").replace("/", "~1");
            JsonNode left = from.get(name);
            JsonNode right = to.get(name);
            one(before + step, after + step, left, right);
        }
    }

    private void compareLists(
            String before,
            String after,
            JsonNode from,
            JsonNode to,
            Map<String, Integer> left,
            Map<String, Integer> right) {
        left.forEach(
                (key, at) -> {
                    Integer there = right.get(key);
                    if (there == null) one(before + "/" + at, after, from.get(at), null);
                    else
                        compare(
                                before + "/" + at,
                                after + "/" + there,
                                from.get(at),
                                to.get(there));
                });
        right.forEach(
                (key, at) -> {
                    if (!left.containsKey(key)) one(before, after + "/" + at, null, to.get(at));
                });
        List<String> common = left.keySet().stream().filter(right::containsKey).toList();
        List<String> now = right.keySet().stream().filter(left::containsKey).toList();
        if (!common.equals(now)) {
            found.add(new Difference(after, Kind.MOVED, texts(common), texts(now)));
        }
    }

    private void one(String before, String after, @Nullable JsonNode from, @Nullable JsonNode to) {
        if (from != null && to != null) {
            compare(before, after, from, to);
        } else if (to != null) {
            found.add(new Difference(after, Kind.ADDED, null, to));
        } else if (from != null) {
            found.add(new Difference(before, Kind.REMOVED, from, null));
        }
    }

    /** Places of the members by their key; null where they have none or share one. */
    private static @Nullable Map<String, Integer> keys(JsonNode list) {
        for (String name : KEYS) {
            Map<String, Integer> places = new LinkedHashMap<>();
            for (int i = 0; i < list.size(); i++) {
                JsonNode key = list.get(i).get(name);
                if (key != null && key.isString()) places.put(key.asString(), i);
            }
            if (places.size() == list.size()) return places;
        }
        return null;
    }

    private static ArrayNode texts(List<String> keys) {
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        for (String key : keys) texts.add(StringNode.valueOf(key));
        return texts;
    }
}
