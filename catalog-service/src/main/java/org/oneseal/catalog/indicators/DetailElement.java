package org.oneseal.catalog.indicators;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.standing.StandingEntries.Kind;
import tools.jackson.databind.JsonNode;

/**
 * An element that an entry of a list should say.
 *
 * @param kind of entry that should say it
 * @param name of the element in the field's own words
 * @param pointer JSON pointer into the content; a part {@code *} stands for each member of a list
 * @param only where it is asked for at all, null everywhere
 */
public record DetailElement(Kind kind, String name, String pointer, @Nullable Only only) {

    private static final String EACH = "/*";

    /**
     * Asked for only of entries that say one of these values.
     *
     * @param pointer to the value, or to a list that has it
     */
    public record Only(String pointer, List<String> is) {

        boolean holds(JsonNode content) {
            JsonNode found = content.at(pointer);
            if (!found.isArray()) return is.contains(found.asString(""));
            return found.valueStream().anyMatch(value -> is.contains(value.asString("")));
        }
    }

    /** Whether it is asked of this content; of the members of a list where there are some. */
    boolean asked(JsonNode content) {
        if (only != null && !only.holds(content)) return false;
        int each = pointer.indexOf(EACH);
        return each < 0 || !content.at(pointer.substring(0, each)).isEmpty();
    }

    /** Whether the content says it; each member of a list, where it is asked of them. */
    boolean said(JsonNode content) {
        return found(content, pointer).allMatch(DetailElement::says);
    }

    private static Stream<JsonNode> found(JsonNode content, String pointer) {
        int each = pointer.indexOf(EACH);
        if (each < 0) return Stream.of(content.at(pointer));
        String rest = pointer.substring(each + EACH.length());
        return content.at(pointer.substring(0, each))
                .valueStream()
                .flatMap(member -> found(member, rest));
    }

    private static boolean says(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) return false;
        if (value.isString()) return !value.asString().isBlank();
        return !value.isContainer() || !value.isEmpty();
    }
}
