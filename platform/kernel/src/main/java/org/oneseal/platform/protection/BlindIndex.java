package org.oneseal.platform.protection;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.oneseal.platform.crypto.KeyRing;

/**
 * Finds an encrypted value by equality: the same number gives the same index, and without the key
 * nobody can try numbers out. One use, such as {@code citizen-number}, never matches another.
 */
public final class BlindIndex {

    private final KeyRing keys;

    public BlindIndex(KeyRing keys) {
        this.keys = keys;
    }

    /** The index to store in a unique or indexed column. */
    public String of(String use, String value) {
        return keys.mac(content(use, value));
    }

    /** What to search for, current key first; more than one only while keys are being changed. */
    public List<String> candidates(String use, String value) {
        return keys.macs(content(use, value));
    }

    /** Full-width forms, case, spaces and hyphens make no difference. */
    private static byte[] content(String use, String value) {
        String normal =
                Normalizer.normalize(value, Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s\\p{Pd}]", "");
        return (use + "\n" + normal).getBytes(StandardCharsets.UTF_8);
    }
}
