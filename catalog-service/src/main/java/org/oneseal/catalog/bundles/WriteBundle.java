package org.oneseal.catalog.bundles;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the catalog of a region as lines of JSON: the signed manifest first, then each part. The
 * digests and the signature are those of the environment's profile.
 */
@Component
public class WriteBundle {

    private final List<BundlePart> parts;
    private final KeyRing keys;
    private final Json json;

    WriteBundle(List<BundlePart> parts, KeyRing keys, Json json) {
        this.parts = parts.stream().sorted(Comparator.comparingInt(BundlePart::rank)).toList();
        this.keys = keys;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public String write(RegionCode region, Instant now) {
        Map<String, List<JsonNode>> lines = new LinkedHashMap<>();
        for (BundlePart part : parts) lines.put(part.name(), part.lines(region, now));
        return write(region, lines, now);
    }

    String write(RegionCode region, Map<String, List<JsonNode>> lines, Instant now) {
        String algorithm = algorithm(keys.profile());
        List<BundleManifest.Part> described = new ArrayList<>();
        lines.forEach((name, of) -> described.add(BundleManifest.Part.of(name, of, algorithm)));
        BundleManifest manifest =
                new BundleManifest(
                        BundleManifest.FORMAT,
                        region.value(),
                        now.truncatedTo(ChronoUnit.SECONDS),
                        described);
        JsonNode written = json.mapper().valueToTree(manifest);
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.set("bundle", written);
        head.put("signature", keys.sign(manifest.signed(written)).toString());
        StringBuilder text = new StringBuilder(CanonicalJson.write(head)).append('\n');
        lines.forEach(
                (name, of) -> {
                    for (JsonNode data : of) {
                        ObjectNode line = JsonNodeFactory.instance.objectNode();
                        line.put("part", name);
                        line.set("data", data);
                        text.append(CanonicalJson.write(line)).append('\n');
                    }
                });
        return text.toString();
    }

    private static String algorithm(CryptoProfile profile) {
        return profile.digest(new byte[0]).algorithm();
    }
}
