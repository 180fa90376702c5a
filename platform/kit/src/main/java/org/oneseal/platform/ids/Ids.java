package org.oneseal.platform.ids;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;

/**
 * Makes identifiers: the six digits of the county, a hyphen, 48 bits of milliseconds and 80 random
 * bits in lower-case Crockford base 32, such as {@code 431103-01kakz5r1xw4s0g7t9q2m3n5p6}.
 *
 * <p>What one process makes later sorts later, also within a millisecond and when the clock is set
 * back a little; the next id can't be guessed from the one before.
 */
@Component
public class Ids {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private static final int DIGITS = 16;

    /** A clock that is set back further than this (milliseconds) is meant to be: a test's. */
    private static final long PATIENCE = 1_000;

    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();
    private final byte[] bytes = new byte[DIGITS];
    private final byte[] digits = new byte[DIGITS];
    private long millis;

    public Ids(InstantSource time) {
        this.time = time;
    }

    /** A new id for something that belongs to the region. */
    public String next(RegionCode region) {
        return region.value().substring(0, 6) + "-" + next();
    }

    /** A new id without a region, for rows that never leave their service. */
    public synchronized String next() {
        long now = time.millis();
        if (now > millis || millis - now > PATIENCE) {
            millis = now;
            draw(digits, 0);
        } else if (!raise()) {
            millis++;
            draw(digits, 0);
        }
        return text();
    }

    /** Adds a random number of 40 bits; false when no room is left in this millisecond. */
    private boolean raise() {
        byte[] step = new byte[DIGITS];
        draw(step, DIGITS / 2);
        int carry = 1;
        for (int i = DIGITS - 1; i >= 0; i--) {
            int sum = digits[i] + step[i] + carry;
            digits[i] = (byte) (sum & 31);
            carry = sum >>> 5;
        }
        return carry == 0;
    }

    private void draw(byte[] into, int from) {
        random.nextBytes(bytes);
        for (int i = from; i < DIGITS; i++) into[i] = (byte) (bytes[i] & 31);
    }

    private String text() {
        char[] text = new char[10 + DIGITS];
        long rest = millis;
        for (int i = 9; i >= 0; i--) {
            text[i] = ALPHABET[(int) (rest & 31)];
            rest >>>= 5;
        }
        for (int i = 0; i < DIGITS; i++) text[10 + i] = ALPHABET[digits[i]];
        return new String(text);
    }
}
