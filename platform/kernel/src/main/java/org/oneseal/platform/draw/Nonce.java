package org.oneseal.platform.draw;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.oneseal.platform.crypto.Digest;

/**
 * The drawer's 256 random bits: secret until the draw, bound by their commitment from the start.
 *
 * @param hex 64 lower-case digits
 */
public record Nonce(@JsonValue String hex) {

    private static final SecureRandom RANDOM = new SecureRandom();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Nonce {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a nonce is 64 lower-case hexadecimal digits");
        }
    }

    public static Nonce random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Nonce(HexFormat.of().formatHex(bytes));
    }

    /** What is published at the start: tells nothing of the nonce and fits no other draw. */
    public Digest commitment(String algorithm, String draw) {
        return Statements.digest(
                algorithm,
                "commitment",
                statement -> statement.put("draw", draw).put("nonce", hex));
    }
}
