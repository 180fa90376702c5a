package org.oneseal.catalog.persistence;

import org.oneseal.catalog.powers.PowerContent;
import org.oneseal.catalog.powers.PowerDigests;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Contents of powers as canonical JSON, with digests by the crypto profile in use. */
@Component
class JsonPowerDigests implements PowerDigests {

    private final CanonicalContent canonical;

    JsonPowerDigests(CanonicalContent canonical) {
        this.canonical = canonical;
    }

    @Override
    public JsonNode tree(PowerContent content) {
        return canonical.tree(content);
    }

    @Override
    public String of(PowerContent content) {
        return canonical.digest(content);
    }
}
