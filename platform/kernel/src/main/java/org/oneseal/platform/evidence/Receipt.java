package org.oneseal.platform.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.crypto.PublicKey;
import org.oneseal.platform.crypto.Signature;

/**
 * What a person takes away (回执): the history of their matter ended with this entry when the receipt
 * was issued. Whoever rewrites the history later is contradicted by it.
 */
public record Receipt(
        String service,
        String aggregateType,
        String aggregateId,
        long sequence,
        Digest head,
        Instant issuedAt,
        Signature signature) {

    public static Receipt sign(
            KeyRing keys,
            String service,
            String aggregateType,
            String aggregateId,
            long sequence,
            Digest head,
            Instant issuedAt) {
        Instant issued = issuedAt.truncatedTo(ChronoUnit.MICROS);
        return new Receipt(
                service,
                aggregateType,
                aggregateId,
                sequence,
                head,
                issued,
                keys.sign(content(service, aggregateType, aggregateId, sequence, head, issued)));
    }

    boolean signedWith(PublicKey key) {
        return signature.verifies(
                key, content(service, aggregateType, aggregateId, sequence, head, issuedAt));
    }

    private static byte[] content(
            String service,
            String aggregateType,
            String aggregateId,
            long sequence,
            Digest head,
            Instant issuedAt) {
        return Statement.of("org.oneseal.receipt.v1")
                .with("service", service)
                .with("aggregateType", aggregateType)
                .with("aggregateId", aggregateId)
                .with("sequence", sequence)
                .with("head", head.toString())
                .with("issuedAt", issuedAt)
                .bytes();
    }
}
