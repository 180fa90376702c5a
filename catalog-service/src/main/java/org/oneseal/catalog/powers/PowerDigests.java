package org.oneseal.catalog.powers;

import tools.jackson.databind.JsonNode;

/** Contents of powers as JSON, and the digests that prove them. */
public interface PowerDigests {

    JsonNode tree(PowerContent content);

    /** Digest over the canonical JSON of a content, with its algorithm. */
    String of(PowerContent content);
}
