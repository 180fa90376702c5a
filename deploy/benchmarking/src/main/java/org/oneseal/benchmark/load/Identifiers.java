package org.oneseal.benchmark.load;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Ids as the platform makes them, but of any moment; guessable, so not for what must be secret. */
final class Identifiers {

    /** What an id looks like: county, hyphen, 26 characters of Crockford's base 32. */
    static final String SHAPE = "[0-9]{6}-[0-9a-hjkmnp-tv-z]{26}";

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final char[] QUERY = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".toCharArray();

    private Identifiers() {}

    static String next(String county, Instant at) {
        char[] text = new char[26];
        long millis = at.toEpochMilli();
        for (int i = 9; i >= 0; i--) {
            text[i] = ALPHABET[(int) (millis & 31)];
            millis >>>= 5;
        }
        fill(text, 10, ALPHABET);
        return county + "-" + new String(text);
    }

    /** An id that is always the same for a number. */
    static String numbered(String county, long number) {
        char[] text = "01kb0000000000000000000000".toCharArray();
        long rest = number;
        for (int i = 25; i > 12; i--) {
            text[i] = ALPHABET[(int) (rest & 31)];
            rest >>>= 5;
        }
        return county + "-" + new String(text);
    }

    static String queryNumber() {
        char[] text = new char[10];
        fill(text, 0, QUERY);
        return new String(text);
    }

    static String verifyCode() {
        char[] text = new char[26];
        fill(text, 0, ALPHABET);
        return new String(text);
    }

    private static void fill(char[] text, int from, char[] alphabet) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = from; i < text.length; i++) text[i] = alphabet[random.nextInt(32)];
    }
}
