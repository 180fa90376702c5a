package org.oneseal.notification.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That a party wants messages by e-mail.
 *
 * @param address ciphertext, null once withdrawn
 * @param mask what is shown of the address
 * @param language {@code zh-CN} or {@code en}
 * @param code index of the code that proves the address, null when none is awaited
 * @param requests how many codes were sent on that day
 */
public record EmailConsent(
        String party,
        long version,
        State state,
        @Nullable String address,
        String mask,
        String language,
        @Nullable String code,
        @Nullable Instant codeUntil,
        int triesLeft,
        int requests,
        @Nullable LocalDate requestsDay,
        Instant requestedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant withdrawnAt) {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_%+-])?"
                            + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    /** Only a confirmed address gets messages. */
    public enum State {
        REQUESTED,
        CONFIRMED,
        WITHDRAWN
    }

    static boolean isAddress(String text) {
        return text.length() <= 254 && !text.contains("..") && ADDRESS.matcher(text).matches();
    }

    /** {@code z***@example.com}. */
    static String mask(String address) {
        return address.charAt(0) + "***" + address.substring(address.indexOf('@'));
    }

    /** The place the address is bound to when it is encrypted. */
    static String place(String party) {
        return "email-consent/" + party + "/address";
    }

    EmailConsent confirmed(Instant now) {
        return new EmailConsent(
                party,
                version + 1,
                State.CONFIRMED,
                address,
                mask,
                language,
                null,
                null,
                0,
                requests,
                requestsDay,
                requestedAt,
                now,
                null);
    }

    EmailConsent withdrawn(Instant now) {
        return new EmailConsent(
                party,
                version + 1,
                State.WITHDRAWN,
                null,
                "",
                language,
                null,
                null,
                0,
                requests,
                requestsDay,
                requestedAt,
                confirmedAt,
                now);
    }
}
