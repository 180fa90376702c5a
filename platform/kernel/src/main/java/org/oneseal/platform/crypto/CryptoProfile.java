package org.oneseal.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The algorithms that new digests, signatures and ciphertexts are made with. For reading, the name
 * stored with the value decides, never the profile.
 */
public enum CryptoProfile {
    /** 国密: SM3, SM2, SM4 in Galois counter mode, HMAC over SM3. */
    CN("SM3", "SM2-SM3", "SM4-GCM", "HMAC-SM3"),
    /** SHA-256, ECDSA over P-256, AES-256 in Galois counter mode, HMAC over SHA-256. */
    INTL("SHA-256", "ECDSA-P256-SHA256", "AES-256-GCM", "HMAC-SHA-256");

    private final String digest;
    private final String signature;
    private final String cipher;
    private final String mac;

    CryptoProfile(String digest, String signature, String cipher, String mac) {
        this.digest = digest;
        this.signature = signature;
        this.cipher = cipher;
        this.mac = mac;
    }

    /**
     * The profile of that name, {@code cn} or {@code intl}.
     *
     * @throws IllegalArgumentException for any other name
     */
    public static CryptoProfile named(String name) {
        return Arrays.stream(values())
                .filter(profile -> profile.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "crypto profile is cn or intl, not " + name));
    }

    public Digest digest(byte[]... parts) {
        return Digest.of(digest, parts);
    }

    public Digest digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    public String digestAlgorithm() {
        return digest;
    }

    public String signatureAlgorithm() {
        return signature;
    }

    public String cipherAlgorithm() {
        return cipher;
    }

    public String macAlgorithm() {
        return mac;
    }
}
