package org.oneseal.catalog.bundles;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.evidence.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a bundle says of itself, and what its signature is of.
 *
 * @param format of the file; a reader refuses what is newer than it knows
 * @param region whose catalog it is, with everything below
 * @param parts in the order in which they are taken over
 */
public record BundleManifest(int format, String region, Instant exportedAt, List<Part> parts) {

    /** The format written here; the first one knew no packages, the second no data resources. */
    static final int FORMAT = 3;

    private static final String KIND = "org.oneseal.catalog-bundle.v1";

    public BundleManifest {
        Objects.requireNonNull(region);
        Objects.requireNonNull(exportedAt);
        parts = List.copyOf(parts);
    }

    /**
     * One part.
     *
     * @param count of its lines
     * @param digest over its lines in canonical spelling, each with a line end
     */
    public record Part(String name, int count, String digest) {

        public Part {
            Objects.requireNonNull(name);
            Objects.requireNonNull(digest);
        }

        static Part of(String name, List<JsonNode> lines, String algorithm) {
            return new Part(name, lines.size(), digest(lines, algorithm));
        }

        boolean holds(List<JsonNode> lines) {
            try {
                return digest(lines, Digest.parse(digest).algorithm()).equals(digest);
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        private static String digest(List<JsonNode> lines, String algorithm) {
            StringBuilder text = new StringBuilder();
            for (JsonNode line : lines) text.append(CanonicalJson.write(line)).append('\n');
            return Digest.of(algorithm, text.toString().getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    /** The bytes that are signed. */
    byte[] signed(JsonNode written) {
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        statement.put("kind", KIND);
        statement.set("bundle", written);
        return CanonicalJson.bytes(statement);
    }
}
