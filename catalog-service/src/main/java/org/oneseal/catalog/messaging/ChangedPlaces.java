package org.oneseal.catalog.messaging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.Difference;
import org.oneseal.catalog.items.Differences;
import tools.jackson.databind.JsonNode;

/** Where a draft differs from what it began from. */
final class ChangedPlaces {

    private ChangedPlaces() {}

    /**
     * JSON pointers into the draft; the empty one for all of it, none where it was thrown away.
     *
     * @param before the draft before, null where there was none
     * @param last what the last version says, null where there is none
     */
    static <C> List<String> of(
            @Nullable C draft, @Nullable C before, @Nullable C last, Function<C, JsonNode> tree) {
        if (draft == null) return List.of();
        C base = before == null ? last : before;
        if (base == null || base == draft) return List.of("");
        return Differences.between(tree.apply(base), tree.apply(draft)).stream()
                .map(Difference::pointer)
                .distinct()
                .toList();
    }
}
