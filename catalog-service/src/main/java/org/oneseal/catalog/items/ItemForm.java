package org.oneseal.catalog.items;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A form to fill in (申请表单).
 *
 * @param version counts from 1 and rises whenever the schema changes
 * @param schema JSON Schema 2020-12
 * @param sample a filled form that keeps to the schema (样表), null without
 */
public record ItemForm(
        String code, String name, int version, JsonNode schema, @Nullable JsonNode sample) {

    public ItemForm {
        if (sample != null && sample.isNull()) sample = null;
    }
}
