package org.oneseal.platform.identity;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifier of an electronic certificate (电子证照标识, GB/T 36902): the root 1.2.156.3005.2, then type
 * of certificate (credit code of its owner and three digits), issuer (credit code, or the code of a
 * region), serial, version and a check character by ISO 7064 MOD 37,36 over these without the dots.
 */
public record CertificateId(String value) {

    private static final String ROOT = "1.2.156.3005.2";
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Pattern SHAPE =
            Pattern.compile(
                    Pattern.quote(ROOT)
                            + "\\.([0-9A-Z]{18}\\d{3})\\.([0-9A-Z]{18}|\\d{6}|\\d{12})"
                            + "\\.([0-9A-Z]{1,22})\\.(\\d{3})\\.([0-9A-Z])");

    public CertificateId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an electronic certificate id: " + value);
        }
    }

    /**
     * A new id with its check character.
     *
     * @param type 21 characters, credit code of the type's owner and three digits
     * @param serial letters and digits, at most 22
     * @param version from 1; a changed certificate gets the next one
     */
    public static CertificateId of(
            String type, UnifiedSocialCreditCode issuer, String serial, int version) {
        String number = String.format(Locale.ROOT, "%03d", version);
        char check = check(type + issuer.value() + serial + number);
        return new CertificateId(
                String.join(
                        ".", ROOT, type, issuer.value(), serial, number, String.valueOf(check)));
    }

    public static boolean isValid(String value) {
        Matcher parts = SHAPE.matcher(value);
        return parts.matches()
                && UnifiedSocialCreditCode.isValid(parts.group(1).substring(0, 18))
                && (parts.group(2).length() != 18
                        || UnifiedSocialCreditCode.isValid(parts.group(2)))
                && parts.group(5).charAt(0)
                        == check(parts.group(1) + parts.group(2) + parts.group(3) + parts.group(4));
    }

    public String type() {
        return segment(0);
    }

    public String issuer() {
        return segment(1);
    }

    public String serial() {
        return segment(2);
    }

    public int version() {
        return Integer.parseInt(segment(3));
    }

    private String segment(int index) {
        return value.substring(ROOT.length() + 1).split("\\.")[index];
    }

    private static char check(String text) {
        int product = 36;
        for (char c : text.toCharArray()) {
            int sum = (product + ALPHABET.indexOf(c)) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return ALPHABET.charAt((37 - product) % 36);
    }

    @Override
    public String toString() {
        return value;
    }
}
