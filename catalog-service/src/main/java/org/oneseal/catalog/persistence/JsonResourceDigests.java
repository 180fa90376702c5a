package org.oneseal.catalog.persistence;

import org.oneseal.catalog.resources.ResourceContent;
import org.oneseal.catalog.resources.ResourceDigests;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Contents of data resources as canonical JSON, with digests. */
@Component
class JsonResourceDigests implements ResourceDigests {

    private final CanonicalContent canonical;

    JsonResourceDigests(CanonicalContent canonical) {
        this.canonical = canonical;
    }

    @Override
    public JsonNode tree(ResourceContent content) {
        return canonical.tree(content);
    }

    @Override
    public String of(ResourceContent content) {
        return canonical.digest(content);
    }
}
