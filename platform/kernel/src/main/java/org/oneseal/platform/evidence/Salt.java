package org.oneseal.platform.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The 128 random bits that make a commitment say nothing about its data once both are erased.
 *
 * @param hex 32 lower-case digits
 */
public record Salt(@JsonValue String hex) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Salt {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("salt is 32 lower-case hexadecimal digits");
        }
    }

    public static Salt random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new Salt(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
