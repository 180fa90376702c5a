package org.oneseal.platform.ids;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;

/**
 * Makes identifiers: the six digits of the county, a hyphen, 48 bits of milliseconds and 80 random
 * bits in lower-case Crockford base 32, such as {@code 431103-01kakz5r1xw4s0g7t9q2m3n5p6}.
 */
@Component
public class Ids {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();

    public Ids(InstantSource time) {
        this.time = time;
    }

    /** A new id for something that belongs to the region. */
    public String next(RegionCode region) {
        return region.value().substring(0, 6) + "-" + next();
    }

    /** A new id without a region, for rows that never leave their service. */
    public String next() {
        char[] text = new char[26];
        long millis = time.millis();
        for (int i = 9; i >= 0; i--) {
            text[i] = ALPHABET[(int) (millis & 31)];
            millis >>>= 5;
        }
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        for (int i = 0; i < 16; i++) text[10 + i] = ALPHABET[bytes[i] & 31];
        return new String(text);
    }
}
