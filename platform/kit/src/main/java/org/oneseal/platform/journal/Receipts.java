package org.oneseal.platform.journal;

import java.time.InstantSource;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.evidence.Receipt;

/**
 * Signs receipts over the end of a history (回执). A signature costs about as much as the rest of a
 * command, so sign when a person takes the receipt away.
 */
public class Receipts {

    private final KeyRing keys;
    private final InstantSource time;
    private final String service;

    Receipts(KeyRing keys, InstantSource time, String service) {
        this.keys = keys;
        this.time = time;
        this.service = service;
    }

    /**
     * The receipt for a history that ends here.
     *
     * @throws IllegalArgumentException for a chain without entries
     */
    public Receipt issue(Chain chain) {
        return Receipt.sign(
                keys,
                service,
                chain.aggregateType(),
                chain.aggregateId(),
                chain.sequence(),
                Digest.parse(chain.head()),
                time.instant());
    }
}
