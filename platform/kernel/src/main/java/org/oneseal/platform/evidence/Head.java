package org.oneseal.platform.evidence;

import org.oneseal.platform.crypto.Digest;

/** The last entry of an aggregate's history at some moment: a leaf of a seal's tree. */
public record Head(String aggregateType, String aggregateId, long sequence, Digest hash) {

    byte[] bytes() {
        return Statement.of("org.oneseal.head.v1")
                .with("aggregateType", aggregateType)
                .with("aggregateId", aggregateId)
                .with("sequence", sequence)
                .with("hash", hash.toString())
                .bytes();
    }
}
