package org.oneseal.catalog.resources;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the directory says of a resource.
 *
 * @param condition who may have it and what for, where it is shared on a condition
 * @param ground act that the condition or the refusal rests on, null where it is shared without one
 * @param certificateType type of the certificate that says the same, null where none does
 * @param result of an item by which the data come about, null where they have another origin
 */
public record ResourceContent(
        String name,
        List<DataElement> elements,
        ShareKind share,
        @Nullable String condition,
        @Nullable String ground,
        UpdateFrequency frequency,
        Delivery delivery,
        @Nullable String certificateType,
        @Nullable ResultRef result) {

    /** A result of an item (审批结果). */
    public record ResultRef(String item, String result) {}

    public ResourceContent {
        name = name.strip();
        elements = List.copyOf(elements);
        condition = stripped(condition);
        ground = stripped(ground);
    }

    Optional<DataElement> element(String code) {
        return elements.stream().filter(e -> e.code().equals(code)).findFirst();
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
