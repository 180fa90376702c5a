package org.oneseal.platform.crypto;

import java.util.Base64;

/**
 * The public half of a signing key, to be handed to anyone who verifies.
 *
 * @param owner the service that signs with it
 * @param key base64 of the X.509 SubjectPublicKeyInfo
 */
public record PublicKey(String id, String owner, String algorithm, String key) {

    /** The X.509 SubjectPublicKeyInfo itself. */
    public byte[] encoded() {
        return Base64.getDecoder().decode(key);
    }
}
