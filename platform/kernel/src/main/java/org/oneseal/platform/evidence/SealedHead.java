package org.oneseal.platform.evidence;

import java.util.List;

/** A head with the seal it went into and the way up to that seal's root. */
public record SealedHead(Seal seal, Head head, List<MerkleTree.Step> path) {

    public SealedHead {
        path = List.copyOf(path);
    }

    boolean leadsToTheRoot() {
        return MerkleTree.rootFrom(seal.root().algorithm(), head, path).equals(seal.root());
    }
}
