package org.oneseal.platform.draw;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.Digest;

/**
 * A draw with everything needed to recompute it; given out when it has taken place.
 *
 * @param trust {@code public-value} or {@code operator-trusted}
 * @param minimum fewer entries are no draw
 * @param sealedAt when the entries were closed and their digest published
 * @param revealBy revealed later than this, the draw would have been void
 * @param index of the winner among the entries, from 0
 */
public record DrawProof(
        String format,
        String draw,
        String trust,
        String algorithm,
        Digest commitment,
        Instant committedAt,
        Instant closesAt,
        int minimum,
        List<String> entries,
        Digest entriesDigest,
        Instant sealedAt,
        @Nullable PublicValue publicValue,
        Nonce nonce,
        Instant revealedAt,
        Instant revealBy,
        Digest seed,
        int index,
        String winner) {

    /** The format written here. */
    public static final String FORMAT = "oneseal-draw-1";

    public DrawProof {
        entries = List.copyOf(entries);
    }

    /** The proof of a draw made now. */
    public static DrawProof of(
            SealedDraw sealed,
            DrawAnnouncement announced,
            int minimum,
            Instant sealedAt,
            Instant revealedAt,
            Instant revealBy) {
        int index = sealed.index();
        return new DrawProof(
                FORMAT,
                sealed.draw(),
                announced.trust(),
                sealed.algorithm(),
                announced.commitment(),
                announced.committedAt(),
                announced.closesAt(),
                minimum,
                sealed.entries(),
                SealedDraw.entriesDigest(sealed.algorithm(), sealed.draw(), sealed.entries()),
                sealedAt,
                sealed.publicValue(),
                sealed.nonce(),
                revealedAt,
                revealBy,
                sealed.seed(),
                index,
                sealed.entries().get(index));
    }
}
