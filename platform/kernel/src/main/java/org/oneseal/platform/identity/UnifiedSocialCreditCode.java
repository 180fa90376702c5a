package org.oneseal.platform.identity;

import java.util.regex.Pattern;

/**
 * Unified social credit code of an organisation (统一社会信用代码, GB 32100-2015): authority 1, category 1,
 * region 6, organisation code 9 (with its own check by GB 11714) and check character 1.
 */
public record UnifiedSocialCreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ORGANISATION_CHECKS = "0123456789X";
    private static final Pattern SHAPE =
            Pattern.compile("[1-9A-HJ-NP-RTUWXY][1-9A-HJ-NP-RTUWXY]\\d{6}[0-9A-HJ-NP-RTUWXY]{10}");

    public UnifiedSocialCreditCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a unified social credit code: " + value);
        }
    }

    public static boolean isValid(String value) {
        return SHAPE.matcher(value).matches()
                && value.charAt(16) == organisationCheck(value.substring(8, 16))
                && value.charAt(17) == check(value.substring(0, 17));
    }

    /** The six digits of the region that registered the organisation; 100000 is the nation. */
    public String registrationRegion() {
        return value.substring(2, 8);
    }

    /** The check character that completes the first 17 characters of a code. */
    public static char check(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** The check character that completes the first 8 characters of an organisation code. */
    public static char organisationCheck(String first8) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += LETTERS.indexOf(first8.charAt(i)) * ORGANISATION_WEIGHTS[i];
        }
        return ORGANISATION_CHECKS.charAt((11 - sum % 11) % 11);
    }

    @Override
    public String toString() {
        return value;
    }
}
