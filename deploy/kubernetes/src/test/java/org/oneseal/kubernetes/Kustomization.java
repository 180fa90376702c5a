package org.oneseal.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/**
 * Renders the part of kustomize that our manifests use: resources, components, namespace, labels
 * and JSON patches by target. Anything else in a kustomization is an error, so that nothing is
 * silently left out.
 */
final class Kustomization {

    private static final Set<String> KNOWN =
            Set.of(
                    "apiVersion",
                    "kind",
                    "resources",
                    "components",
                    "namespace",
                    "labels",
                    "patches");

    private Kustomization() {}

    static List<Map<String, Object>> render(Path folder) {
        return render(folder, new ArrayList<>());
    }

    private static List<Map<String, Object>> render(
            Path folder, List<Map<String, Object>> objects) {
        Map<String, Object> file = map(read(folder.resolve("kustomization.yaml")).getFirst());
        if (!KNOWN.containsAll(file.keySet())) {
            throw new IllegalArgumentException(
                    folder + " uses what is not rendered here: " + file.keySet());
        }
        for (Object resource : list(file.get("resources"))) {
            Path path = folder.resolve((String) resource).normalize();
            if (Files.isDirectory(path)) {
                objects.addAll(render(path));
            } else {
                read(path).forEach(object -> objects.add(map(object)));
            }
        }
        for (Object component : list(file.get("components"))) {
            render(folder.resolve((String) component).normalize(), objects);
        }
        for (Object patch : list(file.get("patches"))) {
            patch(objects, map(patch));
        }
        if (file.get("namespace") instanceof String namespace) {
            objects.stream()
                    .filter(object -> !"Namespace".equals(object.get("kind")))
                    .forEach(object -> map(object.get("metadata")).put("namespace", namespace));
        }
        for (Object labels : list(file.get("labels"))) {
            Map<String, Object> pairs = map(map(labels).get("pairs"));
            objects.forEach(
                    object ->
                            map(map(object.get("metadata"))
                                            .computeIfAbsent(
                                                    "labels",
                                                    _ -> new LinkedHashMap<String, Object>()))
                                    .putAll(pairs));
        }
        return objects;
    }

    private static void patch(List<Map<String, Object>> objects, Map<String, Object> patch) {
        Map<String, Object> target = map(patch.get("target"));
        List<Map<String, Object>> found =
                objects.stream()
                        .filter(
                                object ->
                                        target.get("kind") == null
                                                || target.get("kind").equals(object.get("kind")))
                        .filter(
                                object ->
                                        target.get("name") == null
                                                || target.get("name")
                                                        .equals(
                                                                map(object.get("metadata"))
                                                                        .get("name")))
                        .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("nothing to patch: " + target);
        }
        for (Map<String, Object> object : found) {
            for (Object operation : list(new Yaml().load((String) patch.get("patch")))) {
                Map<String, Object> step = map(operation);
                if (!"replace".equals(step.get("op"))) {
                    throw new IllegalArgumentException("only replace is rendered here: " + step);
                }
                replace(object, (String) step.get("path"), step.get("value"));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void replace(Map<String, Object> object, String path, Object value) {
        String[] words = path.substring(1).split("/");
        Object at = object;
        for (int i = 0; i < words.length; i++) {
            String word = words[i].replace("~1", "/").replace("~0", "~");
            boolean last = i == words.length - 1;
            if (at instanceof List<?> items) {
                int index = Integer.parseInt(word);
                if (last) {
                    ((List<Object>) items).set(index, value);
                } else {
                    at = items.get(index);
                }
            } else {
                Map<String, Object> members = map(at);
                if (!members.containsKey(word)) {
                    throw new IllegalArgumentException(
                            "nothing to replace at " + path + " of " + object.get("kind"));
                }
                if (last) {
                    members.put(word, value);
                } else {
                    at = members.get(word);
                }
            }
        }
    }

    private static List<Object> read(Path file) {
        try {
            List<Object> documents = new ArrayList<>();
            new Yaml().loadAll(Files.readString(file)).forEach(documents::add);
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
