package org.oneseal.platform.crypto;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;
import java.util.Set;

/**
 * A digest with its algorithm, written {@code SM3:<hex>}.
 *
 * @param hex lower case, 64 digits
 */
public record Digest(String algorithm, String hex) {

    private static final Set<String> KNOWN = Set.of("SM3", "SHA-256");
    private static final int DIGITS = 64;

    public Digest {
        if (!KNOWN.contains(algorithm)) {
            throw new IllegalArgumentException("unknown digest algorithm " + algorithm);
        }
        if (hex.length() != DIGITS || !lowerCaseHex(hex)) {
            throw new IllegalArgumentException("not 64 lower-case hexadecimal digits: " + hex);
        }
    }

    private static boolean lowerCaseHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) return false;
        }
        return true;
    }

    public static Digest of(String algorithm, byte[]... parts) {
        return new Digest(algorithm, HexFormat.of().formatHex(Algorithms.digest(algorithm, parts)));
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it is not {@code algorithm:hex} with a known algorithm
     */
    @JsonCreator
    public static Digest parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) throw new IllegalArgumentException("digest without algorithm: " + text);
        return new Digest(text.substring(0, colon), text.substring(colon + 1));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @JsonValue
    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }
}
