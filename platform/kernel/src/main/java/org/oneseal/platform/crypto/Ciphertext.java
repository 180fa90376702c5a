package org.oneseal.platform.crypto;

/**
 * An encrypted value with algorithm and key id, written {@code SM4-GCM:<keyId>:<base64url>}; the
 * bytes are nonce, ciphertext and tag.
 */
public record Ciphertext(String algorithm, String keyId, String text) {

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it is not {@code algorithm:keyId:base64url}
     */
    public static Ciphertext parse(String text) {
        KeyedValue value = KeyedValue.parse(text);
        return new Ciphertext(value.algorithm(), value.keyId(), text);
    }

    static Ciphertext of(String algorithm, String keyId, byte[] bytes) {
        return new Ciphertext(algorithm, keyId, KeyedValue.write(algorithm, keyId, bytes));
    }

    byte[] bytes() {
        return KeyedValue.parse(text).bytes();
    }

    @Override
    public String toString() {
        return text;
    }
}
