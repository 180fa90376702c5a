package org.oneseal.platform.identity;

/**
 * Code of a matter as one body runs it (实施编码, GB/T 39554.1), 31 characters: credit code of the body
 * 18, exercise level 1 (行使层级: 1–6 or 9), basic code 12. Provinces that number otherwise keep their
 * code beside it.
 */
public record ImplementationCode(String value) {

    private static final String LEVELS = "1234569";

    public ImplementationCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an implementation code: " + value);
        }
    }

    public static ImplementationCode of(
            UnifiedSocialCreditCode body, int exerciseLevel, BasicCode matter) {
        return new ImplementationCode(body.value() + exerciseLevel + matter.value());
    }

    public static boolean isValid(String value) {
        return value.length() == 31
                && UnifiedSocialCreditCode.isValid(value.substring(0, 18))
                && LEVELS.indexOf(value.charAt(18)) >= 0
                && BasicCode.isValid(value.substring(19));
    }

    public UnifiedSocialCreditCode body() {
        return new UnifiedSocialCreditCode(value.substring(0, 18));
    }

    /** 1 nation, 2 province, 3 city, 4 county, 5 town, 6 village, 9 other. */
    public int exerciseLevel() {
        return value.charAt(18) - '0';
    }

    public BasicCode matter() {
        return new BasicCode(value.substring(19));
    }

    @Override
    public String toString() {
        return value;
    }
}
