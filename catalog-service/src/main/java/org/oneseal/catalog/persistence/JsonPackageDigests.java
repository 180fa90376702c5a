package org.oneseal.catalog.persistence;

import org.oneseal.catalog.packages.PackageContent;
import org.oneseal.catalog.packages.PackageDigests;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.persistence.Json;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Contents of packages as canonical JSON, with digests by the crypto profile in use. */
@Component
class JsonPackageDigests implements PackageDigests {

    private final Json json;
    private final CryptoProfile profile;

    JsonPackageDigests(Json json, @Value("${oneseal.crypto.profile:cn}") String profile) {
        this.json = json;
        this.profile = CryptoProfile.named(profile);
    }

    @Override
    public JsonNode tree(PackageContent content) {
        return CanonicalJson.parse(json.write(content));
    }

    @Override
    public String of(PackageContent content) {
        return profile.digest(CanonicalJson.bytes(tree(content))).toString();
    }
}
