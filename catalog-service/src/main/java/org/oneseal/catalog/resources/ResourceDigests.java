package org.oneseal.catalog.resources;

import tools.jackson.databind.JsonNode;

/** Contents of entries as JSON, and the digests over them. */
public interface ResourceDigests {

    JsonNode tree(ResourceContent content);

    /** Written {@code <algorithm>:<hex>}. */
    String of(ResourceContent content);
}
