package org.oneseal.cases.certificates;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import org.oneseal.platform.crypto.Digest;

/**
 * What the QR code of a certificate carries: 130 random bits that nobody can guess or count up to.
 */
public record VerifyCode(String value) {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Pattern SHAPE = Pattern.compile("[0-9a-hjkmnp-tv-z]{26}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public VerifyCode {
        if (!isValid(value)) throw new IllegalArgumentException("not a verify code");
    }

    public static boolean isValid(String value) {
        return SHAPE.matcher(value).matches();
    }

    public static VerifyCode random() {
        byte[] bytes = new byte[26];
        RANDOM.nextBytes(bytes);
        var text = new StringBuilder();
        for (byte b : bytes) text.append(ALPHABET.charAt(b & 31));
        return new VerifyCode(text.toString());
    }

    /** Digest with the name of its algorithm; all that is stored in the clear. */
    public String hash() {
        return Digest.of("SM3", value.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public String toString() {
        return "VerifyCode[…]";
    }
}
