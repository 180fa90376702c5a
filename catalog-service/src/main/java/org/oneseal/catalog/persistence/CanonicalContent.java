package org.oneseal.catalog.persistence;

import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.persistence.Json;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What is published as canonical JSON, with digests by the crypto profile in use. */
@Component
class CanonicalContent {

    private final Json json;
    private final CryptoProfile profile;

    CanonicalContent(Json json, @Value("${oneseal.crypto.profile:cn}") String profile) {
        this.json = json;
        this.profile = CryptoProfile.named(profile);
    }

    JsonNode tree(Object content) {
        return CanonicalJson.parse(json.write(content));
    }

    String digest(Object content) {
        return profile.digest(CanonicalJson.bytes(tree(content))).toString();
    }
}
