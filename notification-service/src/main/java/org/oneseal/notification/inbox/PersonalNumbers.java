package org.oneseal.notification.inbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds and masks citizen numbers and phone numbers in free text that officers wrote. Not a check
 * of input: it errs on the side of masking.
 */
public final class PersonalNumbers {

    /** 18 or 15 digits with a plausible date of birth, or a mobile number, standing alone. */
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![0-9A-Za-z])(?:"
                            + "[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[0-9Xx]"
                            + "|[1-9]\\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}"
                            + "|1[3-9]\\d{9}"
                            + ")(?![0-9A-Za-z])");

    private PersonalNumbers() {}

    public static boolean isIn(String text) {
        return NUMBER.matcher(text).find();
    }

    public static String mask(String text) {
        return NUMBER.matcher(text)
                .replaceAll(
                        match -> {
                            String number = match.group();
                            int shown = number.length() > 11 ? 4 : 3;
                            return Matcher.quoteReplacement(
                                    number.substring(0, shown)
                                            + "*".repeat(number.length() - 2 * shown)
                                            + number.substring(number.length() - shown));
                        });
    }
}
