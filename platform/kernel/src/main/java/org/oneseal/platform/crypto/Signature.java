package org.oneseal.platform.crypto;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A signature with algorithm and key id, written {@code SM2-SM3:<keyId>:<base64url>}. */
public record Signature(String algorithm, String keyId, String text) {

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it is not {@code algorithm:keyId:base64url}
     */
    @JsonCreator
    public static Signature parse(String text) {
        KeyedValue value = KeyedValue.parse(text);
        return new Signature(value.algorithm(), value.keyId(), text);
    }

    static Signature of(String algorithm, String keyId, byte[] bytes) {
        return new Signature(algorithm, keyId, KeyedValue.write(algorithm, keyId, bytes));
    }

    /** Whether that key made this signature over that content; false for another key's id. */
    public boolean verifies(PublicKey key, byte[] content) {
        return key.id().equals(keyId)
                && key.algorithm().equals(algorithm)
                && Algorithms.verify(
                        algorithm, key.encoded(), content, KeyedValue.parse(text).bytes());
    }

    /** The bare signature, for containers that carry algorithm and key in their own way. */
    public byte[] bytes() {
        return KeyedValue.parse(text).bytes();
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
