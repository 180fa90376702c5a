package org.oneseal.platform.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.crypto.PublicKey;
import org.oneseal.platform.crypto.Signature;

/**
 * A signed root over all heads that were not sealed before (封存), chained to the seal before it.
 * Outsiders keep copies: with one in other hands, nothing under it can be rewritten unseen.
 *
 * @param number gap-free from 1 per service
 * @param previous hash of the seal before, null for the first
 * @param heads how many heads the tree has
 * @param hash digest of everything above
 */
public record Seal(
        String service,
        long number,
        @Nullable Digest previous,
        Digest root,
        long heads,
        Instant sealedAt,
        Digest hash,
        Signature signature) {

    public static Seal sign(
            KeyRing keys,
            String service,
            long number,
            @Nullable Digest previous,
            Digest root,
            long heads,
            Instant sealedAt) {
        Instant moment = sealedAt.truncatedTo(ChronoUnit.MICROS);
        byte[] content = content(service, number, previous, root, heads, moment);
        return new Seal(
                service,
                number,
                previous,
                root,
                heads,
                moment,
                keys.profile().digest(content),
                keys.sign(content));
    }

    boolean keepsItsHash() {
        return Digest.of(hash.algorithm(), content()).equals(hash);
    }

    boolean signedWith(PublicKey key) {
        return signature.verifies(key, content());
    }

    private byte[] content() {
        return content(service, number, previous, root, heads, sealedAt);
    }

    private static byte[] content(
            String service,
            long number,
            @Nullable Digest previous,
            Digest root,
            long heads,
            Instant sealedAt) {
        return Statement.of("org.oneseal.seal.v1")
                .with("service", service)
                .with("number", number)
                .with("previous", previous == null ? null : previous.toString())
                .with("root", root.toString())
                .with("heads", heads)
                .with("sealedAt", sealedAt)
                .bytes();
    }
}
