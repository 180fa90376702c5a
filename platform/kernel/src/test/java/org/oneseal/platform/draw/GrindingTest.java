package org.oneseal.platform.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.platform.draw.SealedDrawTest.draw;
import static org.oneseal.platform.draw.SealedDrawTest.entries;
import static org.oneseal.platform.draw.SealedDrawTest.nonce;
import static org.oneseal.platform.draw.SealedDrawTest.value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.evidence.CanonicalJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * An operator who wants a favourite to win, knows the nonce, may send the last entry himself, and
 * has a million tries when entries close.
 */
class GrindingTest {

    private static final long SEED = 431103;
    private static final int TRIES = 1_000_000;
    private static final Instant OPEN = Instant.parse("2026-11-20T01:00:00Z");
    private static final Instant CLOSE = Instant.parse("2026-11-24T01:00:00Z");
    private static final Instant PUBLIC = Instant.parse("2026-11-24T04:00:00Z");

    private final RandomGenerator random = new Random(SEED);
    private final List<String> honest = entries(4);
    private final String favourite = honest.getFirst();
    private final Nonce nonce = nonce(random);

    @Test
    void aMillionTriesBeforeTheValueIsPublicAreWorthAsMuchAsNone() {
        PublicValue guess = value(random);
        List<List<String>> best = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            List<String> closing = withLastEntry(i);
            if (draw("SM3", closing, nonce, guess).winner().equals(favourite)) best.add(closing);
        }
        assertThat(best).as("moves that win if the guess were right").hasSizeGreaterThan(1000);

        int wins = 0;
        int draws = 100_000;
        for (int i = 0; i < draws; i++) {
            List<String> move = best.get(i % 1000);
            if (draw("SM3", move, nonce, value(random)).winner().equals(favourite)) wins++;
        }
        double fair = draws / 5.0;
        assertThat((double) wins)
                .as("seed %s: wins of the favourite among five", SEED)
                .isBetween(fair - 4 * Math.sqrt(fair * 0.8), fair + 4 * Math.sqrt(fair * 0.8));
    }

    @Test
    void aMillionOtherNoncesAfterwardsAreAllSeenThrough() {
        PublicValue value = value(random);
        List<String> sealed = withLastEntry(0);
        Digest commitment = nonce.commitment("SM3", "431103-p-1");
        List<Nonce> better = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            Nonce other = nonce(random);
            assertThat(other.commitment("SM3", "431103-p-1").equals(commitment)).isFalse();
            if (better.isEmpty() && wins(sealed, other, value)) better.add(other);
        }
        Nonce winning = better.getFirst();
        assertThat(codes(proof(sealed, winning, value, PUBLIC), announced(commitment, null)))
                .contains(DrawFinding.Code.NONCE_NOT_COMMITTED);
        Digest late = winning.commitment("SM3", "431103-p-1");
        DrawProof recommitted =
                altered(
                        proof(sealed, winning, value, PUBLIC),
                        p -> p.put("commitment", late.toString()));
        assertThat(codes(recommitted, announced(commitment, null)))
                .contains(DrawFinding.Code.EARLIER_COMMITMENT_DIFFERS);
    }

    @Test
    void anEntryAfterTheCloseIsSeenThrough() {
        PublicValue value = value(random);
        List<String> sealed = withLastEntry(0);
        Digest commitment = nonce.commitment("SM3", "431103-p-1");
        Digest digest = SealedDraw.entriesDigest("SM3", "431103-p-1", sealed);
        List<String> better = sealed;
        for (int i = 1; !wins(better, nonce, value); i++) better = withLastEntry(i);
        assertThat(better).isNotEqualTo(sealed);
        assertThat(codes(proof(better, nonce, value, PUBLIC), announced(commitment, digest)))
                .contains(DrawFinding.Code.EARLIER_ENTRIES_DIFFER);
        DrawProof relabelled =
                altered(
                        proof(better, nonce, value, PUBLIC),
                        p -> p.put("entriesDigest", digest.toString()));
        assertThat(codes(relabelled, announced(commitment, digest)))
                .contains(DrawFinding.Code.ENTRIES_ALTERED);
    }

    @Test
    void withoutAPublicValueTheTriesPayAndTheProofSaysSo() {
        List<String> move = withLastEntry(0);
        for (int i = 1; !wins(move, nonce, null); i++) move = withLastEntry(i);
        DrawProof proof = proof(move, nonce, null, CLOSE.plusSeconds(2));
        assertThat(proof.winner()).isEqualTo(favourite);
        assertThat(proof.trust()).isEqualTo("operator-trusted");
        assertThat(DrawVerification.of(proof, List.of(), null).stream().map(DrawFinding::code))
                .containsExactly(
                        DrawFinding.Code.OPERATOR_TRUSTED, DrawFinding.Code.NO_EARLIER_COPY);
    }

    @Test
    void anHonestDrawHasNoFlaw() {
        PublicValue value = value(random);
        List<String> sealed = withLastEntry(0);
        DrawProof proof = proof(sealed, nonce, value, PUBLIC);
        List<DrawFinding> findings =
                DrawVerification.of(
                        proof,
                        List.of(
                                announced(proof.commitment(), null),
                                announced(proof.commitment(), proof.entriesDigest())),
                        value.value());
        assertThat(findings).isEmpty();
        assertThat(DrawVerification.of(proof, List.of(), "another"))
                .extracting(DrawFinding::code)
                .contains(DrawFinding.Code.VALUE_DIFFERS);
    }

    private boolean wins(List<String> entries, Nonce with, @Nullable PublicValue value) {
        return new SealedDraw("431103-p-1", "SM3", entries, with, value).winner().equals(favourite);
    }

    /** Five entries, the last of which the operator picks among as many codes as he likes. */
    private List<String> withLastEntry(int choice) {
        List<String> all = new ArrayList<>(honest);
        all.add("91431103MB%08d".formatted(choice));
        return all;
    }

    private DrawProof proof(
            List<String> sealed, Nonce with, @Nullable PublicValue value, Instant revealed) {
        return DrawProof.of(
                new SealedDraw("431103-p-1", "SM3", sealed, with, value),
                new DrawAnnouncement(
                        "431103-p-1",
                        value == null
                                ? DrawAnnouncement.OPERATOR_TRUSTED
                                : DrawAnnouncement.PUBLIC_VALUE,
                        "SM3",
                        nonce.commitment("SM3", "431103-p-1"),
                        OPEN,
                        CLOSE,
                        value == null ? null : value.source(),
                        value == null ? null : value.round(),
                        value == null ? null : value.publishedAt(),
                        null),
                3,
                CLOSE.plusSeconds(1),
                revealed,
                revealed.plusSeconds(600));
    }

    private static DrawProof altered(DrawProof proof, Consumer<ObjectNode> change) {
        ObjectNode tree = CanonicalJson.mapper().valueToTree(proof);
        change.accept(tree);
        return CanonicalJson.mapper().treeToValue(tree, DrawProof.class);
    }

    private static List<DrawFinding.Code> codes(DrawProof proof, DrawAnnouncement earlier) {
        return DrawVerification.of(proof, List.of(earlier), null).stream()
                .map(DrawFinding::code)
                .toList();
    }

    private DrawAnnouncement announced(Digest commitment, @Nullable Digest entries) {
        return new DrawAnnouncement(
                "431103-p-1",
                DrawAnnouncement.PUBLIC_VALUE,
                "SM3",
                commitment,
                OPEN,
                CLOSE,
                "beacon",
                "42",
                PUBLIC,
                entries);
    }
}
