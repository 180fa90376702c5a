package org.oneseal.platform.web;

import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills the gaps that wrong members leave in a body, so that it can be read. Each round fills them
 * otherwise: with as little as may be, then with as much, and with every choice of a list in turn.
 */
final class StandIns {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What stands in for a value of a type, at least and at most. */
    private record Pair(JsonNode least, JsonNode most) {

        static Pair of(String least, String most) {
            return new Pair(JSON.stringNode(least), JSON.stringNode(most));
        }
    }

    private static final Pair NUMBERS = new Pair(JSON.numberNode(0), JSON.numberNode(9999));
    private static final Pair TRUTHS = new Pair(JSON.booleanNode(false), JSON.booleanNode(true));
    private static final Pair TEXTS = Pair.of("", "-");
    private static final Map<Class<?>, Pair> SIMPLE =
            Map.ofEntries(
                    Map.entry(String.class, TEXTS),
                    Map.entry(boolean.class, TRUTHS),
                    Map.entry(Boolean.class, TRUTHS),
                    Map.entry(int.class, NUMBERS),
                    Map.entry(Integer.class, NUMBERS),
                    Map.entry(long.class, NUMBERS),
                    Map.entry(Long.class, NUMBERS),
                    Map.entry(LocalDate.class, Pair.of("1000-01-01", "9999-12-31")),
                    Map.entry(LocalTime.class, Pair.of("00:00:00", "23:59:59")),
                    Map.entry(
                            Instant.class, Pair.of("1000-01-01T00:00:00Z", "9999-12-31T00:00:00Z")),
                    Map.entry(JsonNode.class, new Pair(JSON.objectNode(), JSON.objectNode())));

    private final JsonMapper mapper;
    private final Set<String> gaps;
    private final int round;
    private int choices = 2;

    /**
     * One round of filling.
     *
     * @param gaps pointers of the members that were taken out
     */
    StandIns(JsonMapper mapper, Set<String> gaps, int round) {
        this.mapper = mapper;
        this.gaps = gaps;
        this.round = round;
    }

    /** Fills what is left of a body of the type, in place. */
    void fill(JsonNode left, JavaType type) {
        fill(left, type, "");
    }

    /** How many rounds it takes until every choice had its turn; known once a body was filled. */
    int rounds() {
        return choices;
    }

    private void fill(JsonNode node, JavaType type, String at) {
        if (node instanceof ArrayNode array && type.getContentType() != null) {
            for (int i = 0; i < array.size(); i++) {
                JavaType element = type.getContentType();
                String here = at + "/" + i;
                if (array.get(i).isNull() && isGap(here)) array.set(i, standIn(element, here));
                else fill(array.get(i), element, here);
            }
        } else if (node instanceof ObjectNode object && type.getRawClass().isRecord()) {
            for (RecordComponent member : type.getRawClass().getRecordComponents()) {
                fill(object, member, at + "/" + member.getName());
            }
        }
    }

    private void fill(ObjectNode object, RecordComponent member, String at) {
        JavaType type = mapper.constructType(member.getGenericType());
        if (object.hasNonNull(member.getName())) {
            fill(object.get(member.getName()), type, at);
        } else if (isRequired(member) || (round > 0 && isGap(at))) {
            object.set(member.getName(), standIn(type, at));
        }
    }

    private static boolean isRequired(RecordComponent member) {
        return member.getType().isPrimitive()
                || member.getAccessor().isAnnotationPresent(NotNull.class);
    }

    private boolean isGap(String pointer) {
        return gaps.contains(pointer);
    }

    private @Nullable JsonNode standIn(JavaType type, String at) {
        Class<?> raw = type.getRawClass();
        Pair pair = SIMPLE.get(raw);
        if (pair != null) return round % 2 == 0 ? pair.least() : pair.most();
        if (raw.isEnum()) {
            Object[] constants = raw.getEnumConstants();
            choices = Math.max(choices, constants.length);
            return mapper.valueToTree(constants[round % constants.length]);
        }
        if (type.isMapLikeType()) return JSON.objectNode();
        if (type.isContainerType()) return JSON.arrayNode();
        ObjectNode empty = JSON.objectNode();
        fill(empty, type, at);
        return empty;
    }
}
