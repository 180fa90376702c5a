package org.oneseal.catalog.persistence;

import org.oneseal.catalog.items.ContentTrees;
import org.oneseal.catalog.items.Fingerprints;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.persistence.Json;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Contents as JSON, and digests over the canonical JSON of a content, by the crypto profile in use.
 */
@Component
class JsonFingerprints implements Fingerprints, ContentTrees {

    private final Json json;
    private final CryptoProfile profile;

    JsonFingerprints(Json json, @Value("${oneseal.crypto.profile:cn}") String profile) {
        this.json = json;
        this.profile = CryptoProfile.named(profile);
    }

    @Override
    public JsonNode tree(ItemContent content) {
        return CanonicalJson.parse(json.write(content));
    }

    @Override
    public String of(ItemContent content) {
        return profile.digest(CanonicalJson.bytes(tree(content))).toString();
    }
}
