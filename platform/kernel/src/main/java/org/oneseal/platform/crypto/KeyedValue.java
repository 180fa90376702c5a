package org.oneseal.platform.crypto;

import java.util.Base64;

/** The written form shared by values made with a key: {@code algorithm:keyId:base64url}. */
record KeyedValue(String algorithm, String keyId, byte[] bytes) {

    static KeyedValue parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new IllegalArgumentException("not algorithm:keyId:base64url");
        }
        return new KeyedValue(parts[0], parts[1], Base64.getUrlDecoder().decode(parts[2]));
    }

    static String write(String algorithm, String keyId, byte[] bytes) {
        return algorithm
                + ":"
                + keyId
                + ":"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
