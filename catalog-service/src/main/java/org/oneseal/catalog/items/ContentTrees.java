package org.oneseal.catalog.items;

import tools.jackson.databind.JsonNode;

/** Contents as JSON, for comparing them field by field. */
public interface ContentTrees {

    JsonNode tree(ItemContent content);
}
