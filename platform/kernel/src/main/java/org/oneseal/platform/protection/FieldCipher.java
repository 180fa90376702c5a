package org.oneseal.platform.protection;

import java.nio.charset.StandardCharsets;
import org.oneseal.platform.crypto.Ciphertext;
import org.oneseal.platform.crypto.KeyRing;

/**
 * Encrypts single columns. The place of a value, such as {@code party/431103-…/citizen-number}, is
 * bound into its ciphertext, so that it can't be copied into another row or column.
 */
public final class FieldCipher {

    private final KeyRing keys;

    public FieldCipher(KeyRing keys) {
        this.keys = keys;
    }

    /** The text to store: algorithm, key id and ciphertext. */
    public String encrypt(String plain, String place) {
        return keys.encrypt(utf8(plain), utf8(place)).toString();
    }

    /**
     * Opens a stored text.
     *
     * @throws IllegalArgumentException if it was altered, belongs to another place, or its key is
     *     not in the ring
     */
    public String decrypt(String stored, String place) {
        return new String(
                keys.decrypt(Ciphertext.parse(stored), utf8(place)), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
