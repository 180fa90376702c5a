package org.oneseal.catalog.bundles;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A bundle that was read and found whole, unaltered and signed by a key that is trusted.
 *
 * @param signedBy id of the key
 * @param digest of the signed manifest: two bundles with the same one say the same
 */
public record Bundle(
        BundleManifest manifest,
        Map<String, List<JsonNode>> parts,
        String signedBy,
        String digest) {}
