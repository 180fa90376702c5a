package org.oneseal.platform.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.draw.DrawFinding.Code;

/**
 * Recomputes a draw from its proof and compares it with what others kept of it: copies of its page
 * from before, and the public value as its source gives it.
 */
public final class DrawVerification {

    private final DrawProof proof;
    private final List<DrawFinding> findings = new ArrayList<>();

    private DrawVerification(DrawProof proof) {
        this.proof = proof;
    }

    /**
     * Everything that is wrong or could not be seen.
     *
     * @param earlier announcements kept from before the draw
     * @param value the public value as the reader got it from the source, null where not looked up
     * @throws IllegalArgumentException for an algorithm that is not known
     */
    public static List<DrawFinding> of(
            DrawProof proof, List<DrawAnnouncement> earlier, @Nullable String value) {
        DrawVerification verification = new DrawVerification(proof);
        if (!proof.format().equals(DrawProof.FORMAT)) {
            verification.found(Code.UNKNOWN_FORMAT, proof.format());
            return verification.findings;
        }
        verification.arithmetic();
        verification.order();
        verification.compareWithSource(value);
        earlier.forEach(verification::compareWith);
        if (earlier.isEmpty()) verification.found(Code.NO_EARLIER_COPY);
        return List.copyOf(verification.findings);
    }

    private void arithmetic() {
        if (!proof.nonce().commitment(proof.algorithm(), proof.draw()).equals(proof.commitment())) {
            found(Code.NONCE_NOT_COMMITTED);
        }
        if (!SealedDraw.sorted(proof.entries()).equals(proof.entries())) {
            found(Code.ENTRIES_NOT_SORTED);
        }
        Digest entries = SealedDraw.entriesDigest(proof.algorithm(), proof.draw(), proof.entries());
        if (!entries.equals(proof.entriesDigest())) found(Code.ENTRIES_ALTERED);
        if (proof.entries().isEmpty() || proof.entries().size() < proof.minimum()) {
            found(Code.TOO_FEW_ENTRIES, proof.entries().size(), proof.minimum());
            return;
        }
        SealedDraw draw =
                new SealedDraw(
                        proof.draw(),
                        proof.algorithm(),
                        proof.entries(),
                        proof.nonce(),
                        proof.publicValue());
        if (!draw.seed().equals(proof.seed())) found(Code.SEED_DIFFERS);
        if (draw.index() != proof.index() || !draw.winner().equals(proof.winner())) {
            found(Code.WINNER_DIFFERS, proof.winner(), draw.winner());
        }
    }

    /** Committed, then closed and sealed, then public, then revealed, and in time. */
    private void order() {
        PublicValue value = proof.publicValue();
        String trust =
                value == null ? DrawAnnouncement.OPERATOR_TRUSTED : DrawAnnouncement.PUBLIC_VALUE;
        if (!trust.equals(proof.trust())) found(Code.TRUST_MISLABELLED, proof.trust());
        if (!proof.committedAt().isBefore(proof.closesAt())) found(Code.COMMITTED_LATE);
        if (proof.sealedAt().isBefore(proof.closesAt())) found(Code.SEALED_EARLY);
        if (value != null && !value.publishedAt().isAfter(proof.sealedAt())) {
            found(Code.VALUE_NOT_LATER, value.publishedAt(), proof.sealedAt());
        }
        if (proof.revealedAt().isBefore(value == null ? proof.sealedAt() : value.publishedAt())) {
            found(Code.REVEALED_EARLY);
        }
        if (proof.revealedAt().isAfter(proof.revealBy())) {
            found(Code.REVEALED_LATE, proof.revealedAt(), proof.revealBy());
        }
        if (value == null) found(Code.OPERATOR_TRUSTED);
    }

    private void compareWithSource(@Nullable String own) {
        PublicValue value = proof.publicValue();
        if (value == null) return;
        if (own == null) {
            found(Code.VALUE_NOT_CHECKED, value.round(), value.source());
        } else if (!own.equals(value.value())) {
            found(Code.VALUE_DIFFERS, value.value(), own);
        }
    }

    private void compareWith(DrawAnnouncement earlier) {
        if (!earlier.draw().equals(proof.draw())) {
            found(Code.EARLIER_OF_ANOTHER, earlier.draw());
            return;
        }
        if (!earlier.commitment().equals(proof.commitment())
                || !earlier.algorithm().equals(proof.algorithm())) {
            found(Code.EARLIER_COMMITMENT_DIFFERS);
        }
        Digest entries = earlier.entriesDigest();
        if (entries != null && !entries.equals(proof.entriesDigest())) {
            found(Code.EARLIER_ENTRIES_DIFFER);
        }
        boolean extended = entries == null && earlier.closesAt().isBefore(proof.closesAt());
        if (extended) {
            found(Code.CLOSE_MOVED, earlier.closesAt(), proof.closesAt());
        } else if (!earlier.closesAt().equals(proof.closesAt())) {
            found(Code.EARLIER_CLOSE_DIFFERS, earlier.closesAt(), proof.closesAt());
        }
        PublicValue value = proof.publicValue();
        String source = value == null ? null : value.source();
        String round = value == null ? null : value.round();
        boolean sameRound = extended || Objects.equals(earlier.round(), round);
        if (!Objects.equals(earlier.source(), source) || !sameRound) {
            found(Code.EARLIER_VALUE_DIFFERS);
        }
    }

    private void found(Code code, Object... arguments) {
        findings.add(DrawFinding.of(code, arguments));
    }
}
