package org.oneseal.platform.protection;

/** What people see of personal data (脱敏). Any input gives a mask; none gives the value back. */
public final class Masks {

    private Masks() {}

    /** {@code 4311**********1234}: the first and last four of eighteen, else stars alone. */
    public static String citizenNumber(String number) {
        return number.length() == 18 ? keep(number, 4, 4) : stars(number.length());
    }

    /** {@code 138****1234} for a mobile number; of others the last two digits. */
    public static String phone(String number) {
        if (number.length() == 11) return keep(number, 3, 4);
        return number.length() >= 7 ? keep(number, 0, 2) : stars(number.length());
    }

    /** {@code 张*}, {@code 欧**}: the first character; a name of one is hidden whole. */
    public static String name(String name) {
        int length = name.codePointCount(0, name.length());
        if (length < 2) return "*";
        return name.substring(0, name.offsetByCodePoints(0, 1)) + stars(length - 1);
    }

    private static String keep(String text, int first, int last) {
        return text.substring(0, first)
                + stars(text.length() - first - last)
                + text.substring(text.length() - last);
    }

    private static String stars(int count) {
        return "*".repeat(Math.max(1, count));
    }
}
