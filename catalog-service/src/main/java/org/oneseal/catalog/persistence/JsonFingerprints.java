package org.oneseal.catalog.persistence;

import org.oneseal.catalog.items.ContentTrees;
import org.oneseal.catalog.items.Fingerprints;
import org.oneseal.catalog.items.ItemContent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Contents of items as canonical JSON, with digests by the crypto profile in use. */
@Component
class JsonFingerprints implements Fingerprints, ContentTrees {

    private final CanonicalContent canonical;

    JsonFingerprints(CanonicalContent canonical) {
        this.canonical = canonical;
    }

    @Override
    public JsonNode tree(ItemContent content) {
        return canonical.tree(content);
    }

    @Override
    public String of(ItemContent content) {
        return canonical.digest(content);
    }
}
