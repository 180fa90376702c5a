package org.oneseal.platform.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Citizen identity number (公民身份号码, GB 11643-1999), 18 characters: region 6, birth date 8, sequence
 * 3 and check 1. It prints itself masked; only {@link #value()} shows it whole.
 */
public record CitizenNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{16}[0-9X]");
    private static final Pattern WITHIN = Pattern.compile("(?<!\\d)[1-9]\\d{16}[\\dXx](?!\\d)");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    public CitizenNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a citizen number: " + mask(value));
        }
    }

    public static boolean isValid(String value) {
        return SHAPE.matcher(value).matches()
                && isDate(value.substring(6, 14))
                && value.charAt(17) == check(value.substring(0, 17));
    }

    /** Whether a text that is kept or sent holds one in clear. */
    public static boolean isIn(String text) {
        return WITHIN.matcher(text).results().anyMatch(found -> isValidInAnyCase(found.group()));
    }

    /** The text with every number in it masked. */
    public static String maskIn(String text) {
        return WITHIN.matcher(text)
                .replaceAll(
                        found ->
                                isValidInAnyCase(found.group())
                                        ? mask(found.group())
                                        : found.group());
    }

    private static boolean isValidInAnyCase(String text) {
        return isValid(text.toUpperCase(Locale.ROOT));
    }

    /**
     * The 18-character form of a 15-digit number (issued until 1999, the century is 19), for
     * look-ups only; the old form is never taken as input.
     */
    public static CitizenNumber ofLegacy(String fifteenDigits) {
        if (!fifteenDigits.matches("\\d{15}")) {
            throw new IllegalArgumentException("not a 15-digit citizen number");
        }
        String first17 = fifteenDigits.substring(0, 6) + "19" + fifteenDigits.substring(6);
        return new CitizenNumber(first17 + check(first17));
    }

    public LocalDate birthDate() {
        return date(value.substring(6, 14));
    }

    /** Whether the sequence number is one for women: its last digit, the 17th, is even. */
    public boolean isFemale() {
        return (value.charAt(16) - '0') % 2 == 0;
    }

    /** The first and last four characters, the rest as stars. */
    public String masked() {
        return mask(value);
    }

    /** The check character that completes the first 17 digits of a number. */
    public static char check(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    private static boolean isDate(String digits) {
        try {
            return date(digits).getYear() >= 1800;
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    private static LocalDate date(String digits) {
        return LocalDate.of(
                Integer.parseInt(digits.substring(0, 4)),
                Integer.parseInt(digits.substring(4, 6)),
                Integer.parseInt(digits.substring(6, 8)));
    }

    private static String mask(String text) {
        int hidden = text.length() - 8;
        return hidden <= 0
                ? "*".repeat(text.length())
                : text.substring(0, 4) + "*".repeat(hidden) + text.substring(text.length() - 4);
    }

    @Override
    public String toString() {
        return masked();
    }
}
