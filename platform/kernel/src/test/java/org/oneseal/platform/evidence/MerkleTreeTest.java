package org.oneseal.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oneseal.platform.crypto.CryptoProfile;

/** What was sealed together leads to the one root that was signed. */
class MerkleTreeTest {

    @ParameterizedTest
    @EnumSource
    void everyLeafOfATreeOfAnySizeLeadsToItsRoot(CryptoProfile profile) {
        for (int size = 1; size <= 40; size++) {
            List<Head> heads = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                heads.add(new Head("case", "id" + i, i + 1, profile.digest("head" + i)));
            }
            MerkleTree tree = MerkleTree.over(profile, heads);
            for (int i = 0; i < size; i++) {
                String algorithm = profile.digestAlgorithm();
                assertThat(MerkleTree.rootFrom(algorithm, heads.get(i), tree.path(i)))
                        .as("leaf %d of %d", i, size)
                        .isEqualTo(tree.root());
                if (size > 1) {
                    assertThat(
                                    MerkleTree.rootFrom(
                                            algorithm, heads.get((i + 1) % size), tree.path(i)))
                            .isNotEqualTo(tree.root());
                }
            }
        }
    }
}
