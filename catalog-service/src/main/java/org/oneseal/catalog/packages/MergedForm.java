package org.oneseal.catalog.packages;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One form for several items: every data element is asked once, the rest stays with its item.
 *
 * @param schema JSON Schema 2020-12 of an object with a member {@code shared}, by data element, and
 *     one an item, by form
 * @param elements what is asked once, with the fields that it fills
 * @param problems fields that name a data element and yet stay where they are
 */
public record MergedForm(JsonNode schema, List<Element> elements, List<Problem> problems) {

    /** A data element (数据元). */
    public record Element(String code, boolean required, List<Field> fields) {}

    /**
     * A field of an item's form.
     *
     * @param pointer JSON pointer into a filled form
     */
    public record Field(String item, String form, String pointer) {}

    /**
     * Why a field can't be taken out of its form.
     *
     * @param other the field it contradicts, or itself
     */
    public record Problem(Kind kind, String element, Field field, Field other) {}

    /** Named badly, defined otherwise elsewhere, under a condition, by reference. */
    public enum Kind {
        NAME,
        CONFLICT,
        CONDITIONAL,
        REFERENCE
    }
}
