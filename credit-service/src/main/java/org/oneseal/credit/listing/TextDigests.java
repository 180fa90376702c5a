package org.oneseal.credit.listing;

import org.oneseal.platform.crypto.KeyRing;
import org.springframework.stereotype.Component;

/** Digests that stand for texts in events, so that the text can be proved without being told. */
@Component
class TextDigests {

    private final KeyRing keys;

    TextDigests(KeyRing keys) {
        this.keys = keys;
    }

    String of(String text) {
        return keys.profile().digest(text).toString();
    }
}
