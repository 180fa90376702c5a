package org.oneseal.catalog.persistence;

import org.oneseal.catalog.packages.PackageContent;
import org.oneseal.catalog.packages.PackageDigests;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Contents of packages as canonical JSON, with digests by the crypto profile in use. */
@Component
class JsonPackageDigests implements PackageDigests {

    private final CanonicalContent canonical;

    JsonPackageDigests(CanonicalContent canonical) {
        this.canonical = canonical;
    }

    @Override
    public JsonNode tree(PackageContent content) {
        return canonical.tree(content);
    }

    @Override
    public String of(PackageContent content) {
        return canonical.digest(content);
    }
}
