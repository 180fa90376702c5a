package org.oneseal.platform.draw;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.Digest;

/**
 * What anybody can read of a draw before it takes place, and keep to compare with its proof.
 *
 * @param commitment of the nonce, fixed when entries are asked for
 * @param closesAt no entry is taken from then on
 * @param source of the public value, null where the drawer has to be trusted
 * @param publishedAt when the source is to publish the round, after the close
 * @param entriesDigest null until the entries are sealed
 */
public record DrawAnnouncement(
        String draw,
        String trust,
        String algorithm,
        Digest commitment,
        Instant committedAt,
        Instant closesAt,
        @Nullable String source,
        @Nullable String round,
        @Nullable Instant publishedAt,
        @Nullable Digest entriesDigest) {

    /** The value of {@code trust} for a draw that nobody could steer. */
    public static final String PUBLIC_VALUE = "public-value";

    /** The value of {@code trust} for a draw whose drawer knew everything before it closed. */
    public static final String OPERATOR_TRUSTED = "operator-trusted";
}
