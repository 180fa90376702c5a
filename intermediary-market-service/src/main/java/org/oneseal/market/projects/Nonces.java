package org.oneseal.market.projects;

import java.util.Optional;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.draw.Nonce;
import org.oneseal.platform.protection.FieldCipher;
import org.springframework.stereotype.Component;

/** Makes nonces and keeps them encrypted until their draw; nobody is shown one before. */
@Component
class Nonces {

    private final FieldCipher cipher;
    private final KeyRing keys;

    Nonces(FieldCipher cipher, KeyRing keys) {
        this.cipher = cipher;
        this.keys = keys;
    }

    String algorithm() {
        return keys.profile().digestAlgorithm();
    }

    String seal(Nonce nonce, String draw) {
        return cipher.encrypt(nonce.hex(), place(draw));
    }

    /** Empty where the key is gone or the text was altered: then the draw is void. */
    Optional<Nonce> open(String sealed, String draw) {
        try {
            return Optional.of(new Nonce(cipher.decrypt(sealed, place(draw))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String place(String draw) {
        return "draw/" + draw + "/nonce";
    }
}
