package org.oneseal.platform.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says what is wrong with a body that could not be read. Reading ends at the first member that is
 * not understood; so it is left out and the rest is read again, until all of them are known.
 */
final class UnreadableBodies {

    /** Whoever sends worse may send again: each member costs a reading of the whole body. */
    private static final int MOST_TOLD = 20;

    private static final Pattern ELEMENT = Pattern.compile("\\.?<[^>]*>");

    private final JsonMapper mapper;
    private final Validator validator;

    UnreadableBodies(JsonMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    List<Objection> objections(HttpMessageNotReadableException e) {
        Throwable cause = e.getCause();
        if (cause instanceof DatabindException
                && e.getHttpInputMessage() instanceof KeptBody body) {
            return all(body);
        }
        return List.of(why(cause, cause instanceof JacksonException wrong ? pointer(wrong) : ""));
    }

    private List<Objection> all(KeptBody body) {
        Map<String, Objection> told = new LinkedHashMap<>();
        try {
            JsonNode tree = mapper.readTree(body.bytes());
            ObjectReader reader = mapper.readerFor(mapper.constructType(body.type()));
            for (int look = 0; look < MOST_TOLD; look++) {
                try {
                    Object read = reader.readValue(mapper.treeAsTokens(tree));
                    if (body.validated() && read != null) violations(read, told);
                    break;
                } catch (JacksonException e) {
                    String key = key(tree, e);
                    String place = key == null ? pointer(e) : pointer(e) + "/" + key;
                    told.putIfAbsent(place, why(e, place));
                    boolean out =
                            key == null
                                    ? leaveOut(tree, e)
                                    : tree.at(pointer(e)) instanceof ObjectNode map
                                            && map.remove(key) != null;
                    if (!out) break;
                }
            }
        } catch (JacksonException e) {
            return List.of(why(e, pointer(e)));
        }
        return List.copyOf(told.values());
    }

    /** The key of a map that is not understood, which no path names; null for anything else. */
    private static @Nullable String key(JsonNode tree, JacksonException e) {
        return e instanceof InvalidFormatException wrong
                        && wrong.getValue() instanceof String key
                        && tree.at(pointer(e)) instanceof ObjectNode map
                        && map.has(key)
                ? key
                : null;
    }

    /**
     * Takes out the member, or what it stands in where it is missing; not the body itself. A number
     * that must be there is stood in for, so that what comes behind it is looked at.
     */
    private static boolean leaveOut(JsonNode tree, JacksonException e) {
        List<JacksonException.Reference> path = e.getPath();
        JsonNode standIn = standIn(e);
        for (int length = path.size(); length > 0; length--) {
            JsonNode at = tree;
            for (JacksonException.Reference step : path.subList(0, length - 1)) at = at(at, step);
            JacksonException.Reference last = path.get(length - 1);
            if (at instanceof ObjectNode object && length == path.size() && standIn != null) {
                object.set(last.getPropertyName(), standIn);
                return true;
            }
            if (at instanceof ObjectNode object && object.has(last.getPropertyName())) {
                object.remove(last.getPropertyName());
                return true;
            }
            if (at instanceof ArrayNode array && array.hasNonNull(last.getIndex())) {
                array.setNull(last.getIndex());
                return true;
            }
        }
        return false;
    }

    private static @Nullable JsonNode standIn(JacksonException e) {
        Class<?> wanted = e instanceof MismatchedInputException m ? m.getTargetType() : null;
        if (wanted == null || !wanted.isPrimitive()) return null;
        return wanted == boolean.class ? BooleanNode.FALSE : IntNode.valueOf(0);
    }

    private static JsonNode at(JsonNode node, JacksonException.Reference step) {
        String name = step.getPropertyName();
        return name == null ? node.path(step.getIndex()) : node.path(name);
    }

    /** What was left out, and what it was left out of, is not missing but wrong. */
    private void violations(Object read, Map<String, Objection> told) {
        List<String> wrong = List.copyOf(told.keySet());
        for (ConstraintViolation<Object> violation : validator.validate(read)) {
            String property = violation.getPropertyPath().toString();
            String pointer = pointer(property);
            boolean known =
                    wrong.stream()
                            .anyMatch(
                                    w ->
                                            (pointer + "/").startsWith(w + "/")
                                                    || (violation.getInvalidValue() == null
                                                            && w.startsWith(pointer + "/")));
            if (known || told.size() >= 2 * MOST_TOLD) continue;
            told.putIfAbsent(
                    pointer,
                    Objection.of("field-invalid", property, violation.getMessage()).at(pointer));
        }
    }

    private static Objection why(@Nullable Throwable cause, String place) {
        return switch (cause) {
            case null -> Objection.of("body-missing");
            case UnrecognizedPropertyException e ->
                    Objection.of("field-unknown", e.getPropertyName()).at(place);
            case InvalidFormatException e ->
                    Objection.of("field-malformed", place, Wanted.of(e.getTargetType())).at(place);
            case MismatchedInputException _ ->
                    Objection.of("field-wrong-type", place.isEmpty() ? Wanted.BODY : place)
                            .at(place);
            case DatabindException _ ->
                    Objection.of("field-malformed", place, Wanted.of(null)).at(place);
            case StreamReadException e -> {
                var location = e.getLocation();
                yield Objection.of("json-malformed", location.getLineNr(), location.getColumnNr());
            }
            default -> Objection.of("body-unreadable");
        };
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(
                        step ->
                                "/"
                                        + (step.getPropertyName() == null
                                                ? Integer.toString(step.getIndex())
                                                : step.getPropertyName()))
                .collect(Collectors.joining());
    }

    /**
     * The place of a property as constraints name it, such as {@code materials[0].name}; what they
     * say of elements and keys, such as {@code names[0].<list element>}, is said of their place.
     */
    static String pointer(String property) {
        String place = ELEMENT.matcher(property).replaceAll("");
        return "/" + place.replace("[", "/").replace("]", "").replace('.', '/');
    }
}
