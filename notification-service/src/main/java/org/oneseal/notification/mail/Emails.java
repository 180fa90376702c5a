package org.oneseal.notification.mail;

import java.time.Instant;
import java.util.List;

/** E-mails on their way. */
public interface Emails {

    /** What it is for: a message of the inbox, or the code that proves an address. */
    enum Purpose {
        MESSAGE,
        CONFIRMATION
    }

    /** How it ended. */
    enum End {
        SENT,
        FAILED,
        DROPPED
    }

    /**
     * One to be sent.
     *
     * @param id the message's, or one of its own
     * @param content ciphertext of title and body
     */
    record Email(
            String id,
            String party,
            Purpose purpose,
            String region,
            String content,
            int attempts,
            String lease) {}

    /** Adds what is not there yet; it is due at once. */
    void add(List<Email> emails, Instant now);

    /** Takes some that are due and nobody holds. */
    List<Email> claim(int limit, Instant now, Instant leaseUntil);

    /** False if the lease was lost: then nothing is written. */
    boolean settle(Email email, End end, String outcome, Instant now);

    void postpone(Email email, String outcome, Instant nextTry, Instant now);

    /** Takes away what was settled before that instant. */
    int forget(Instant settledBefore);
}
