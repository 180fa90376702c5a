package org.oneseal.platform.evidence;

import java.util.ArrayList;
import java.util.List;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.Digest;

/**
 * The tree over the heads of one seal. Leaves and inner nodes are digested with different first
 * bytes, and a node without sibling moves up as it is, as in RFC 9162.
 */
public final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final List<List<Digest>> levels = new ArrayList<>();

    private MerkleTree(List<Digest> leaves) {
        levels.add(leaves);
    }

    /**
     * Builds the tree over heads in their given order.
     *
     * @throws IllegalArgumentException without heads
     */
    public static MerkleTree over(CryptoProfile profile, List<Head> heads) {
        return over(profile.digestAlgorithm(), heads);
    }

    /** Builds it again with the algorithm that its root names. */
    public static MerkleTree over(String algorithm, List<Head> heads) {
        if (heads.isEmpty()) throw new IllegalArgumentException("a tree needs a leaf");
        var tree = new MerkleTree(heads.stream().map(head -> leaf(algorithm, head)).toList());
        List<Digest> level = tree.levels.getFirst();
        while (level.size() > 1) {
            List<Digest> above = new ArrayList<>((level.size() + 1) / 2);
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(node(level.get(i), level.get(i + 1)));
            }
            if (level.size() % 2 == 1) above.add(level.getLast());
            tree.levels.add(above);
            level = above;
        }
        return tree;
    }

    public Digest root() {
        return levels.getLast().getFirst();
    }

    /** The siblings on the way from that leaf to the root. */
    public List<Step> path(int leaf) {
        List<Step> path = new ArrayList<>();
        int index = leaf;
        for (List<Digest> level : levels.subList(0, levels.size() - 1)) {
            int sibling = index ^ 1;
            if (sibling < level.size()) {
                path.add(new Step(sibling < index, level.get(sibling)));
            }
            index /= 2;
        }
        return path;
    }

    static Digest rootFrom(String algorithm, Head head, List<Step> path) {
        Digest digest = leaf(algorithm, head);
        for (Step step : path) {
            digest = step.left() ? node(step.sibling(), digest) : node(digest, step.sibling());
        }
        return digest;
    }

    private static Digest leaf(String algorithm, Head head) {
        return Digest.of(algorithm, LEAF, head.bytes());
    }

    private static Digest node(Digest left, Digest right) {
        return Digest.of(left.algorithm(), NODE, left.bytes(), right.bytes());
    }

    /** One sibling on the way up; {@code left} when it stands left of the node below. */
    public record Step(boolean left, Digest sibling) {}
}
