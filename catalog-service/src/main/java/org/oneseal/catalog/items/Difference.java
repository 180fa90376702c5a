package org.oneseal.catalog.items;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One difference between two contents.
 *
 * @param pointer JSON pointer (RFC 6901) into the later content, for what was removed into the
 *     earlier one
 * @param from value before, null where there was none
 * @param to value after, null where there is none
 */
public record Difference(
        String pointer, Kind kind, @Nullable JsonNode from, @Nullable JsonNode to) {

    /** MOVED: members of a list stand in another order; from and to are their keys. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }
}
