package org.oneseal.platform.evidence;

import java.util.List;
import org.oneseal.platform.crypto.PublicKey;

/**
 * Everything about one aggregate that a verification needs, as exported by its service.
 *
 * @param entries the whole history, oldest first
 * @param receipt issued for this export
 * @param seals every seal that took in a head of this aggregate, oldest first
 * @param keys the service's public keys; a verifier who trusts them only because they are in here
 *     is told so
 */
public record Evidence(
        String format,
        String service,
        String aggregateType,
        String aggregateId,
        List<Entry> entries,
        Receipt receipt,
        List<SealedHead> seals,
        List<PublicKey> keys) {

    public static final String FORMAT = "org.oneseal.evidence.v1";

    public Evidence {
        entries = List.copyOf(entries);
        seals = List.copyOf(seals);
        keys = List.copyOf(keys);
    }
}
