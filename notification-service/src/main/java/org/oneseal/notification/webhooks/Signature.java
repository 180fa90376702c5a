package org.oneseal.notification.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a receiver knows that a call is ours: HMAC-SHA-256 over the time, every {@code ce-} header
 * and the body. One value a key, so that keys can be changed without a gap.
 */
public final class Signature {

    public static final String HEADER = "OneSeal-Signature";

    private Signature() {}

    /**
     * The header's value: {@code t=1764000000, keyid=2026-11, sha256=…}.
     *
     * @param seconds when it is signed, since 1970
     * @param headers all headers; only those beginning with {@code ce-} are signed
     */
    public static String of(
            long seconds, String keyId, byte[] secret, Map<String, String> headers, byte[] body) {
        return "t=%d, keyid=%s, sha256=%s"
                .formatted(seconds, keyId, hmac(seconds, secret, headers, body));
    }

    private static String hmac(
            long seconds, byte[] secret, Map<String, String> headers, byte[] body) {
        StringBuilder signed = new StringBuilder().append(seconds).append('\n');
        new TreeMap<>(headers)
                .forEach(
                        (name, value) -> {
                            if (name.startsWith("ce-")) {
                                signed.append(name).append(':').append(value).append('\n');
                            }
                        });
        signed.append('\n');
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(signed.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
