package org.oneseal.notification.webhooks;

import java.time.Instant;

/**
 * A key both sides know.
 *
 * @param id chosen by the department, told in every signature
 * @param secret ciphertext; opened only to sign
 */
public record SigningKey(String id, String secret, Instant addedAt) {

    /** The place a secret is bound to when it is encrypted. */
    static String place(String webhook, String id) {
        return "webhook/" + webhook + "/key/" + id;
    }
}
